internal import BillingAPI
internal import GRDB

extension ResourceDefinition {
  static let expenses = ResourceDefinition(
    kind: .expenses,
    fields: [
      .required("expense_date", .day),
      .number("expense_number", isRequired: false),
      .required("amount", .amount),
      .optional("notes", .longText),
      .optional("customer_id", .reference("customers")),
      .required("expense_category_id", .reference("expense_categories")),
      .required("currency_id", .currency),
      .optional("exchange_rate", .rate),
      .optional("payment_method_id", .reference("payment_methods")),
    ],
    answer: """
      json_object('id', r.id, 'expense_date', r.expense_date, 'expense_number', r.expense_number, 'amount', r.amount,
        'notes', r.notes, 'customer_id', r.customer_id, 'expense_category_id', r.expense_category_id,
        'currency_id', r.currency_id, 'exchange_rate', json(r.exchange_rate), 'base_amount', r.base_amount,
        'payment_method_id', r.payment_method_id, 'creator_id', 1, 'customer', \(AnswerSQL.customer),
        'expense_category', \(AnswerSQL.lookUp("expense_categories", "expense_category_id")),
        'payment_method', \(AnswerSQL.lookUp("payment_methods", "payment_method_id")))
      """,
    order: "expense_date DESC, id DESC", hasCustomer: true,
    rules: { draft, database in
      try draft.setDefault("expense_number") { _ in try nextExpenseNumber(database) }
      draft.settleBaseAmount()
    })

  /// The documentation does not ask for a number but answers one, so the service counts on.
  private static func nextExpenseNumber(_ database: Database) throws -> String {
    let highest = try Int64.fetchOne(
      database,
      sql: "SELECT max(CAST(substr(expense_number, 5) AS INTEGER)) FROM expenses WHERE expense_number GLOB 'EXP-[0-9]*'"
    )
    let digits = String((highest ?? 0) + 1)
    return "EXP-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}
