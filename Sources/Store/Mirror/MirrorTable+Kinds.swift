import BillingAPI

extension MirrorTable {
  static let all: [MirrorTable] = ResourceKind.allCases.map(of)

  static func of(_ kind: ResourceKind) -> MirrorTable {
    switch kind {
    case .invoices: invoices
    case .customers: customers
    case .payments: payments
    case .estimates: estimates
    case .expenses: expenses
    case .items: items
    }
  }

  private static let invoices = MirrorTable(
    .invoices,
    columns: [
      MirrorColumn("number", .text, "invoice_number", searched: true),
      MirrorColumn("reference", .text, "reference_number", searched: true),
      MirrorColumn("customer_id", .identifier, "customer_id", "customer.id"),
      MirrorColumn("customer_name", .text, "customer.name", searched: true),
      MirrorColumn("customer_email", .text, "customer.email", searched: true),
      MirrorColumn("invoice_date", .day, "invoice_date"),
      MirrorColumn("due_date", .day, "due_date"),
      MirrorColumn("status", .word, "status", searched: true),
      MirrorColumn("paid_status", .word, "paid_status", searched: true),
      MirrorColumn("sub_total", .money, "sub_total"),
      MirrorColumn("discount_value", .money, "discount_val"),
      MirrorColumn("tax", .money, "tax"),
      MirrorColumn("total", .money, "total", searched: true),
      MirrorColumn("due_amount", .money, "due_amount", searched: true),
      MirrorColumn("currency_id", .identifier, "currency_id", "currency.id"),
      MirrorColumn("notes", .text, "notes", searched: true),
    ],
    bulk: documentBulk,
    derived: [openAmount, draftAmount, unnamed],
    indexes: [
      MirrorIndex("invoice_date", "currency_id", "status", "total"), MirrorIndex("due_date"),
      MirrorIndex("number_tail"), MirrorIndex("total", waits: true), MirrorIndex("due_amount", waits: true),
      MirrorIndex("customer_id", "invoice_date", waits: true), unnamedByCustomer,
      MirrorIndex("status", "paid_status", "currency_id", "total", "due_amount", waits: true),
      MirrorIndex("name_folded", waits: true),
      MirrorIndex(
        "customer_id", "currency_id", "due_date", "open_amount", "total", where: "open_amount IS NOT NULL"),
      MirrorIndex("currency_id", "draft_amount", "invoice_date", where: "draft_amount IS NOT NULL"),
    ])

  /// What is still to be paid of an invoice; a draft counts only once it is paid in part.
  private static let openAmount = DerivedColumn(
    name: "open_amount",
    value: """
      CASE WHEN due_amount > 0 AND NOT (status IS 'DRAFT' AND coalesce(paid_status, 'UNPAID') = 'UNPAID') \
      THEN due_amount END
      """)

  /// What an invoice comes to that was never sent, and of which nothing was paid.
  private static let draftAmount = DerivedColumn(
    name: "draft_amount",
    value: """
      CASE WHEN status IS 'DRAFT' AND NOT (ifnull(due_amount, 0) > 0 AND coalesce(paid_status, 'UNPAID') <> 'UNPAID') \
      THEN ifnull(total, 0) END
      """)

  /// The document does not name its customer: it is called by what the customer is called.
  private static let unnamed = DerivedColumn(
    name: "unnamed",
    value: "CASE WHEN raw_customer_id IS NOT NULL AND ifnull(raw_customer_name, '') = '' THEN 1 END")

  /// Empty where the service nests customers in documents, as it is documented.
  private static let unnamedByCustomer = MirrorIndex("customer_id", where: "unnamed IS NOT NULL")

  private static let customers = MirrorTable(
    .customers,
    columns: [
      MirrorColumn("name", .text, "name", searched: true),
      MirrorColumn("company_name", .text, "company_name", searched: true),
      MirrorColumn("contact_name", .text, "contact_name", searched: true),
      MirrorColumn("email", .text, "email", searched: true),
      MirrorColumn("phone", .text, "phone", searched: true),
      MirrorColumn("website", .text, "website", searched: true),
      MirrorColumn("currency_id", .identifier, "currency_id", "currency.id"),
      MirrorColumn("created_on", .day, "created_at"),
    ],
    searchedPaths: CustomerField.allCases.dropFirst(6).map(\.path),
    phonePaths: CustomerField.phones.map(\.path),
    bulk: ["creator", "company", "fields", "currency", "media"],
    indexes: [MirrorIndex("name_folded", waits: true)])

