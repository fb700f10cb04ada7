/// What drafts of invoices and estimates have in common: somebody, lines, and how they add up.
package protocol DocumentDraft: Hashable, Sendable {
  var number: String { get set }
  var reference: String? { get set }
  var customerID: Identifier<Customer>? { get set }
  var lines: [LineDraft] { get set }
  var discount: Discount { get set }
  var tax: Tax { get set }
  var notes: String? { get set }
  var templateName: String { get set }
  var currencyID: Identifier<Currency>? { get set }
  /// As it was typed or read; passed on, never computed with.
  var exchangeRate: String? { get set }

  /// What a service would refuse, in the order of the form.
  func validate() -> [ValidationProblem]
  /// What a service takes but is probably not meant.
  func warnings() -> [ValidationProblem]
}

extension DocumentDraft {
  /// The sums to show while the draft is typed, and to send.
  package func totals() throws(TotalsError) -> DocumentTotals {
    try DocumentTotals(lines: lines.map(\.amounts), discount: discount, tax: tax)
  }

  /// The sums as a record holds them.
  package func amounts() throws(TotalsError) -> DocumentAmounts {
    let totals = try totals()
    var amounts = DocumentAmounts()
    amounts.discount = discount
    amounts.discountValue = totals.discountValue
    amounts.subTotal = totals.subTotal
    amounts.tax = totals.tax
    amounts.total = totals.total
    return amounts
  }

  func checkDocument(with checks: inout FieldChecks) {
    checks.limit(reference, to: FieldLimits.shortText, "reference_number")
    checks.limit(notes, to: FieldLimits.longText, "notes")
    checks.require(templateName, "template_name")
    checks.limit(templateName, to: FieldLimits.shortText, "template_name")
    checks.rate(exchangeRate, "exchange_rate")
    checkLines(with: &checks)
    checkSums(with: &checks)
  }

  private func checkLines(with checks: inout FieldChecks) {
    if lines.isEmpty { checks.refuse("items", "field is required.") }
    if lines.count > FieldLimits.lines { checks.refuse("items", "must not have more than \(FieldLimits.lines) lines.") }
    for (index, line) in lines.enumerated() { line.check(at: index, with: &checks) }
  }

  private func checkSums(with checks: inout FieldChecks) {
    do {
      _ = try totals()
    } catch {
      checks.add(error.problem)
    }
  }
}

extension TotalsError {
  /// The complaint at the field where it can be mended.
  package var problem: ValidationProblem {
    switch self {
    case .beyondLimit(let sum):
      ValidationProblem(field: sum.field, message: "The \(sum.field.spelledOut) is larger than 10,000,000,000,000.00.")
    case .belowZero(let sum):
      ValidationProblem(field: sum.field, message: "The \(sum.field.spelledOut) must be at least 0.")
    case .discountAboveHundredPercent:
      ValidationProblem(field: "discount", message: "The discount must not be greater than 100 %.")
    case .discountAboveSubTotal:
      ValidationProblem(field: "discount", message: "The discount must not be greater than the sub total.")
    }
  }
}

extension TotalsError.Sum {
  var field: FieldPath {
    switch self {
    case .line(let index): .line(index, "price")
    case .subTotal: "sub_total"
    case .discount: "discount"
    case .tax: "tax"
    case .total: "total"
    }
  }
}
