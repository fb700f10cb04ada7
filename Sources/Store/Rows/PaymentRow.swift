import Billing

/// What the list of payments shows of one.
package struct PaymentRow: Hashable, Sendable {
  package var id: Identifier<Payment>
  package var number: String
  package var paymentDate: CalendarDate?
  package var amount: Money?
  package var customerID: Identifier<Customer>?
  package var customerName: String
  package var invoiceID: Identifier<Invoice>?
  /// Known only while the invoice is in the mirror.
  package var invoiceNumber: String?
  package var methodID: Identifier<PaymentMethodKind>?
  package var methodName: String?
  package var notes: String?
  package var currencyID: Identifier<Currency>?
  package var isFlagged: Bool

  package init(id: Identifier<Payment>, number: String) {
    self.id = id
    self.number = number
    customerName = ""
    isFlagged = false
  }
}
