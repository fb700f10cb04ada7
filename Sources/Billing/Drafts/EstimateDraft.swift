/// An estimate as a form produces it and a service reads it; sums are computed, never held.
package struct EstimateDraft: DocumentDraft {
  package var estimateDate: CalendarDate?
  package var expiryDate: CalendarDate?
  package var number: String
  package var reference: String?
  package var customerID: Identifier<Customer>?
  package var lines: [LineDraft]
  package var discount: Discount
  package var tax: Tax
  package var notes: String?
  package var templateName: String
  package var currencyID: Identifier<Currency>?
  package var exchangeRate: String?
  /// Only where a documented event implies one (`SENT`, `ACCEPTED`, `REJECTED`); nil leaves it to the service.
  package var status: EstimateStatus?

  package static let defaultTemplate = "estimate1"

  package init(
    estimateDate: CalendarDate? = nil, expiryDate: CalendarDate? = nil, number: String = "",
    customerID: Identifier<Customer>? = nil, lines: [LineDraft] = [], discount: Discount = .fixed(.zero),
    tax: Tax = .amount(.zero), templateName: String = Self.defaultTemplate
  ) {
    self.estimateDate = estimateDate
    self.expiryDate = expiryDate
    self.number = number
    self.customerID = customerID
    self.lines = lines
    self.discount = discount
    self.tax = tax
    self.templateName = templateName
  }

  package func validate() -> [ValidationProblem] {
    var checks = FieldChecks()
    checks.require(customerID, "customer_id")
    checks.require(number, "estimate_number")
    checks.limit(number, to: FieldLimits.shortText, "estimate_number")
    checks.require(estimateDate, "estimate_date")
    checkDocument(with: &checks)
    return checks.problems
  }

  package func warnings() -> [ValidationProblem] {
    guard let estimateDate, let expiryDate, expiryDate < estimateDate else { return [] }
    return [ValidationProblem(field: "expiry_date", message: "The expiry date lies before the estimate date.")]
  }
}

extension EstimateDraft {
  /// The draft that would leave this estimate as it is. Status is left to the service.
  package init(_ estimate: Estimate) {
    self.init(
      estimateDate: estimate.estimateDate, expiryDate: estimate.expiryDate, number: estimate.number,
      customerID: estimate.customerID ?? estimate.customer?.id, lines: estimate.lines.map(LineDraft.init),
      discount: estimate.amounts.discount, tax: .amount(estimate.amounts.tax),
      templateName: estimate.templateName ?? Self.defaultTemplate)
    reference = estimate.reference
    notes = estimate.notes
    currencyID = estimate.currencyID
    exchangeRate = estimate.exchangeRate
  }
}
