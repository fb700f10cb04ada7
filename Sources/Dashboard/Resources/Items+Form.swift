import Billing
import BillingAPI
import Store
import TerminalUI

extension FormDefinition {
  static let items = FormDefinition(
    kind: .items,
    fields: [
      FormField("name", "Name", .text),
      FormField("price", "Price", .amount),
      FormField("unit_id", "Unit", .lookUp(.units)),
      FormField("description", "About", .text),
      FormField("currency_id", "Currency", .currency, in: .folded("More")),
    ],
    titles: ["name"],
    read: ItemFormReader.read,
    // A record that cannot be read cannot be changed here; the effect's sentence says so.
    fill: { record, figures in (try? Item(json: record)).map { FormFilling($0, figures) } })
}
