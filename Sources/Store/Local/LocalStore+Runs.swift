import BillingAPI
import Foundation
internal import GRDB

/// Runs of plans, so that a lost terminal or a kill loses none: what was decided about each row, and how it ended.
///
/// What was performed is in the journal; this is beside it.
extension LocalStore {
  /// Keeps a run and all its rows, in one transaction.
  package func keep(_ run: RunSnapshot, at moment: Date) throws(StoreError) {
    let plan = try PlanFile.text(run.plan)
    let rows = try run.rows.map { (row) throws(StoreError) in try Self.text(row) }
    let phase = try Self.text(run.phase)
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO bulk_runs (id, plan, phase, began, changed) VALUES (:id, :plan, :phase, :began, :changed)
          ON CONFLICT (id) DO UPDATE SET phase = excluded.phase, changed = excluded.changed
          """,
        arguments: [
          "id": run.id.text, "plan": plan, "phase": phase, "began": run.began.microseconds,
          "changed": moment.microseconds,
        ])
      let insert = try database.makeStatement(
        sql: "INSERT OR REPLACE INTO bulk_rows (run, place, row) VALUES (?, ?, ?)")
      for (place, row) in rows.enumerated() { try insert.execute(arguments: [run.id.text, place, row]) }
    }
  }

  /// Keeps what changed of a run. It is made up from the journal where a loss of power takes it.
  package func keep(_ change: RunChange, at moment: Date) throws(StoreError) {
    let phase = try Self.text(change.phase)
    let rows = try change.rows.map { (place, row) throws(StoreError) in (place, try Self.text(row)) }
    try writeLazily { database in
      try database.execute(
        sql: "UPDATE bulk_runs SET phase = ?, changed = ? WHERE id = ?",
        arguments: [phase, moment.microseconds, change.run.text])
      let update = try database.cachedStatement(sql: "UPDATE bulk_rows SET row = ? WHERE run = ? AND place = ?")
      for (place, row) in rows { try update.execute(arguments: [row, change.run.text, place]) }
    }
  }

  /// A run as it was kept; nil where none of that name is.
  package func run(_ id: PlanID) throws(StoreError) -> RunSnapshot? {
    let found: (String, String, Int64, [String])? = try read { database in
      guard
        let run = try Row.fetchOne(
          database, sql: "SELECT plan, phase, began FROM bulk_runs WHERE id = ?", arguments: [id.text])
      else { return nil }
      let rows = try String.fetchAll(
        database, sql: "SELECT row FROM bulk_rows WHERE run = ? ORDER BY place", arguments: [id.text])
      return (run[0], run[1], run[2], rows)
    }
    guard let (plan, phase, began, rows) = found else { return nil }
    return RunSnapshot(
      plan: try PlanFile.kept(plan), rows: try rows.map { (text) throws(StoreError) in try Self.value(text) },
      phase: try Self.value(phase), began: Date(microseconds: began))
  }

  /// The runs that are kept, the newest first.
  package func runs(limit: Int) throws(StoreError) -> [RunSummary] {
    let rows = try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT id, phase, began, changed, json_extract(plan, '$.action') AS action, count(place) AS rows,
            total(json_type(row, '$.state.done') IS NOT NULL) AS done,
            total(json_type(row, '$.state.failed') IS NOT NULL) AS failed
          FROM bulk_runs LEFT JOIN bulk_rows ON run = id GROUP BY id ORDER BY began DESC, id LIMIT ?
          """, arguments: [limit])
    }
    return try rows.map { (row) throws(StoreError) in
      RunSummary(
        id: PlanID(text: row["id"]), action: try Self.value(row["action"]), phase: try Self.value(row["phase"]),
        began: Date(microseconds: row["began"]), changed: Date(microseconds: row["changed"]), rows: row["rows"],
        done: Int(row["done"] as Double), failed: Int(row["failed"] as Double))
    }
  }

  private static func text(_ value: some Encodable) throws(StoreError) -> String {
    do {
      return String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    } catch {
      throw .failed("A run could not be written down.")
    }
  }

  private static func value<Value: Decodable>(_ text: String) throws(StoreError) -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch {
      throw .unreadable("A run that is kept could not be read.")
    }
  }
}
