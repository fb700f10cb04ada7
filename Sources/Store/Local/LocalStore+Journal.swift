import BillingAPI
import Foundation
internal import GRDB

extension LocalStore {
  /// Writes down what is meant, before anything is sent.
  package func journal(_ intent: Intent) throws(StoreError) {
    var line = JournalLine(intent.id, .intent, at: intent.createdAt)
    line.kind = intent.kind.rawValue
    line.verb = intent.verb.rawValue
    line.recordID = intent.recordID
    line.key = intent.key.text
    line.body = intent.body
    try append(line) { database in
      try database.execute(
        sql: "INSERT INTO open_intents (intent, seq) VALUES (?, last_insert_rowid())", arguments: [intent.id.text])
    }
  }

  /// Writes down that the request is about to go, with the body as it goes and the highest id of its kind so far.
  package func journalSent(_ id: IntentID, body: String?, highestKnown: Int64?, at: Date) throws(StoreError) {
    var line = JournalLine(id, .sent, at: at)
    line.recordID = highestKnown
    line.body = body
    try append(line)
  }

  /// Writes down what the service answered.
  package func journalAnswer(_ id: IntentID, status: Int, body: String?, at: Date) throws(StoreError) {
    var line = JournalLine(id, .answer, at: at)
    line.status = status
    line.body = body
    try append(line)
  }

  /// Writes down the record as it was read after the write.
  package func journalReadBack(_ id: IntentID, recordID: Int64, body: String, at: Date) throws(StoreError) {
    var line = JournalLine(id, .readBack, at: at)
    line.recordID = recordID
    line.body = body
    try append(line)
  }

  /// Closes an intent; nothing is sent for it afterwards.
  package func settle(_ id: IntentID, _ settlement: Settlement, recordID: Int64? = nil, at: Date) throws(StoreError) {
    var line = JournalLine(id, .settled, at: at)
    line.recordID = recordID
    line.body = settlement.rawValue
    try append(line) { database in
      try database.execute(sql: "DELETE FROM open_intents WHERE intent = ?", arguments: [id.text])
    }
  }

  private func append(_ line: JournalLine, also work: (Database) throws -> Void = { _ in }) throws(StoreError) {
    try write { database in
      try Journal.append(line, to: database)
      try work(database)
    }
  }
}

extension LocalStore {
  /// Every intent that is not settled, oldest first.
  package func openIntents() throws(StoreError) -> [OpenIntent] {
    try read { database in
      let ids = try String.fetchAll(database, sql: "SELECT intent FROM open_intents ORDER BY seq")
      return try ids.compactMap { try Self.openIntent(database, IntentID(text: $0)) }
    }
  }

  /// How many intents are not settled.
  package func openIntentCount() throws(StoreError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM open_intents") ?? 0 }
  }

  /// One intent while it is not settled.
  package func openIntent(_ id: IntentID) throws(StoreError) -> OpenIntent? {
    try read { database in
      let isOpen = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM open_intents WHERE intent = ?)", arguments: [id.text])
      return isOpen == true ? try Self.openIntent(database, id) : nil
    }
  }

  /// The lines of one intent, in their order.
  package func journalEntries(of id: IntentID) throws(StoreError) -> [JournalEntry] {
    try read { try Self.entries($0, id) }
  }

  /// The newest lines of the journal, newest first.
  package func newestJournalEntries(limit: Int) throws(StoreError) -> [JournalEntry] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM journal ORDER BY seq DESC LIMIT ?", arguments: [limit])
        .compactMap(JournalEntry.init(row:))
    }
  }

  /// Proves that no line of the journal was changed, removed or slipped in.
  package func verifyJournal() throws(StoreError) -> JournalVerdict {
    try read(Journal.verify)
  }

  private static func entries(_ database: Database, _ id: IntentID) throws -> [JournalEntry] {
    try Row.fetchAll(database, sql: "SELECT * FROM journal WHERE intent = ? ORDER BY seq", arguments: [id.text])
      .compactMap(JournalEntry.init(row:))
  }

  private static func openIntent(_ database: Database, _ id: IntentID) throws -> OpenIntent? {
    let entries = try entries(database, id)
    guard let meant = entries.first(where: { $0.step == .intent }), let intent = Intent(entry: meant) else {
      return nil
    }
    let sendings = entries.filter { $0.step == .sent }
    let first = sendings.first.map {
      OpenIntent.Sending(at: $0.at, body: $0.body, highestKnown: $0.recordID)
    }
    let last = entries.last { $0.step == .sent || $0.step == .answer }
    return OpenIntent(intent: intent, firstSent: first, attempts: sendings.count, lastStatus: last?.status)
  }
}

extension Intent {
  /// Nil for a line that no version of this program wrote.
  fileprivate init?(entry: JournalEntry) {
    guard let kind = entry.kind, let verb = entry.verb, let key = entry.key.flatMap(IdempotencyKey.init(text:)) else {
      return nil
    }
    self.init(
      id: entry.intent, kind: kind, verb: verb, recordID: entry.recordID, body: entry.body, key: key,
      createdAt: entry.at)
  }
}
