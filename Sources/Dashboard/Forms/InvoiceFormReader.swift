import Billing
import BillingAPI
import TerminalUI

/// Reads an invoice form: dates, lines, discount and tax become a draft with totals, or problems at their fields.
struct InvoiceFormReader {
  let form: Form
  let figures: Figures

  var reading: FormReading {
    var reading = FormReading()
    var draft = InvoiceDraft(number: form.text("invoice_number"))
    draft.reference = form.optional("reference_number")
    draft.notes = form.optional("notes")
    draft.currencyID = nil
    readCustomer(&draft, &reading)
    readDates(&draft, &reading)
    readLines(&draft, &reading)
    readRates(&draft, &reading)
    finish(draft, &reading)
    return reading
  }

  private var currency: Currency? {
    (form.context.currencyID.map { Identifier($0) } ?? figures.homeCurrency).flatMap(Currency.with(id:))
  }

  private var style: NumberStyle { figures.style(of: currency?.id) }

  private func readCustomer(_ draft: inout InvoiceDraft, _ reading: inout FormReading) {
    if let reference = form.field("customer_id")?.reference {
      draft.customerID = Identifier(reference.id)
      reading.hints["customer_id"] = form.context.customerHint
    } else {
      reading.problems["customer_id"] =
        form.text("customer_id").isEmpty
        ? "Pick a customer: type part of a name." : "Press Enter to pick or create this customer."
    }
  }

  private func readDates(_ draft: inout InvoiceDraft, _ reading: inout FormReading) {
    draft.invoiceDate = readDate("invoice_date", from: nil, &reading)
    if form.optional("due_date") != nil {
      draft.dueDate = readDate("due_date", from: draft.invoiceDate, &reading)
    }
    for warning in draft.warnings() { reading.hints[warning.field.text] = warning.message }
  }

  private func readDate(_ name: String, from base: CalendarDate?, _ reading: inout FormReading) -> CalendarDate? {
    let (date, hint, problem) = form.readDate(name, base: base, figures)
    reading.hints[name] = hint
    reading.problems[name] = problem
    return date
  }

  private func readLines(_ draft: inout InvoiceDraft, _ reading: inout FormReading) {
    for row in form.lines.indices where !form.lines[row].isBlank {
      let path = "items.\(draft.lines.count)"
      let line = form.lines[row]
      let quantity = readQuantity(line, path, &reading)
      let price = readPrice(line, path, &reading)
      if line.name.text.trimmingBlanks.isEmpty { reading.problems["\(path).name"] = "This line needs a name." }
      let read = LineDraft(
        name: line.name.text.trimmingBlanks, description: line.description.text.nilIfBlank,
        quantity: quantity ?? .one, price: price ?? .zero)
      draft.lines.append(read)
      if quantity != nil, price != nil { reading.lineTotals[row] = try? read.total() }  // nil: no such sum
    }
    if draft.lines.isEmpty { reading.problems["items"] = "An invoice needs a line: what is it for?" }
  }

  /// An empty quantity is 1: most lines are for one of something.
  private func readQuantity(_ line: LineFields, _ path: String, _ reading: inout FormReading) -> Quantity? {
    guard !line.quantity.text.trimmingBlanks.isEmpty else { return .one }
    switch DecimalEntry.quantity(line.quantity.text, style: style) {
    case .success(let quantity): return quantity
    case .failure(let problem):
      reading.problems["\(path).quantity"] = problem.sentence
      return nil
    }
  }

  private func readPrice(_ line: LineFields, _ path: String, _ reading: inout FormReading) -> Money? {
    guard !line.price.text.trimmingBlanks.isEmpty else {
      reading.problems["\(path).price"] = "This line needs a price."
      return nil
    }
    switch AmountEntry.parse(line.price.text, style: style, currency: currency) {
    case .success(let price): return price
    case .failure(let problem):
      reading.problems["\(path).price"] = problem.sentence
      return nil
    }
  }

  private func readRates(_ draft: inout InvoiceDraft, _ reading: inout FormReading) {
    switch DiscountEntry.parse(form.text("discount"), style: style, currency: currency) {
    case .success(let discount): draft.discount = discount
    case .failure(let problem): reading.problems["discount"] = problem.sentence
    }
    switch TaxEntry.parse(form.text("tax"), style: style, currency: currency) {
    case .success(let tax): draft.tax = tax
    case .failure(let problem): reading.problems["tax"] = problem.sentence
    }
  }

  /// Adds up what can be added, and makes the body when nothing is wrong.
  private func finish(_ draft: InvoiceDraft, _ reading: inout FormReading) {
    let isReadable = !reading.problems.keys.contains { $0.hasPrefix("items.") || $0 == "discount" || $0 == "tax" }
    if isReadable { reading.totals = try? draft.totals() }  // what has no totals is a problem below
    for problem in draft.validate() where reading.problems[problem.field.text] == nil {
      reading.problems[problem.field.text] = problem.message
    }
    if reading.problems["items"] != nil, draft.lines.isEmpty { reading.totals = nil }
    // A body without totals would be a problem by now.
    reading.body = reading.problems.isEmpty ? try? draft.json : nil
  }
}

extension Form {
  /// What a date field means, as a day, a hint and a problem.
  func readDate(
    _ name: String, base: CalendarDate?, _ figures: Figures
  ) -> (date: CalendarDate?, hint: String?, problem: String?) {
    guard optional(name) != nil else { return (nil, nil, nil) }
    switch DateEntry.read(text(name), today: figures.today, relativeTo: base ?? figures.today) {
    case .success(let reading): return (reading.date, reading.explanation, nil)
    case .failure(let problem): return (nil, nil, problem.sentence)
    }
  }
}

extension String {
  /// This text without blanks at its ends; nil where nothing is left.
  var nilIfBlank: String? {
    let trimmed = trimmingBlanks
    return trimmed.isEmpty ? nil : trimmed
  }
}
