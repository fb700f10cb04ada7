import Billing
import BillingAPI
import TerminalUI

extension Form {
  /// An empty form with what can be known without asking anybody.
  static func blank(_ kind: FormKind, draftID: String, figures: Figures) -> Form {
    let definition = FormDefinition.of(kind.record)
    var form = Form(
      draftID: draftID, kind: kind, fields: definition.fields, lines: definition.hasLines ? [LineFields()] : [])
    for index in form.fields.indices { form.fields[index].begin(figures) }
    if kind.source != nil { form.progress = .filling }
    return form
  }

  /// What drafts and messages call it.
  var title: String {
    if case .payment = kind { return "payment of \(context.invoiceNumber ?? "an invoice")" }
    let name = definition.titles.lazy.map(text).first { !$0.isEmpty }
    return name.map { "\(recordKind.singular) \($0)" } ?? recordKind.singular
  }

  /// What stands over it.
  var heading: String {
    switch kind {
    case .new, .payment, .conversion: "New \(title)"
    case .copy: "New \(title), a copy"
    case .edit: "Edit \(title)"
    }
  }
}

extension FormField {
  /// Puts the day itself where the definition says `today`, and the home currency where one must be named.
  fileprivate mutating func begin(_ figures: Figures) {
    if case .date = kind, text.text == "today" { text = TextField(figures.today.iso) }
    guard kind == .currency, group == .head, let currency = figures.homeCurrency.flatMap(Currency.with(id:)) else {
      return
    }
    reference = Reference(id: currency.id.value, title: currency.code)
    text = TextField(currency.code)
  }
}
