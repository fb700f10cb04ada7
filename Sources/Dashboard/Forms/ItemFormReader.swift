import Billing
import BillingAPI
import TerminalUI

/// Reads an item form: a product or service of the catalogue.
struct ItemFormReader {
  static func read(_ form: Form, _ figures: Figures) -> FormReading {
    var reader = FormReader(form, figures)
    var draft = ItemDraft(name: form.text("name"), price: reader.amount("price"))
    draft.description = form.optional("description")
    draft.unitID = reader.reference("unit_id").map { Identifier($0) }
    draft.currencyID = reader.reference("currency_id").map { Identifier($0) }
    reader.reading.amount = draft.price
    reader.add(draft.validate())
    reader.reading.content = { [draft] in draft.json }
    return reader.reading
  }
}

extension FormFilling {
  init(_ item: Item, _ figures: Figures) {
    texts["name"] = item.name
    texts["price"] = item.price.formatted(style: figures.entryStyle(of: item.currencyID))
    texts["description"] = item.description
    refer("unit_id", to: (item.unitID ?? item.unit?.id)?.value, item.unit?.name)
    refer("currency_id", to: item.currencyID?.value, item.currencyID.flatMap(Currency.with(id:))?.code)
    context.currencyID = item.currencyID?.value
  }
}
