internal import BillingAPI
internal import GRDB

extension ResourceDefinition {
  static let invoices = ResourceDefinition(
    kind: .invoices,
    fields: [
      .required("invoice_date", .day),
      .optional("due_date", .day),
      .number("invoice_number"),
    ] + DocumentRules.fields(statuses: ["DRAFT", "SENT", "VIEWED", "OVERDUE", "COMPLETED"]),
    answer: """
      json_object('id', r.id, 'invoice_date', r.invoice_date, 'due_date', r.due_date,
        'invoice_number', r.invoice_number, 'reference_number', r.reference_number, 'status', \(shownInvoiceStatus),
        'paid_status', r.paid_status, 'discount_type', r.discount_type, 'discount', json(r.discount),
        'discount_val', r.discount_val, 'sub_total', r.sub_total, 'total', r.total, 'tax', r.tax,
        'due_amount', r.due_amount, 'currency_id', r.currency_id, 'exchange_rate', json(r.exchange_rate),
        'customer_id', r.customer_id, 'template_name', r.template_name, 'creator_id', 1,
        'unique_hash', r.unique_hash, 'notes', r.notes, 'customer', \(AnswerSQL.customer),
        'items', \(AnswerSQL.lines("invoice")))
      """,
    dependsOnDay: true,
    order: "invoice_date DESC, id DESC",
    statuses: [
      ("DRAFT", "r.status = 'DRAFT' AND \(isOpen)"),
      ("SENT", "r.status = 'SENT' AND \(isOpen) AND NOT \(isLate)"),
      ("VIEWED", "r.status = 'VIEWED' AND \(isOpen) AND NOT \(isLate)"),
      ("OVERDUE", "r.status IN ('SENT', 'VIEWED') AND \(isOpen) AND \(isLate)"),
      ("COMPLETED", isPaid),
    ],
    hasCustomer: true,
    rules: { draft, database in
      try DocumentRules.judge(&draft, database)
      try judgePayments(&draft, database)
      draft.takeStatus { before, wanted in before == "DRAFT" && wanted == "SENT" }
    },
    follow: { draft, id, database in
      try DocumentLine.replace(of: "invoice", id, with: draft.lines, database)
      if draft.existing != nil { try Allocation.settle(id, database) }
    },
    allowDeletion: { id, database in
      guard try Allocation.hasPayments(id, database) else { return }
      throw Refusal.invalid(["id": ["The invoice has payments and cannot be deleted."]])
    })

  // Both are written as the indexes of open and paid invoices are, so that SQLite sees that they apply.
  private static let isPaid = "r.due_amount = 0 AND r.total > 0"
  private static let isOpen = "(r.due_amount > 0 OR r.total = 0)"
  /// A day without a due date is never late.
  private static let isLate = "(r.due_amount > 0 AND r.due_date IS NOT NULL AND r.due_date < :today)"

  /// The word that the row reads as today: being paid and being late follow from the balance and the day.
  private static let shownInvoiceStatus = """
    CASE WHEN \(isPaid) THEN 'COMPLETED' WHEN r.status <> 'DRAFT' AND \(isLate) THEN 'OVERDUE' ELSE r.status END
    """

  /// Neither the total nor the customer may slip away under what is already paid.
  private static func judgePayments(_ draft: inout RecordDraft, _ database: Database) throws {
    guard let id = draft.id else {
      draft.set("due_amount", draft.value("total", as: Int64.self))
      return
    }
    guard try Allocation.hasPayments(id, database) else {
      draft.set("due_amount", draft.value("total", as: Int64.self))
      return
    }
    let paid = try Allocation.paid(id, database)
    if let total: Int64 = draft.value("total") {
      if total < paid { draft.refuse("total", "The total field must not be less than the \(paid) already paid.") }
      draft.set("due_amount", total - paid)
    }
    if draft.changes("customer_id") {
      draft.refuse("customer_id", "The customer id cannot be changed once there is a payment.")
    }
  }
}
