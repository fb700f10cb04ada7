import Billing
import BillingAPI
import Foundation
internal import GRDB

extension Mirror {
  /// What was seen to happen, newest first, and after it the newest documents, of which no more is known than their day.
  package func activity(limit: Int) throws(StoreError) -> [LatestEntry] {
    let seen = try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM changes ORDER BY place DESC LIMIT ?", arguments: [limit])
        .compactMap(LatestEntry.init(row:))
    }
    let named = Set(seen.map { "\($0.kind) \($0.id)" })
    let dated = try newest(limit: limit - seen.count).filter { !named.contains("\($0.kind) \($0.id)") }
    return try withRows(seen) + dated
  }

  private func newest(limit: Int) throws(StoreError) -> [LatestEntry] {
    guard limit > 0 else { return [] }
    var rows: [MirrorRow] = []
    for kind in [ResourceKind.invoices, .payments, .estimates, .expenses] {
      // Only the order counts here, and it does not depend on the day.
      let request = ListRequest(kind, today: CalendarDate(daysSince1970: 0))
      rows += try self.rows(kind, ids: firstOrder(of: request, limit: limit))
    }
    let newest = rows.sorted { ($1.date?.daysSince1970 ?? .min, $1.id) < ($0.date?.daysSince1970 ?? .min, $0.id) }
    return newest.prefix(limit).map { row in
      LatestEntry(kind: row.kind, id: row.id, label: row.number ?? "", change: .dated, row: row, seen: nil)
    }
  }

  private func withRows(_ entries: [LatestEntry]) throws(StoreError) -> [LatestEntry] {
    var rows: [ResourceKind: [Int64: MirrorRow]] = [:]
    for (kind, entries) in Dictionary(grouping: entries, by: \.kind) {
      let found = try self.rows(kind, ids: entries.map(\.id))
      rows[kind] = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    }
    return entries.map { entry in
      var entry = entry
      entry.row = rows[entry.kind]?[entry.id]
      return entry
    }
  }
}

extension LatestEntry {
  fileprivate init?(row: Row) {
    guard let kind = ResourceKind(rawValue: row["kind"]), let change = Change(row: row) else { return nil }
    self.init(
      kind: kind, id: row["id"], label: row.text("label") ?? "", change: change, row: nil,
      seen: Date(microseconds: row["seen"]))
  }
}

extension LatestEntry.Change {
  fileprivate init?(row: Row) {
    switch row.text("change") {
    case "appeared": self = .appeared
    case "removed": self = .removed
    case "edited": self = .edited
    case "status": self = .status(from: row.text("old_status") ?? "", to: row.text("new_status") ?? "")
    case "balance": self = .balance(from: row.money("old_balance") ?? .zero, to: row.money("new_balance") ?? .zero)
    default: return nil
    }
  }
}
