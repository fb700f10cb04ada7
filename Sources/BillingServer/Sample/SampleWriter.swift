internal import Billing
internal import GRDB

/// Writes sample rows through statements that are prepared once.
struct SampleWriter {
  private let customer: Statement
  private let item: Statement
  private let document: [SampleDocument.Kind: Statement]
  private let line: [SampleDocument.Kind: Statement]
  private let payment: Statement
  private let expense: Statement
  private let database: Database

  init(_ database: Database) throws {
    self.database = database
    func prepare(_ table: String, _ columns: String) throws -> Statement {
      let places = columns.split(separator: ",").map { _ in "?" }.joined(separator: ", ")
      return try database.makeStatement(sql: "INSERT INTO \(table) (\(columns)) VALUES (\(places))")
    }
    customer = try prepare(
      "customers",
      "name, email, phone, contact_name, company_name, website, currency_id, prefix, created_at, updated_at, billing")
    item = try prepare(
      "items", "name, description, price, unit_id, currency_id, tax_per_item, created_at, updated_at")
    let sums = """
      reference_number, status, discount_type, discount, discount_val, sub_total, tax, total, currency_id,
      exchange_rate, customer_id, template_name, unique_hash, notes
      """
    document = [
      .invoice: try prepare("invoices", "invoice_date, due_date, invoice_number, \(sums), due_amount"),
      .estimate: try prepare("estimates", "estimate_date, expiry_date, estimate_number, \(sums)"),
    ]
    func lines(_ word: String) throws -> Statement {
      try prepare("\(word)_lines", "\(word)_id, position, name, description, quantity, price, total")
    }
    line = [.invoice: try lines("invoice"), .estimate: try lines("estimate")]
    payment = try prepare(
      "payments",
      "payment_number, payment_date, amount, notes, customer_id, invoice_id, payment_method_id, currency_id, "
        + "exchange_rate, base_amount")
    expense = try prepare(
      "expenses",
      "expense_number, expense_date, amount, notes, customer_id, expense_category_id, payment_method_id, currency_id, "
        + "exchange_rate, base_amount")
  }

  func write(_ row: SampleCustomer) throws {
    try customer.execute(
      arguments: [
        row.name, row.email, row.phone, row.contact, row.companyName, row.website, row.currency.value, row.prefix,
        row.createdAt, row.createdAt, row.billing,
      ])
  }

  func writeItem(
    _ row: (name: String, description: String?, price: Int64, unit: String?), unit: Int64?, currency: Int64,
    at stamp: String
  ) throws {
    try item.execute(arguments: [row.name, row.description, row.price, unit, currency, "NO", stamp, stamp])
  }

  /// Writes the document with its lines and answers its id.
  func write(_ row: SampleDocument) throws -> Int64 {
    var arguments: StatementArguments = [
      row.date.iso, row.end?.iso, row.number, row.reference, row.status, row.discountType, row.discount,
      row.totals.discountValue.cents, row.totals.subTotal.cents, row.totals.tax.cents, row.totals.total.cents,
      row.currency.value, row.rate, row.customer, row.kind == .invoice ? "invoice1" : "estimate1", row.hash, row.notes,
    ]
    if row.kind == .invoice { arguments += [row.dueAmount.cents] }
    try document[row.kind]?.execute(arguments: arguments)
    let id = database.lastInsertedRowID
    for (position, entry) in row.lines.enumerated() {
      try line[row.kind]?.execute(
        arguments: [
          id, position, entry.name, entry.description, entry.quantity.tenThousandths, entry.price.cents,
          row.totals.lineTotals[position].cents,
        ])
    }
    return id
  }

  func write(_ row: SamplePayment, number: String) throws {
    try payment.execute(
      arguments: [
        number, row.date.iso, row.amount.cents, row.notes, row.customer, row.invoice, row.method, row.currency.value,
        row.rate, row.base,
      ])
  }

  func write(_ row: SampleExpense, number: String) throws {
    try expense.execute(
      arguments: [
        number, row.date.iso, row.amount.cents, row.notes, row.customer, row.category, row.method, row.currency.value,
        "1", row.amount.cents,
      ])
  }

  /// The ids of a look-up list by name.
  func ids(of kind: LookUpKind) throws -> [String: Int64] {
    let rows = try Row.fetchAll(database, sql: "SELECT id, name FROM \(kind.table)")
    return Dictionary(rows.map { ($0["name"], $0["id"]) }, uniquingKeysWith: { first, _ in first })
  }
}