  private static let payments = MirrorTable(
    .payments,
    columns: [
      MirrorColumn("number", .text, "payment_number", searched: true),
      MirrorColumn("payment_date", .day, "payment_date"),
      MirrorColumn("amount", .money, "amount", searched: true),
      MirrorColumn("customer_id", .identifier, "customer_id", "customer.id"),
      MirrorColumn("customer_name", .text, "customer.name", searched: true),
      MirrorColumn("invoice_id", .identifier, "invoice_id", "invoice.id"),
      MirrorColumn("method_id", .identifier, "payment_method_id", "payment_method.id"),
      MirrorColumn("method_name", .text, "payment_method.name", searched: true),
      MirrorColumn("currency_id", .identifier, "currency_id", "currency.id"),
      MirrorColumn("notes", .text, "notes", searched: true),
    ],
    bulk: documentBulk + ["invoice", "transaction"],
    derived: [unnamed],
    indexes: [
      MirrorIndex("payment_date", "currency_id", "amount", "invoice_id"), MirrorIndex("invoice_id", "payment_date"),
      MirrorIndex("customer_id", "payment_date", waits: true), MirrorIndex("number_tail"),
      MirrorIndex("amount", waits: true),
      unnamedByCustomer,
    ])

  private static let estimates = MirrorTable(
    .estimates,
    columns: [
      MirrorColumn("number", .text, "estimate_number", searched: true),
      MirrorColumn("reference", .text, "reference_number", searched: true),
      MirrorColumn("customer_id", .identifier, "customer_id", "customer.id"),
      MirrorColumn("customer_name", .text, "customer.name", searched: true),
      MirrorColumn("estimate_date", .day, "estimate_date"),
      MirrorColumn("expiry_date", .day, "expiry_date"),
      MirrorColumn("status", .word, "status", searched: true),
      MirrorColumn("total", .money, "total", searched: true),
      MirrorColumn("currency_id", .identifier, "currency_id", "currency.id"),
      MirrorColumn("notes", .text, "notes", searched: true),
    ],
    bulk: documentBulk,
    derived: [unnamed],
    indexes: [
      unnamedByCustomer, MirrorIndex("estimate_date"), MirrorIndex("customer_id", "estimate_date", waits: true),
      MirrorIndex("number_tail"),
      MirrorIndex("total", waits: true), MirrorIndex("status", "currency_id", "expiry_date", "total", waits: true),
    ])

  private static let expenses = MirrorTable(
    .expenses,
    columns: [
      MirrorColumn("number", .text, "expense_number", searched: true),
      MirrorColumn("expense_date", .day, "expense_date"),
      MirrorColumn("amount", .money, "amount", searched: true),
      MirrorColumn("category_id", .identifier, "expense_category_id", "expense_category.id"),
      MirrorColumn("category_name", .text, "expense_category.name", searched: true),
      MirrorColumn("customer_id", .identifier, "customer_id", "customer.id"),
      MirrorColumn("customer_name", .text, "customer.name", searched: true),
      MirrorColumn("method_id", .identifier, "payment_method_id", "payment_method.id"),
      MirrorColumn("method_name", .text, "payment_method.name", searched: true),
      MirrorColumn("currency_id", .identifier, "currency_id", "currency.id"),
      MirrorColumn("notes", .text, "notes", searched: true),
    ],
    bulk: documentBulk,
    derived: [unnamed],
    indexes: [
      unnamedByCustomer, MirrorIndex("expense_date", "currency_id", "amount"),
      MirrorIndex("customer_id", "expense_date", waits: true),
      MirrorIndex("number_tail"), MirrorIndex("amount", waits: true),
    ])

  private static let items = MirrorTable(
    .items,
    columns: [
      MirrorColumn("name", .text, "name", searched: true),
      MirrorColumn("description", .text, "description", searched: true),
      MirrorColumn("price", .money, "price", searched: true),
      MirrorColumn("unit_id", .identifier, "unit_id", "unit.id"),
      MirrorColumn("unit_name", .text, "unit.name", searched: true),
      MirrorColumn("currency_id", .identifier, "currency_id", "currency.id"),
    ],
    bulk: ["creator", "company", "fields", "currency", "taxes"],
    indexes: [MirrorIndex("name_folded")])

  /// What services of this family nest in documents, beyond what is documented.
  private static let documentBulk = [
    "creator", "company", "fields", "currency", "customer.billing", "customer.shipping", "customer.fields",
    "customer.company", "customer.currency", "customer.creator", "customer.media",
  ]
}
