import BillingAPI
import Foundation
internal import GRDB

/// A sitting as a list of sittings shows it.
package struct ReviewSummary: Hashable, Sendable, Identifiable {
  package let id: String
  package let kind: ResourceKind
  package let title: String
  package let records: Int
  package let decided: Int
  package let flagged: Int
  package let changed: Date
}

extension LocalStore {
  /// Keeps a sitting as a whole.
  package func save(_ sitting: ReviewSitting, at moment: Date) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO review_sittings (id, kind, title, position, changed) VALUES (?, ?, ?, ?, ?)",
        arguments: [sitting.id, sitting.kind.rawValue, sitting.title, sitting.position, moment.microseconds])
      try database.execute(
        sql: "INSERT OR REPLACE INTO review_records (sitting, records) VALUES (?, ?)",
        arguments: [sitting.id, RecordIDs.json(sitting.records)])
      for (record, decision) in sitting.decisions { try Self.keep(decision, record, sitting.id, database) }
    }
  }

  /// Keeps what was decided of a record, or that nothing is any more.
  package func decide(_ decision: ReviewDecision?, of record: Int64, in sitting: String) throws(StoreError) {
    try write { database in
      guard let decision else {
        return try database.execute(
          sql: "DELETE FROM review_decisions WHERE sitting = ? AND record_id = ?", arguments: [sitting, record])
      }
      try Self.keep(decision, record, sitting, database)
    }
  }

  /// Keeps which record is looked at.
  package func place(_ position: Int, in sitting: String, at moment: Date) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "UPDATE review_sittings SET position = ?, changed = ? WHERE id = ?",
        arguments: [position, moment.microseconds, sitting])
    }
  }

  package func discardSitting(_ id: String) throws(StoreError) {
    try write { database in
      for (table, column) in [
        ("review_sittings", "id"), ("review_records", "sitting"), ("review_decisions", "sitting"),
      ] {
        try database.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [id])
      }
    }
  }

  /// A sitting with all that was decided; nil where none is kept under that name.
  package func sitting(_ id: String) throws(StoreError) -> ReviewSitting? {
    try read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT kind, title, position FROM review_sittings WHERE id = ?", arguments: [id])
      guard let row, let kind = ResourceKind(rawValue: row["kind"]) else { return nil }
      let records = try Int64.fetchAll(
        database, sql: "SELECT value FROM review_records, json_each(records) WHERE sitting = ? ORDER BY key",
        arguments: [id])
      return ReviewSitting(
        id: id, kind: kind, title: row["title"], records: records, position: row["position"],
        decisions: try Self.decisions(id, database))
    }
  }

  /// The sittings that are kept, the one last worked on first.
  package func sittings() throws(StoreError) -> [ReviewSummary] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT id, kind, title, changed,
            (SELECT json_array_length(records) FROM review_records WHERE sitting = id) AS records,
            (SELECT count(*) FROM review_decisions WHERE sitting = id) AS decided,
            (SELECT count(*) FROM review_decisions WHERE sitting = id AND verdict = 'flagged') AS flagged
          FROM review_sittings ORDER BY changed DESC, id
          """
      ).compactMap(ReviewSummary.init(row:))
    }
  }

  private static func keep(
    _ decision: ReviewDecision, _ record: Int64, _ sitting: String, _ database: Database
  ) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO review_decisions (sitting, record_id, verdict, note) VALUES (?, ?, ?, ?)",
      arguments: [sitting, record, decision.verdict.rawValue, decision.note])
  }

  private static func decisions(_ sitting: String, _ database: Database) throws -> [Int64: ReviewDecision] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT record_id, verdict, note FROM review_decisions WHERE sitting = ?", arguments: [sitting])
    return Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        ReviewDecision.Verdict(rawValue: row[1]).map { (row[0] as Int64, ReviewDecision($0, note: row[2])) }
      })
  }
}

extension ReviewSummary {
  fileprivate init?(row: Row) {
    guard let kind = ResourceKind(rawValue: row["kind"]) else { return nil }
    self.init(
      id: row["id"], kind: kind, title: row["title"], records: row["records"] ?? 0, decided: row["decided"],
      flagged: row["flagged"], changed: Date(microseconds: row["changed"]))
  }
}
