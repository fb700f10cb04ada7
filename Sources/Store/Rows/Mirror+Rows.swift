import Billing
import BillingAPI
internal import GRDB

extension Mirror {
  /// The rows of these records, in the order of `ids`; those that are gone are missing.
  package func rows(_ kind: ResourceKind, ids: [Int64]) throws(StoreError) -> [MirrorRow] {
    try read { database in
      let found = try Self.rows(database, kind, ids)
      let byID = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
      return ids.compactMap { byID[$0] }
    }
  }

  private static func rows(_ database: Database, _ kind: ResourceKind, _ ids: [Int64]) throws -> [MirrorRow] {
    switch kind {
    case .invoices: try fetch(database, kind, ids).map { .invoice(InvoiceRow(row: $0)) }
    case .customers: try customers(database, ids).map(MirrorRow.customer)
    case .payments: try fetch(database, kind, ids, extra: invoiceNumber).map { .payment(PaymentRow(row: $0)) }
    case .estimates: try fetch(database, kind, ids).map { .estimate(EstimateRow(row: $0)) }
    case .expenses: try fetch(database, kind, ids).map { .expense(ExpenseRow(row: $0)) }
    case .items: try fetch(database, kind, ids).map { .item(ItemRow(row: $0)) }
    }
  }

  static let invoiceNumber = """
    , (SELECT invoices.number FROM invoices WHERE invoices.id = payments.invoice_id) AS invoice_number
    """

  /// Ids are numbers, so they stand in the statement as text: there may be more than SQLite binds.
  static func fetch(_ database: Database, _ kind: ResourceKind, _ ids: [Int64], extra: String = "") throws -> [Row] {
    let list = ids.map(String.init).joined(separator: ",")
    return try Row.fetchAll(
      database, sql: "SELECT *\(extra) FROM \(kind.rawValue) WHERE id IN (SELECT value FROM json_each(?))",
      arguments: ["[\(list)]"])
  }

  static func customers(_ database: Database, _ ids: [Int64]) throws -> [CustomerRow] {
    let list = ids.map(String.init).joined(separator: ",")
    let sums = try Row.fetchAll(
      database,
      sql: """
        SELECT currency_id, count(*), \(CurrencySum.parts("total")), \(CurrencySum.parts("open_amount")), customer_id,
        min(due_date) AS oldest_due
        FROM invoices WHERE customer_id IN (SELECT value FROM json_each(?)) AND \(FilterSQL.isOpen)
        GROUP BY customer_id, currency_id ORDER BY customer_id, count(*) DESC, currency_id
        """, arguments: ["[\(list)]"])
    let balances = Dictionary(grouping: sums) { $0["customer_id"] as Int64 }
    return try fetch(database, .customers, ids).map { row in
      var customer = CustomerRow(row: row)
      let sums = balances[customer.id.value] ?? []
      customer.balances = sums.map { CurrencySum(row: $0) }
      customer.oldestDue = sums.compactMap { $0.day("oldest_due") }.min()
      return customer
    }
  }
}
