import Billing
import BillingAPI
import Foundation
internal import GRDB

extension Mirror {
  /// The ids of a list in the order in which it is shown.
  package func order(of request: ListRequest) throws(StoreError) -> [Int64] {
    try order(of: request, limit: nil)
  }

  /// The first so many ids: what the screen needs before all of them are there.
  package func firstOrder(of request: ListRequest, limit: Int) throws(StoreError) -> [Int64] {
    try order(of: request, limit: limit)
  }

  private func order(of request: ListRequest, limit: Int?) throws(StoreError) -> [Int64] {
    let condition = FilterSQL.condition(of: request)
    let table = request.kind.rawValue
    let statement = """
      SELECT \(table).id FROM \(table) WHERE \(condition.sql)
      ORDER BY \(SortSQL.order(request.kind, request.sort)) \(limit.map { "LIMIT \($0)" } ?? "")
      """
    return try read { try Int64.fetchAll($0, sql: statement, arguments: condition.arguments) }
  }

  /// How many records a list has and what they come to, currency by currency.
  package func summary(of request: ListRequest) throws(StoreError) -> ListSummary {
    let condition = FilterSQL.condition(of: request)
    let table = request.kind.rawValue
    let balance = request.kind == .invoices ? "CASE WHEN due_amount > 0 THEN due_amount END" : "0"
    let statement = """
      SELECT currency_id, count(*), \(CurrencySum.parts(FilterSQL.amount(request.kind))), \(CurrencySum.parts(balance))
      FROM \(table) WHERE \(condition.sql) GROUP BY currency_id ORDER BY count(*) DESC, currency_id
      """
    return try read { database in
      let sums = try Row.fetchAll(database, sql: statement, arguments: condition.arguments).map { CurrencySum(row: $0) }
      return ListSummary(count: sums.reduce(0) { $0 + $1.count }, sums: sums)
    }
  }

  /// How many records stand in each status; empty for kinds without one.
  package func statusCounts(_ kind: ResourceKind) throws(StoreError) -> [StatusCount] {
    guard FilterSQL.hasStatus(kind) else { return [] }
    return try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT status, count(*) FROM \(kind.rawValue) WHERE status IS NOT NULL GROUP BY status ORDER BY count(*) DESC, status
          """
      ).map { StatusCount(word: $0[0], count: $0[1]) }
    }
  }

  /// How much of a kind is here, and how old it is.
  package func completeness(_ kind: ResourceKind) throws(StoreError) -> Completeness {
    try read { database in
      let name = kind.rawValue
      let oldest = try Int64.fetchOne(
        database, sql: "SELECT min(as_of) FROM records_json WHERE kind = ?", arguments: [name])
      let list = try Row.fetchOne(
        database, sql: "SELECT total, skipped, as_of FROM fetched WHERE kind = ?", arguments: [name])
      var completeness = Completeness(
        loaded: try Int.fetchOne(database, sql: "SELECT count(*) FROM \(name)") ?? 0, total: list?["total"],
        oldest: oldest.map(Date.init(microseconds:)))
      completeness.skipped = list?["skipped"] ?? 0
      completeness.asOf = (list?["as_of"] as Int64?).map(Date.init(microseconds:))
      return completeness
    }
  }

  /// The record as the service answered it; nil where the mirror does not have it.
  package func record(_ kind: ResourceKind, id: Int64) throws(StoreError) -> StoredRecord? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT json, as_of FROM records_json WHERE kind = ? AND id = ?", arguments: [kind.rawValue, id]
      ).map { StoredRecord(id: id, json: $0[0], asOf: Date(microseconds: $0[1])) }
    }
  }

  /// The highest id that is known of a kind; nil where nothing is.
  package func highestID(_ kind: ResourceKind) throws(StoreError) -> Int64? {
    try read { try Int64.fetchOne($0.cachedStatement(sql: "SELECT max(id) FROM \(kind.rawValue)")) }
  }

  /// Every number of a kind that is known, the newest first, for proposing the next one; empty for customers and items.
  package func knownNumbers(_ kind: ResourceKind) throws(StoreError) -> [String] {
    guard kind.numberField != nil else { return [] }
    return try read { database in
      try String.fetchAll(database, sql: "SELECT number FROM \(kind.rawValue) WHERE number <> '' ORDER BY id DESC")
    }
  }
}

extension CurrencySum {
  /// SQL for a sum in two parts, because `sum` fails beyond 64 bits and `total` is a Double.
  static func parts(_ column: String) -> String {
    "ifnull(sum(\(column) / \(half)), 0), ifnull(sum(\(column) % \(half)), 0)"
  }

  /// The same, with names for the two parts.
  static func parts(_ column: String, as upper: String, _ lower: String) -> String {
    "ifnull(sum(\(column) / \(half)), 0) AS \(upper), ifnull(sum(\(column) % \(half)), 0) AS \(lower)"
  }

  /// Of currency, count, and the parts of total and balance, from a column on.
  init(row: Row, from first: Int = 0) {
    self.init(
      currencyID: (row[first] as Int64?).map(Identifier.init), count: row[first + 1],
      total: Self.whole(row[first + 2], row[first + 3]), balance: Self.whole(row[first + 4], row[first + 5]))
  }

  private static let half: Int64 = 1_000_000

  static func whole(_ upper: Int64, _ lower: Int64) -> Money {
    let (product, overflow) = upper.multipliedReportingOverflow(by: half)
    let (sum, carry) = product.addingReportingOverflow(lower)
    return Money(cents: overflow || carry ? (upper < 0 ? .min : .max) : sum)
  }
}
