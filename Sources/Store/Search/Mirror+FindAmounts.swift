import Billing
import BillingAPI
internal import GRDB

extension Mirror {
  /// Records with such an amount, whatever their currency: totals and balances of invoices, payments, totals of estimates,
  /// expenses. The nearest come first, then the newest. An invoice's balance counts only where it is not its total.
  package func findAmounts(_ query: AmountQuery, limit: Int) throws(StoreError) -> [AmountHit] {
    var hits: [AmountHit] = []
    for source in Self.amountSources {
      let found = try amounts(source, query, limit)
      let rows = try self.rows(source.kind, ids: Array(found.keys))
      hits += rows.compactMap { row in
        guard let cents = found[row.id] else { return nil }
        let distance = Int64((cents - query.cents).magnitude)
        return AmountHit(row: row, measure: source.measure, amount: Money(cents: cents), distance: distance)
      }
    }
    return Array(hits.sorted { AmountRank($0) < AmountRank($1) }.prefix(limit))
  }

  private typealias AmountSource = (kind: ResourceKind, column: String, measure: AmountHit.Measure, condition: String)

  private static let amountSources: [AmountSource] = [
    (.invoices, "total", .total, "1"), (.invoices, "due_amount", .balance, "due_amount <> ifnull(total, 0)"),
    (.payments, "amount", .amount, "1"), (.estimates, "total", .total, "1"), (.expenses, "amount", .amount, "1"),
  ]

  /// Amounts by id: from the amount asked for upwards and downwards along the index.
  private func amounts(_ source: AmountSource, _ query: AmountQuery, _ limit: Int) throws(StoreError) -> [Int64: Int64]
  {
    func half(_ range: String, _ direction: String) -> String {
      """
      SELECT * FROM (SELECT id, \(source.column) FROM \(source.kind.rawValue) WHERE \(source.column) \(range) \
      AND \(source.condition) ORDER BY \(source.column) \(direction), id \(direction) LIMIT :limit)
      """
    }
    let statement = """
      \(half("BETWEEN :cents + 1 AND :most", "ASC")) UNION ALL \(half("BETWEEN :least AND :cents", "DESC"))
      """
    let values: StatementArguments = [
      "cents": query.cents, "least": query.least, "most": query.most, "limit": limit,
    ]
    let rows = try read { try Row.fetchAll($0, sql: statement, arguments: values) }
    return Dictionary(rows.map { ($0[0] as Int64, $0[1] as Int64) }) { first, _ in first }
  }
}

private struct AmountRank: Comparable {
  let hit: AmountHit

  init(_ hit: AmountHit) { self.hit = hit }

  static func < (left: AmountRank, right: AmountRank) -> Bool {
    if left.hit.distance != right.hit.distance { return left.hit.distance < right.hit.distance }
    let days = [left, right].map { $0.hit.date?.daysSince1970 ?? .min }
    return days[0] != days[1] ? days[0] > days[1] : left.hit.row.id > right.hit.row.id
  }
}
