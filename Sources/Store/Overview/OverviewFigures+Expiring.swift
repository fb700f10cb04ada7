import Billing
internal import GRDB

extension OverviewFigures {
  /// Offers that were sent and expire within a week.
  mutating func gatherExpiring() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM estimates WHERE status IN ('SENT', 'VIEWED') AND expiry_date BETWEEN :today AND :today + 7
        ORDER BY expiry_date, id LIMIT 50
        """, arguments: ["today": today.daysSince1970])
    for row in rows { change(row["currency_id"]) { $0.expiring.append(EstimateRow(row: row)) } }
  }
}
