import Billing

/// What the list of invoices shows of one.
package struct InvoiceRow: Hashable, Sendable {
  package var id: Identifier<Invoice>
  package var number: String
  package var reference: String?
  package var customerID: Identifier<Customer>?
  package var customerName: String
  package var invoiceDate: CalendarDate?
  package var dueDate: CalendarDate?
  package var status: InvoiceStatus
  package var paidStatus: PaidStatus
  /// Nil where the service did not say an amount, or said one that no money can be.
  package var total: Money?
  package var balance: Money?
  package var subTotal: Money?
  package var discount: Money?
  package var tax: Money?
  package var notes: String?
  package var currencyID: Identifier<Currency>?
  /// A value of the record could not be read.
  package var isFlagged: Bool

  package init(id: Identifier<Invoice>, number: String) {
    self.id = id
    self.number = number
    customerName = ""
    status = .draft
    paidStatus = .unpaid
    isFlagged = false
  }

  /// There is something to be paid: a draft counts only once it is paid in part.
  package var isOpen: Bool {
    guard let balance, balance > .zero else { return false }
    return status != .draft || paidStatus == .partiallyPaid
  }

  /// How many days ago it was due; nil while it is not late.
  package func daysLate(on today: CalendarDate) -> Int? {
    guard isOpen, let dueDate, dueDate < today else { return nil }
    return dueDate.days(until: today)
  }
}
