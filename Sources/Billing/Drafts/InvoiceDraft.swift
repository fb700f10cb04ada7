/// An invoice as a form produces it and a service reads it; sums are computed, never held.
package struct InvoiceDraft: DocumentDraft {
  package var invoiceDate: CalendarDate?
  package var dueDate: CalendarDate?
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
  /// Only where a documented event implies one (`SENT`); nil leaves it to the service.
  package var status: InvoiceStatus?

  package static let defaultTemplate = "invoice1"

  package init(
    invoiceDate: CalendarDate? = nil, dueDate: CalendarDate? = nil, number: String = "",
    customerID: Identifier<Customer>? = nil, lines: [LineDraft] = [], discount: Discount = .fixed(.zero),
    tax: Tax = .amount(.zero), templateName: String = Self.defaultTemplate
  ) {
    self.invoiceDate = invoiceDate
    self.dueDate = dueDate
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
    checks.require(number, "invoice_number")
    checks.limit(number, to: FieldLimits.shortText, "invoice_number")
    checks.require(invoiceDate, "invoice_date")
    checkDocument(with: &checks)
    return checks.problems
  }

  package func warnings() -> [ValidationProblem] {
    guard let invoiceDate, let dueDate, dueDate < invoiceDate else { return [] }
    return [ValidationProblem(field: "due_date", message: "The due date lies before the invoice date.")]
  }
}

extension InvoiceDraft {
  /// The draft that would leave this invoice as it is. Status is left to the service.
  package init(_ invoice: Invoice) {
    self.init(
      invoiceDate: invoice.invoiceDate, dueDate: invoice.dueDate, number: invoice.number,
      customerID: invoice.customerID ?? invoice.customer?.id, lines: invoice.lines.map(LineDraft.init),
      discount: invoice.amounts.discount, tax: .amount(invoice.amounts.tax),
      templateName: invoice.templateName ?? Self.defaultTemplate)
    reference = invoice.reference
    notes = invoice.notes
    currencyID = invoice.currencyID
    exchangeRate = invoice.exchangeRate
  }
}
