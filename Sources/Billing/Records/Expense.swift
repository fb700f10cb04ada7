/// Money that was spent.
package struct Expense: Hashable, Sendable {
  package var id: Identifier<Expense>
  package var expenseDate: CalendarDate
  package var number: String?
  package var amount: Money
  package var notes: String?
  /// The customer that it was spent for, if any.
  package var customerID: Identifier<Customer>?
  package var categoryID: Identifier<ExpenseCategoryKind>?
  package var currencyID: Identifier<Currency>?
  /// As the service wrote it.
  package var exchangeRate: String?
  /// The amount in the company's own currency, in cents.
  package var baseAmount: Money?
  package var methodID: Identifier<PaymentMethodKind>?
  package var creatorID: Int64?
  package var customer: CustomerSummary?
  package var category: ExpenseCategory?
  package var method: PaymentMethod?

  package init(id: Identifier<Expense>, expenseDate: CalendarDate, amount: Money) {
    self.id = id
    self.expenseDate = expenseDate
    self.amount = amount
  }
}
