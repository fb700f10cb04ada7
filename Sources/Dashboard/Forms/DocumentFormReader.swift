import Billing
import BillingAPI
import TerminalUI

/// Reads the form of an invoice or estimate: dates, lines, discount and tax become a draft with totals, or problems at
/// their fields.
struct DocumentFormReader {
  private var reader: FormReader
  private var draft: DocumentDraft
  private let form: Form
  private let style: NumberStyle
  private let currency: Currency?

  static func read(_ kind: DocumentKind, _ form: Form, _ figures: Figures) -> FormReading {
    var reader = DocumentFormReader(kind, form, figures)
    return reader.read()
  }

  private init(_ kind: DocumentKind, _ form: Form, _ figures: Figures) {
    self.form = form
    reader = FormReader(form, figures)
    draft = DocumentDraft(kind, number: form.text(kind.numberField.text))
    style = reader.style
    currency = reader.currency
  }

  private mutating func read() -> FormReading {
    draft.reference = form.optional("reference_number")
    draft.notes = form.optional("notes")
    draft.templateName = form.optional("template_name") ?? draft.kind.defaultTemplate
    draft.exchangeRate = form.optional("exchange_rate")
    draft.currencyID = reader.reference("currency_id").map { Identifier($0) }
    readCustomer()
    readDates()
    readLines()
    readRates()
    return finish()
  }

  private mutating func readCustomer() {
    if let id = reader.reference("customer_id") {
      draft.customerID = Identifier(id)
      reader.reading.hints["customer_id"] = form.context.customerHint
    } else if reader.reading.problems["customer_id"] == nil {
      reader.reading.problems["customer_id"] = "Pick a customer: type part of a name."
    }
  }

  private mutating func readDates() {
    draft.date = reader.date(draft.kind.dateField.text)
    draft.lastDay = reader.date(draft.kind.lastDayField.text, from: draft.date)
    if let date = draft.date, let last = draft.lastDay { reader.reading.termDays = date.days(until: last) }
    for warning in draft.warnings() { reader.reading.hints[warning.field.text] = warning.message }
  }

  private mutating func readLines() {
    for row in form.lines.indices where !form.lines[row].isBlank {
      let line = form.lines[row]
      let path = "items.\(draft.lines.count)"
      let quantity = readQuantity(line, path)
      let price = readPrice(line, path)
      let name = line.name.text.trimmingBlanks
      if name.isEmpty { reader.reading.problems["\(path).name"] = "This line needs a name." }
      let read = LineDraft(
        name: name, description: line.description.text.nilIfBlank, quantity: quantity ?? .one, price: price ?? .zero)
      draft.lines.append(read)
      if quantity != nil, price != nil { reader.reading.lineTotals[row] = try? read.total() }  // nil: no such sum
    }
    if draft.lines.isEmpty { reader.reading.problems["items"] = "A line is needed: what is it for?" }
  }

  /// An empty quantity is 1: most lines are for one of something.
  private mutating func readQuantity(_ line: LineFields, _ path: String) -> Quantity? {
    guard !line.quantity.text.trimmingBlanks.isEmpty else { return .one }
    switch DecimalEntry.quantity(line.quantity.text, style: style) {
    case .success(let quantity): return quantity
    case .failure(let problem):
      reader.reading.problems["\(path).quantity"] = problem.sentence
      return nil
    }
  }

  private mutating func readPrice(_ line: LineFields, _ path: String) -> Money? {
    guard !line.price.text.trimmingBlanks.isEmpty else {
      reader.reading.problems["\(path).price"] = "This line needs a price."
      return nil
    }
    switch AmountEntry.parse(line.price.text, style: style, currency: currency) {
    case .success(let price): return price
    case .failure(let problem):
      reader.reading.problems["\(path).price"] = problem.sentence
      return nil
    }
  }

  private mutating func readRates() {
    switch DiscountEntry.parse(form.text("discount"), style: style, currency: currency) {
    case .success(let discount): draft.discount = discount
    case .failure(let problem): reader.reading.problems["discount"] = problem.sentence
    }
    switch TaxEntry.parse(form.text("tax"), style: style, currency: currency) {
    case .success(let tax): draft.tax = tax
    case .failure(let problem): reader.reading.problems["tax"] = problem.sentence
    }
  }

  /// Adds up what can be added, and says what a service would refuse.
  private mutating func finish() -> FormReading {
    let isReadable = !reader.reading.problems.keys.contains {
      $0.hasPrefix("items") || $0 == "discount" || $0 == "tax"
    }
    let totals = isReadable ? try? draft.totals() : nil  // what has no totals is a problem below
    reader.reading.totals = totals
    reader.add(draft.validate().filter { isReadable || !DocumentFields.sums.contains($0.field.text) })
    checkPaid(totals)
    let (draft, originals) = (draft, form.lines.filter { !$0.isBlank }.map(\.original))
    reader.reading.content = { draft.content(totals, keeping: originals) }
    return reader.reading
  }

  /// What is paid stays paid: the total of a document that is changed cannot fall below it.
  private mutating func checkPaid(_ totals: DocumentTotals?) {
    guard let paid = form.context.paid, paid > .zero, let totals, totals.total < paid else { return }
    let shown = reader.figures.full(paid, currency?.id)
    reader.reading.problems["total"] = "\(shown) is already paid: the total cannot be less."
  }
}

extension DocumentDraft {
  /// The body; without sums where there are none, for an edit that does not touch them.
  fileprivate func content(_ totals: DocumentTotals?, keeping originals: [JSONValue?]) -> JSONValue {
    var content = json(totals)
    guard let lines = content["items"]?.array, originals.contains(where: { $0 != nil }) else { return content }
    content["items"] = .array(zip(lines, originals).map { $0.laid(over: $1) })
    return content
  }
}

extension JSONValue {
  /// A line as it was read with what is typed over it: members that no form shows go back as they came.
  fileprivate func laid(over original: JSONValue?) -> JSONValue {
    guard var whole = original?.object, let line = object else { return self }
    for name in ["name", "description", "quantity", "price"] {
      let value = line[name] ?? .null
      if !value.isSame(as: whole[name]) { whole[name] = value }
    }
    if whole["total"] != nil, whole != original?.object { whole["total"] = nil }
    return .object(whole)
  }
}
