import Billing

/// What the list of estimates shows of one.
package struct EstimateRow: Hashable, Sendable {
  package var id: Identifier<Estimate>
  package var number: String
  package var reference: String?
  package var customerID: Identifier<Customer>?
  package var customerName: String
  package var estimateDate: CalendarDate?
  package var expiryDate: CalendarDate?
  package var status: EstimateStatus
  package var total: Money?
  package var notes: String?
  package var currencyID: Identifier<Currency>?
  package var isFlagged: Bool

  package init(id: Identifier<Estimate>, number: String) {
    self.id = id
    self.number = number
    customerName = ""
    status = .draft
    isFlagged = false
  }
}
