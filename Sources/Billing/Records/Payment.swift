/// Money that was received. Payments cannot be deleted.
package struct Payment: Hashable, Sendable {
  package var id: Identifier<Payment>
  package var number: String
  package var paymentDate: CalendarDate
  package var amount: Money
  package var notes: String?
  package var customerID: Identifier<Customer>?
  /// The one invoice that it pays; nil while it is not applied to any.
  package var invoiceID: Identifier<Invoice>?
  package var methodID: Identifier<PaymentMethodKind>?
  package var currencyID: Identifier<Currency>?
  /// As the service wrote it.
  package var exchangeRate: String?
  /// The amount in the company's own currency, in cents.
  package var baseAmount: Money?
  package var creatorID: Int64?
  package var customer: CustomerSummary?
  package var method: PaymentMethod?

  package init(id: Identifier<Payment>, number: String, paymentDate: CalendarDate, amount: Money) {
    self.id = id
    self.number = number
    self.paymentDate = paymentDate
    self.amount = amount
  }
}
