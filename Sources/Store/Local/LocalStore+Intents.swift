import BillingAPI
import Foundation
internal import GRDB

extension LocalStore {
  /// Every intent that is not settled, oldest first, whichever process it belongs to.
  package func openIntents() throws(StoreError) -> [OpenIntent] {
    try read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT intent, owner FROM open_intents ORDER BY seq")
      return try rows.compactMap { try openIntent(database, $0) }
    }
  }

  /// How many intents are not settled.
  package func openIntentCount() throws(StoreError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM open_intents") ?? 0 }
  }

  /// One intent while it is not settled.
  package func openIntent(_ id: IntentID) throws(StoreError) -> OpenIntent? {
    try read { database in
      try Row.fetchOne(
        database.cachedStatement(sql: "SELECT intent, owner FROM open_intents WHERE intent = ?"), arguments: [id.text]
      ).flatMap { try openIntent(database, $0) }
    }
  }

  /// The lines of one intent, in their order.
  package func journalEntries(of id: IntentID) throws(StoreError) -> [JournalEntry] {
    try read { try Self.entries($0, id) }
  }

  /// All that is known of one intent, settled or not; nil where the journal does not have it.
  package func history(of id: IntentID) throws(StoreError) -> IntentHistory? {
    try read { IntentHistory(try Self.entries($0, id)) }
  }

  /// All that is known of these intents, in one look; those that the journal does not have are missing.
  package func histories(of ids: [IntentID]) throws(StoreError) -> [IntentID: IntentHistory] {
    try read { database in
      var found: [IntentID: IntentHistory] = [:]
      for id in ids { found[id] = IntentHistory(try Self.entries(database, id)) }
      return found
    }
  }

  /// Those of these intents that another program which still runs has in hand.
  package func heldElsewhere(_ ids: [IntentID]) throws(StoreError) -> [IntentID] {
    let wanted = Set(ids.map(\.text))
    return try read { database in
      try Row.fetchAll(database, sql: "SELECT intent, ifnull(owner, '') AS owner FROM open_intents")
        .filter { wanted.contains($0["intent"]) && ownership(of: $0["owner"]) == .anotherProcess }
        .map { IntentID(text: $0["intent"]) }
    }
  }

  /// Intents by the moment they were meant, the newest first; those that are older than the one named.
  ///
  /// A page costs the same however long the journal is.
  package func histories(before id: IntentID? = nil, limit: Int) throws(StoreError) -> [IntentHistory] {
    try read { database in
      let start = try id.flatMap { id in
        try Int64.fetchOne(
          database, sql: "SELECT seq FROM journal WHERE intent = ? AND step = 'intent'", arguments: [id.text])
      }
      let ids = try String.fetchAll(
        database, sql: "SELECT intent FROM journal WHERE step = 'intent' AND seq < ? ORDER BY seq DESC LIMIT ?",
        arguments: [start ?? Int64.max, limit])
      return try ids.compactMap { IntentHistory(try Self.entries(database, IntentID(text: $0))) }
    }
  }

  /// The newest lines of the journal, newest first.
  package func newestJournalEntries(limit: Int) throws(StoreError) -> [JournalEntry] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT \(Journal.columns) FROM journal ORDER BY seq DESC LIMIT ?", arguments: [limit]
      )
      .compactMap(JournalEntry.init(row:))
    }
  }

  private static func entries(_ database: Database, _ id: IntentID) throws -> [JournalEntry] {
    try Row.fetchAll(
      database.cachedStatement(sql: "SELECT \(Journal.columns) FROM journal WHERE intent = ? ORDER BY seq"),
      arguments: [id.text]
    )
    .compactMap(JournalEntry.init(row:))
  }

  private func openIntent(_ database: Database, _ row: Row) throws -> OpenIntent? {
    guard let text = String.fromDatabaseValue(row["intent"]),
      let history = IntentHistory(try Self.entries(database, IntentID(text: text)))
    else { return nil }
    return OpenIntent(history, owner: ownership(of: String.fromDatabaseValue(row["owner"]) ?? ""))
  }
}
