import BillingAPI
import Foundation
internal import GRDB

/// Appends to the chain of the journal, and proves it.
enum Journal {
  /// Spelled out, so that a file whose table is another is an error and not a trap.
  static let columns = "seq, intent, step, at, kind, verb, record_id, key, status, body, hash"

  static func append(_ line: JournalLine, to database: Database) throws {
    let newest = try database.cachedStatement(sql: "SELECT hash FROM journal ORDER BY seq DESC LIMIT 1")
    let previous = try String.fetchOne(newest) ?? ""
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO journal (intent, step, at, kind, verb, record_id, key, status, body, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insert.execute(
      arguments: [
        line.intent.text, line.step.rawValue, line.at.microseconds, line.kind, line.verb, line.recordID, line.key,
        line.status, line.body, line.hash(after: previous),
      ])
  }

  /// Throws `StoreError.damaged` where the newest line does not follow from the one before it.
  static func checkLastEntry(_ database: Database) throws {
    let rows = try Row.fetchAll(database, sql: "SELECT \(columns) FROM journal ORDER BY seq DESC LIMIT 2")
    guard let last = rows.first else { return }
    let previous = rows.count > 1 ? hash(rows[1]) : ""
    guard let previous, JournalLine(row: last)?.hash(after: previous) == hash(last) else {
      throw StoreError.damaged(path: "")
    }
  }

  /// Walks the whole journal: the chain of its lines, and the course of each intent.
  static func prove(_ database: Database) throws -> JournalProof {
    var prover = JournalProver()
    var previous = ""
    var newest: Int64 = 0
    let rows = try Row.fetchCursor(database, sql: "SELECT \(columns) FROM journal ORDER BY seq")
    while let row = try rows.next() {
      newest = Int64.fromDatabaseValue(row["seq"]) ?? newest
      guard let entry = JournalEntry(row: row), JournalLine(row: row)?.hash(after: previous) == entry.hash else {
        // What comes after a break proves nothing.
        return prover.broken(at: newest)
      }
      prover.add(entry)
      previous = entry.hash
    }
    if newest < (try highestEver(database)) { return prover.cutOff(after: newest) }
    prover.finish(openIntents: try openIntents(database))
    return prover.proof
  }

  private static func hash(_ row: Row) -> String? { String.fromDatabaseValue(row["hash"]) }

  /// SQLite remembers the highest number that AUTOINCREMENT gave, so lines cut from the end are missed.
  private static func highestEver(_ database: Database) throws -> Int64 {
    try Int64.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'journal'") ?? 0
  }

  private static func openIntents(_ database: Database) throws -> Set<IntentID> {
    Set(try String.fetchAll(database, sql: "SELECT intent FROM open_intents").map(IntentID.init(text:)))
  }
}

extension JournalProver {
  fileprivate func broken(at line: Int64) -> JournalProof { ended(by: .brokenChain, at: line) }
  fileprivate func cutOff(after line: Int64) -> JournalProof { ended(by: .cutOff, at: line) }

  private func ended(by kind: JournalProblem.Kind, at line: Int64) -> JournalProof {
    var proof = proof
    proof.problems.append(JournalProblem(kind, line: line, intent: nil))
    return proof
  }
}

extension LocalStore {
  /// Proves that no line was changed, removed or slipped in, that no intent was performed twice, and that none is
  /// missing. Reads the whole journal.
  package func proveJournal() throws(StoreError) -> JournalProof { try read(Journal.prove) }
}
