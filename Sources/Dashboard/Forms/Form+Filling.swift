import Billing
import BillingAPI
import Store
import TerminalUI

extension Form {
  /// Takes a record's texts into the fields: all of them to change it, what goes on for a copy.
  mutating func fill(_ filling: FormFilling, _ source: FormSource, _ figures: Figures) {
    var filling = filling
    filling.name(source.references)
    progress = .editing
    context.merge(filling.context)
    if let customer = source.customer { context.knowCustomer(customer, figures) }
    switch kind {
    case .edit: begin(with: filling, source)
    case .copy, .conversion: copy(filling, figures)
    case .new, .payment, .receipt: break
    }
  }

  private mutating func begin(with filling: FormFilling, _ source: FormSource) {
    base = FormBase(record: source.record, asOf: source.asOf, filling: filling)
    take(filling) { _ in true }
    lines = filling.lines
    if hasLines { lines.append(LineFields()) }
    for index in fields.indices { fields[index].lock = filling.locks[fields[index].name] }
    if fields[0].lock != nil, let first = fields.firstIndex(where: { $0.lock == nil }) { focus = .field(first) }
  }

  /// Number and days are new ones; the time to pay is that of the original; an estimate leaves its number behind.
  private mutating func copy(_ filling: FormFilling, _ figures: Figures) {
    guard let from = kind.source, let original = DocumentKind(from.kind), let own = DocumentKind(recordKind) else {
      return
    }
    var filling = filling
    let isConversion = original != own
    if isConversion { filling.texts["reference_number"] = filling.texts[original.numberField.text] }
    var carried: Set<String> = ["customer_id", "discount", "tax", "notes"]
    // The home currency needs no telling; another one is as much part of what is copied as the prices.
    if filling.context.currencyID != figures.homeCurrency?.value {
      carried.formUnion(["currency_id", "exchange_rate"])
    }
    take(filling) { carried.contains($0) || $0 == (isConversion ? "reference_number" : "template_name") }
    if !isConversion { keepTerms(filling, own) }
    lines = filling.lines.map(\.asNew) + [LineFields()]
    focus = .field(index(of: own.lastDayField.text) ?? 0)
  }

  /// As many days to pay as the original had.
  private mutating func keepTerms(_ filling: FormFilling, _ document: DocumentKind) {
    guard let index = index(of: document.lastDayField.text) else { return }
    let first = filling.texts[document.dateField.text].flatMap { CalendarDate(iso: $0) }
    let last = filling.texts[document.lastDayField.text].flatMap { CalendarDate(iso: $0) }
    fields[index].text = TextField("")
    guard let first, let last, first <= last else { return }
    fields[index].text = TextField("+\(first.days(until: last))")
  }

  private mutating func take(_ filling: FormFilling, where isTaken: (String) -> Bool) {
    for index in fields.indices where isTaken(fields[index].name) && !fields[index].isEdited {
      let name = fields[index].name
      fields[index].text = TextField(filling.texts[name] ?? "")
      fields[index].reference = filling.references[name]
      fields[index].isEdited = true
    }
  }
}

extension FormFilling {
  /// Names that the record itself does not say, in place of ids.
  fileprivate mutating func name(_ known: [String: Reference]) {
    for (field, reference) in known where references[field]?.id == reference.id {
      references[field] = reference
      texts[field] = reference.title
    }
  }
}

extension LineFields {
  /// The line without what ties it to the record that it comes from.
  fileprivate var asNew: LineFields {
    var line = self
    line.original = nil
    return line
  }
}

extension DocumentKind {
  /// Nil for what is no document.
  init?(_ kind: ResourceKind) {
    switch kind {
    case .invoices: self = .invoice
    case .estimates: self = .estimate
    default: return nil
    }
  }
}
