import BillingAPI
internal import GRDB

/// Numbers that forms hold until they are sent: no other form, of this program or another, is offered the same.
extension LocalStore {
  /// Holds a number for a draft, in place of the one it held. `propose` is given those that other drafts of the kind hold.
  package func reserveNumber(
    _ kind: ResourceKind, for draft: IntentID, propose: (_ held: [String]) -> String
  ) throws(StoreError) -> String {
    try exclusively { database in
      try dropForsakenNumbers(database)
      let held = try String.fetchAll(
        database, sql: "SELECT number FROM number_reservations WHERE kind = ? AND draft <> ? ORDER BY number DESC",
        arguments: [kind.rawValue, draft.text])
      let number = propose(held)
      try database.execute(
        sql: "INSERT OR REPLACE INTO number_reservations (draft, kind, number, owner) VALUES (?, ?, ?, ?)",
        arguments: [draft.text, kind.rawValue, number, processName])
      return number
    }
  }

  /// Holds a number for each of many drafts, in one transaction. `propose` is given those that others hold, and answers
  /// as many as there are drafts.
  package func reserveNumbers(
    _ kind: ResourceKind, for drafts: [IntentID], propose: (_ held: [String]) -> [String]
  ) throws(StoreError) -> [String] {
    let mine = Set(drafts.map(\.text))
    return try exclusively { database in
      try dropForsakenNumbers(database)
      let held = try Row.fetchAll(
        database, sql: "SELECT draft, number FROM number_reservations WHERE kind = ? ORDER BY number DESC",
        arguments: [kind.rawValue])
      let numbers = propose(held.filter { !mine.contains($0["draft"]) }.map { $0["number"] })
      let insert = try database.makeStatement(
        sql: "INSERT OR REPLACE INTO number_reservations (draft, kind, number, owner) VALUES (?, ?, ?, ?)")
      for (draft, number) in zip(drafts, numbers) {
        try insert.execute(arguments: [draft.text, kind.rawValue, number, processName])
      }
      return numbers
    }
  }

  /// The plan was dropped: its numbers are free, but for those of rows that are in the journal.
  package func releaseNumbers(of drafts: [IntentID]) throws(StoreError) {
    guard !drafts.isEmpty else { return }
    try write { database in
      let delete = try database.makeStatement(
        sql: """
          DELETE FROM number_reservations WHERE draft = :draft AND NOT EXISTS
            (SELECT 1 FROM open_intents WHERE intent = :draft)
          """)
      for draft in drafts { try delete.execute(arguments: ["draft": draft.text]) }
    }
  }

  /// Those of programs that ended and left neither a draft nor a write behind.
  private func dropForsakenNumbers(_ database: Database) throws {
    let forsaken = """
      owner = ? AND draft NOT IN (SELECT id FROM drafts) AND draft NOT IN (SELECT intent FROM open_intents)
      """
    for owner in try String.fetchAll(database, sql: "SELECT DISTINCT owner FROM number_reservations")
    where ownership(of: owner) == .orphan {
      try database.execute(sql: "DELETE FROM number_reservations WHERE \(forsaken)", arguments: [owner])
    }
  }

  /// The draft was discarded or is settled: its number is free, or the service's.
  static func releaseNumber(of draft: IntentID, _ database: Database) throws {
    try database.execute(sql: "DELETE FROM number_reservations WHERE draft = ?", arguments: [draft.text])
  }
}
