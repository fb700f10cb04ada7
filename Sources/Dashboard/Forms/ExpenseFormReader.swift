import Billing
import BillingAPI
import TerminalUI

/// Reads an expense form: what was spent, on what, and for whom.
struct ExpenseFormReader {
  static func read(_ form: Form, _ figures: Figures) -> FormReading {
    var reader = FormReader(form, figures)
    var draft = ExpenseDraft(expenseDate: reader.date("expense_date"))
    draft.categoryID = reader.reference("expense_category_id").map { Identifier($0) }
    draft.amount = reader.amount("amount")
    draft.currencyID = reader.reference("currency_id").map { Identifier($0) }
    draft.customerID = reader.reference("customer_id").map { Identifier($0) }
    draft.methodID = reader.reference("payment_method_id").map { Identifier($0) }
    draft.notes = form.optional("notes")
    draft.number = form.optional("expense_number")
    draft.exchangeRate = form.optional("exchange_rate")
    reader.reading.amount = draft.amount
    reader.add(draft.validate())
    reader.reading.content = { [draft] in draft.json }
    return reader.reading
  }
}

extension FormFilling {
  init(_ expense: Expense, _ figures: Figures) {
    texts["expense_date"] = expense.expenseDate.iso
    texts["amount"] = expense.amount.formatted(style: figures.entryStyle(of: expense.currencyID))
    texts["notes"] = expense.notes
    texts["expense_number"] = expense.number
    texts["exchange_rate"] = expense.exchangeRate
    refer("expense_category_id", to: (expense.categoryID ?? expense.category?.id)?.value, expense.category?.name)
    refer("customer_id", to: (expense.customerID ?? expense.customer?.id)?.value, expense.customer?.name)
    refer("payment_method_id", to: (expense.methodID ?? expense.method?.id)?.value, expense.method?.name)
    refer("currency_id", to: expense.currencyID?.value, expense.currencyID.flatMap(Currency.with(id:))?.code)
    context.currencyID = expense.currencyID?.value
  }
}
