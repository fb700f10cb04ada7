import Billing
import BillingAPI
import Store
import TerminalUI

extension FormDefinition {
  static let expenses = FormDefinition(
    kind: .expenses,
    fields: [
      FormField("amount", "Amount", .amount),
      FormField("expense_category_id", "Category", .lookUp(.expenseCategories)),
      FormField("expense_date", "Spent", .date(from: nil), text: "today"),
      FormField("notes", "Notes", .text),
      FormField("payment_method_id", "Method", .lookUp(.paymentMethods)),
      FormField("customer_id", "Customer", .customer),
      FormField("currency_id", "Currency", .currency),
      FormField("expense_number", "Number", .text, in: .folded("More")),
      FormField("exchange_rate", "Rate", .rate, in: .folded("More")),
    ],
    titles: ["expense_number", "notes"],
    read: ExpenseFormReader.read,
    // A record that cannot be read cannot be changed here; the effect's sentence says so.
    fill: { record, figures in (try? Expense(json: record)).map { FormFilling($0, figures) } })
}
