extension DocumentDraft {
  /// What a service would refuse, in the order of the form.
  package func validate() -> [ValidationProblem] {
    var checks = FieldChecks()
    checks.require(customerID, "customer_id")
    checks.require(number, kind.numberField)
    checks.limit(number, to: FieldLimits.shortText, kind.numberField)
    checks.require(date, kind.dateField)
    checks.limit(reference, to: FieldLimits.shortText, "reference_number")
    checks.limit(notes, to: FieldLimits.longText, "notes")
    checks.require(templateName, "template_name")
    checks.limit(templateName, to: FieldLimits.shortText, "template_name")
    checks.rate(exchangeRate, "exchange_rate")
    checkLines(with: &checks)
    checkSums(with: &checks)
    return checks.problems
  }

  /// What a service takes but is probably not meant.
  package func warnings() -> [ValidationProblem] {
    guard let date, let lastDay, lastDay < date else { return [] }
    let words = "The \(kind.lastDayField.spelledOut) lies before the \(kind.dateField.spelledOut)."
    return [ValidationProblem(field: kind.lastDayField, message: words)]
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
