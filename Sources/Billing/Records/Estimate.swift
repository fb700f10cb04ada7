/// An offer to a customer. Amounts are in cents of its currency.
package struct Estimate: Hashable, Sendable {
  package var id: Identifier<Estimate>
  package var estimateDate: CalendarDate
  package var expiryDate: CalendarDate?
  package var number: String
  package var reference: String?
  package var status: EstimateStatus
  package var amounts: DocumentAmounts
  package var currencyID: Identifier<Currency>?
  /// As the service wrote it.
  package var exchangeRate: String?
  package var customerID: Identifier<Customer>?
  package var templateName: String?
  package var creatorID: Int64?
  package var uniqueHash: String?
  package var notes: String?
  package var customer: CustomerSummary?
  package var lines: [LineItem]

  package init(id: Identifier<Estimate>, number: String, estimateDate: CalendarDate) {
    self.id = id
    self.number = number
    self.estimateDate = estimateDate
    status = .draft
    amounts = DocumentAmounts()
    lines = []
  }
}
