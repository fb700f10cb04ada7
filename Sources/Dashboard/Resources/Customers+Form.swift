import Billing
import BillingAPI
import TerminalUI

extension FormDefinition {
  static let customers = FormDefinition(
    kind: .customers,
    fields: [
      FormField("name", "Name", .text),
      FormField("email", "E-mail", .email),
      FormField("phone", "Phone", .text),
      FormField("company_name", "Company", .text),
      FormField("contact_name", "Contact", .text),
      FormField("website", "Website", .text, in: .folded("More")),
      FormField("prefix", "Prefix", .text, in: .folded("More")),
      FormField("currency_id", "Currency", .currency, in: .folded("More")),
    ] + address("billing", "Billing address") + address("shipping", "Shipping address"),
    titles: ["name"],
    read: CustomerFormReader.read,
    // A record that cannot be read cannot be changed here; the effect's sentence says so.
    fill: { record, _ in (try? Customer(json: record)).map { FormFilling($0) } })

  private static func address(_ name: String, _ title: String) -> [FormField] {
    [
      FormField("\(name).name", "Name", .text, in: .folded(title)),
      FormField("\(name).address_street_1", "Street", .text, in: .folded(title)),
      FormField("\(name).zip", "Zip", .text, in: .folded(title)),
      FormField("\(name).city", "City", .text, in: .folded(title)),
      FormField("\(name).state", "State", .text, in: .folded(title)),
      FormField("\(name).country_id", "Country", .country, in: .folded(title)),
      FormField("\(name).phone", "Phone", .text, in: .folded(title)),
    ]
  }
}
