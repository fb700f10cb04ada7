import Billing

/// What the list of expenses shows of one.
package struct ExpenseRow: Hashable, Sendable {
  package var id: Identifier<Expense>
  package var number: String?
  package var expenseDate: CalendarDate?
  package var amount: Money?
  package var categoryID: Identifier<ExpenseCategoryKind>?
  package var categoryName: String?
  package var customerID: Identifier<Customer>?
  package var customerName: String?
  package var methodID: Identifier<PaymentMethodKind>?
  package var methodName: String?
  package var notes: String?
  package var currencyID: Identifier<Currency>?
  package var isFlagged: Bool

  package init(id: Identifier<Expense>) {
    self.id = id
    isFlagged = false
  }
}
