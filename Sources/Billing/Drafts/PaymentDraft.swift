/// A payment as a form produces it and a service reads it.
package struct PaymentDraft: Hashable, Sendable {
  package var paymentDate: CalendarDate?
  package var number: String
  package var customerID: Identifier<Customer>?
  package var amount: Money?
  package var invoiceID: Identifier<Invoice>?
  package var methodID: Identifier<PaymentMethodKind>?
  package var notes: String?
  package var currencyID: Identifier<Currency>?
  /// As it was typed or read; passed on, never computed with.
  package var exchangeRate: String?

  package init(
    paymentDate: CalendarDate? = nil, number: String = "", customerID: Identifier<Customer>? = nil,
    amount: Money? = nil, invoiceID: Identifier<Invoice>? = nil, methodID: Identifier<PaymentMethodKind>? = nil,
    notes: String? = nil
  ) {
    self.paymentDate = paymentDate
    self.number = number
    self.customerID = customerID
    self.amount = amount
    self.invoiceID = invoiceID
    self.methodID = methodID
    self.notes = notes
  }

  /// What a service would refuse. `balance` is what the invoice still awaits (with this payment's own amount back on
  /// it when one is edited); nil where the payment is for no invoice or the balance is not known.
  package func validate(balance: Money? = nil) -> [ValidationProblem] {
    var checks = FieldChecks()
    checks.require(customerID, "customer_id")
    checkAmount(against: balance, with: &checks)
    checks.require(number, "payment_number")
    checks.limit(number, to: FieldLimits.shortText, "payment_number")
    checks.require(paymentDate, "payment_date")
    checks.limit(notes, to: FieldLimits.longText, "notes")
    checks.rate(exchangeRate, "exchange_rate")
    return checks.problems
  }

  private func checkAmount(against balance: Money?, with checks: inout FieldChecks) {
    guard let amount else { return checks.require(self.amount, "amount") }
    checks.limit(amount, "amount")
    if amount <= .zero { checks.refuse("amount", "must be greater than 0.") }
    if let balance, amount > balance {
      let shown = balance.formatted(style: .plain)
      checks.refuse("amount", "must not be greater than the invoice's balance of \(shown).")
    }
  }
}

extension PaymentDraft {
  /// The draft that would leave this payment as it is.
  package init(_ payment: Payment) {
    self.init(
      paymentDate: payment.paymentDate, number: payment.number, customerID: payment.customerID ?? payment.customer?.id,
      amount: payment.amount, invoiceID: payment.invoiceID, methodID: payment.methodID ?? payment.method?.id,
      notes: payment.notes)
    currencyID = payment.currencyID
    exchangeRate = payment.exchangeRate
  }
}
