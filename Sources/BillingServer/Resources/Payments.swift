internal import BillingAPI
internal import Billing
internal import GRDB

extension ResourceDefinition {
  static let payments = ResourceDefinition(
    kind: .payments,
    fields: [
      .number("payment_number"),
      .required("payment_date", .day),
      .required("amount", .amount),
      .optional("notes", .longText),
      .required("customer_id", .reference("customers")),
      .optional("invoice_id", .reference("invoices")),
      .optional("payment_method_id", .reference("payment_methods")),
      .optional("currency_id", .currency),
      .optional("exchange_rate", .rate),
    ],
    answer: """
      json_object('id', r.id, 'payment_number', r.payment_number, 'payment_date', r.payment_date, 'amount', r.amount,
        'notes', r.notes, 'customer_id', r.customer_id, 'invoice_id', r.invoice_id,
        'payment_method_id', r.payment_method_id, 'currency_id', r.currency_id,
        'exchange_rate', json(r.exchange_rate), 'base_amount', r.base_amount, 'creator_id', 1,
        'customer', \(AnswerSQL.customer),
        'payment_method', \(AnswerSQL.lookUp("payment_methods", "payment_method_id")))
      """,
    order: "payment_date DESC, id DESC", hasCustomer: true,
    rules: { draft, database in
      if draft.value("amount") == Int64(0) { draft.refuse("amount", "The amount field must be greater than 0.") }
      if let invoice: Int64 = draft.value("invoice_id") { try Allocation.judge(&draft, invoice, database) }
      try draft.setDefault("currency_id") { try CompanyCurrency.id(ofCustomer: $0.value("customer_id"), database) }
      draft.settleBaseAmount()
    },
    follow: { draft, _, database in
      let touched: [Int64?] = [draft.existing?["invoice_id"], draft.value("invoice_id")]
      let events = RecordEvents(database: database, moment: draft.moment)
      for invoice in Set(touched.compactMap { $0 }).sorted() {
        let becamePaid = try Allocation.settle(invoice, database)
        try events.settled(invoice, becamePaid: becamePaid, isChange: draft.existing != nil)
      }
    })
}

/// Applies payments to the balance of the one invoice that each pays.
enum Allocation {
  /// Refuses what the invoice cannot take, and gives the payment the invoice's currency where it names none.
  static func judge(_ draft: inout RecordDraft, _ invoice: Int64, _ database: Database) throws {
    let sql = "SELECT customer_id, due_amount, currency_id FROM invoices WHERE id = ?"
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [invoice]) else { return }
    if let customer: Int64 = draft.value("customer_id"), customer != row["customer_id"] {
      return draft.refuse("invoice_id", "The selected invoice id belongs to another customer.")
    }
    draft.setDefault("currency_id") { _ in row["currency_id"] as Int64? }
    let balance: Int64 = row["due_amount"] + released(by: draft, on: invoice)
    guard let amount: Int64 = draft.value("amount") else { return }
    draft.set("is_applied", amount <= balance)
    if amount > balance, !draft.hazards.contains(.overpaySwallowed) {
      draft.refuse("amount", "The amount field must not be greater than the balance of \(balance).")
    }
  }

  /// What the payment itself takes from that invoice so far.
  private static func released(by draft: RecordDraft, on invoice: Int64) -> Int64 {
    guard let existing = draft.existing, existing["invoice_id"] == invoice, existing["is_applied"] else { return 0 }
    return existing["amount"]
  }

  /// Works out the balance afresh from the payments; the paid status follows from it.
  ///
  /// True when that is what made the invoice paid.
  @discardableResult
  static func settle(_ invoice: Int64, _ database: Database) throws -> Bool {
    let wasPaid = try isPaid(invoice, database)
    try database.execute(
      sql: """
        UPDATE invoices SET due_amount = total - coalesce(
          (SELECT sum(amount) FROM payments WHERE invoice_id = :invoice AND is_applied), 0) WHERE id = :invoice
        """,
      arguments: ["invoice": invoice])
    return try !wasPaid && isPaid(invoice, database)
  }

  private static func isPaid(_ invoice: Int64, _ database: Database) throws -> Bool {
    try String.fetchOne(database, sql: "SELECT paid_status FROM invoices WHERE id = ?", arguments: [invoice]) == "PAID"
  }

  /// What is paid of an invoice, in cents.
  static func paid(_ invoice: Int64, _ database: Database) throws -> Int64 {
    try Int64.fetchOne(
      database, sql: "SELECT total - due_amount FROM invoices WHERE id = ?", arguments: [invoice]) ?? 0
  }

  static func hasPayments(_ invoice: Int64, _ database: Database) throws -> Bool {
    try Int64.fetchOne(database, sql: "SELECT id FROM payments WHERE invoice_id = ? LIMIT 1", arguments: [invoice])
      != nil
  }
}
