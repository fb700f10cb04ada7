internal import BillingAPI

extension ResourceDefinition {
  static let estimates = ResourceDefinition(
    kind: .estimates,
    fields: [
      .required("estimate_date", .day),
      .optional("expiry_date", .day),
      .number("estimate_number"),
    ] + DocumentRules.fields(statuses: ["DRAFT", "SENT", "VIEWED", "EXPIRED", "ACCEPTED", "REJECTED"]),
    answer: """
      json_object('id', r.id, 'estimate_date', r.estimate_date, 'expiry_date', r.expiry_date,
        'estimate_number', r.estimate_number, 'reference_number', r.reference_number, 'status', \(shownEstimateStatus),
        'discount_type', r.discount_type, 'discount', json(r.discount), 'discount_val', r.discount_val,
        'sub_total', r.sub_total, 'total', r.total, 'tax', r.tax, 'currency_id', r.currency_id,
        'exchange_rate', json(r.exchange_rate), 'customer_id', r.customer_id, 'template_name', r.template_name,
        'creator_id', 1, 'unique_hash', r.unique_hash, 'notes', r.notes, 'customer', \(AnswerSQL.customer),
        'items', \(AnswerSQL.lines("estimate")))
      """,
    dependsOnDay: true,
    order: "estimate_date DESC, id DESC",
    statuses: [
      ("DRAFT", "r.status = 'DRAFT'"),
      ("SENT", "r.status = 'SENT' AND NOT \(isExpired)"),
      ("VIEWED", "r.status = 'VIEWED' AND NOT \(isExpired)"),
      ("EXPIRED", "r.status IN ('SENT', 'VIEWED') AND \(isExpired)"),
      ("ACCEPTED", "r.status = 'ACCEPTED'"),
      ("REJECTED", "r.status = 'REJECTED'"),
    ],
    hasCustomer: true,
    rules: { draft, database in
      try DocumentRules.judge(&draft, database)
      draft.takeStatus { before, wanted in
        wanted == "ACCEPTED" || wanted == "REJECTED" || (before == "DRAFT" && wanted == "SENT")
      }
    },
    follow: { draft, id, database in
      try DocumentLine.replace(of: "estimate", id, with: draft.lines, database)
    })

  private static let isExpired = "(r.expiry_date IS NOT NULL AND r.expiry_date < :today)"

  /// An offer that is out and past its day reads EXPIRED; one that was answered keeps its answer.
  private static let shownEstimateStatus = """
    CASE WHEN r.status IN ('SENT', 'VIEWED') AND \(isExpired) THEN 'EXPIRED' ELSE r.status END
    """
}
