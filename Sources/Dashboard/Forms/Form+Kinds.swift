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
    form.beginPayment()
    return form
  }

  /// What drafts and messages call it.
  var title: String {
    if case .payment = kind { return "payment of \(context.invoiceNumber ?? "an invoice")" }
    if case .receipt = kind { return "payment of \(context.customerName ?? "a customer")" }
    let name = definition.titles.lazy.map(text).first { !$0.isEmpty }
    return name.map { "\(recordKind.singular) \($0)" } ?? recordKind.singular
  }

  /// What stands over it.
  var heading: String {
    switch kind {
    case .new, .payment, .receipt, .conversion: "New \(title)"
    case .copy: "New \(title), a copy"
    case .edit: "Edit \(title)"
    }
  }
}

extension Form {
  /// What only a new payment has: the statement it is recorded from; what it pays, and so its currency, is a matter of
  /// the allocation. Where it is clear who pays, that stays.
  fileprivate mutating func beginPayment() {
    guard isNewPayment else { return }
    fields.removeAll { ["invoice_id", "currency_id"].contains($0.name) }
    let last = fields.firstIndex(where: \.group.isFolded) ?? fields.endIndex
    fields.insert(FormField("statement", "Statement", .amount), at: last)
    if case .new = kind { return }
    fields[0].lock = "It is clear who pays here; n in Payments begins with a customer."
    focus = .field(1)
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
