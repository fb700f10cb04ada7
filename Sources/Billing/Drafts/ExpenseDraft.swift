/// An expense as a form produces it and a service reads it.
package struct ExpenseDraft: Hashable, Sendable {
  package var expenseDate: CalendarDate?
  package var categoryID: Identifier<ExpenseCategoryKind>?
  package var amount: Money?
  package var currencyID: Identifier<Currency>?
  package var customerID: Identifier<Customer>?
  package var methodID: Identifier<PaymentMethodKind>?
  package var notes: String?
  package var number: String?
  /// As it was typed or read; passed on, never computed with.
  package var exchangeRate: String?

  package init(
    expenseDate: CalendarDate? = nil, categoryID: Identifier<ExpenseCategoryKind>? = nil, amount: Money? = nil,
    currencyID: Identifier<Currency>? = nil
  ) {
    self.expenseDate = expenseDate
    self.categoryID = categoryID
    self.amount = amount
    self.currencyID = currencyID
  }

  /// What a service would refuse, in the order of the form.
  package func validate() -> [ValidationProblem] {
    var checks = FieldChecks()
    checks.require(expenseDate, "expense_date")
    checks.require(categoryID, "expense_category_id")
    checkAmount(with: &checks)
    checks.require(currencyID, "currency_id")
    checks.limit(number, to: FieldLimits.shortText, "expense_number")
    checks.limit(notes, to: FieldLimits.longText, "notes")
    checks.rate(exchangeRate, "exchange_rate")
    return checks.problems
  }

  private func checkAmount(with checks: inout FieldChecks) {
    guard let amount else { return checks.require(self.amount, "amount") }
    checks.limit(amount, "amount")
    if amount.isNegative { checks.refuse("amount", "must be at least 0.") }
  }
}

extension ExpenseDraft {
  /// The draft that would leave this expense as it is.
  package init(_ expense: Expense) {
    self.init(
      expenseDate: expense.expenseDate, categoryID: expense.categoryID ?? expense.category?.id,
      amount: expense.amount, currencyID: expense.currencyID)
    customerID = expense.customerID ?? expense.customer?.id
    methodID = expense.methodID ?? expense.method?.id
    notes = expense.notes
    number = expense.number
    exchangeRate = expense.exchangeRate
  }
}
