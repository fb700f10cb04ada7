import BillingAPI
import Foundation
internal import GRDB

/// Appends to the chain of the journal, and proves it.
enum Journal {
  static func append(_ line: JournalLine, to database: Database) throws {
    let previous = try String.fetchOne(database, sql: "SELECT hash FROM journal ORDER BY seq DESC LIMIT 1") ?? ""
    try database.execute(
      sql: """
        INSERT INTO journal (intent, step, at, kind, verb, record_id, key, status, body, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        line.intent.text, line.step.rawValue, line.at.microseconds, line.kind, line.verb, line.recordID, line.key,
        line.status, line.body, line.hash(after: previous),
      ])
  }

  /// Throws `StoreError.damaged` where the newest line does not follow from the one before it.
  static func checkLastEntry(_ database: Database) throws {
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM journal ORDER BY seq DESC LIMIT 2")
    guard let last = rows.first else { return }
    let previous: String = rows.count > 1 ? rows[1]["hash"] : ""
    guard JournalLine(row: last)?.hash(after: previous) == last["hash"] else { throw StoreError.damaged(path: "") }
  }

  /// Walks the whole chain; also finds a line that is missing in the middle or at the start.
  static func verify(_ database: Database) throws -> JournalVerdict {
    var previous = ""
    var count = 0
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM journal ORDER BY seq")
    while let row = try rows.next() {
      let hash: String = row["hash"]
      guard JournalLine(row: row)?.hash(after: previous) == hash else { return .broken(at: row["seq"]) }
      previous = hash
      count += 1
    }
    return .intact(entries: count)
  }
}
