import BillingAPI
import Foundation
internal import GRDB

extension LocalStore {
  /// Writes down what is meant, before anything is sent; with it, for a change, the record as the person saw it.
  ///
  /// All of them in one transaction: either every one is on the disk, or none is.
  package func journal(_ intents: [Intent], bases: [IntentID: String] = [:]) throws(StoreError) {
    try write { database in
      for intent in intents {
        try Journal.append(Self.line(intent), to: database)
        try database.execute(
          sql: "INSERT INTO open_intents (intent, seq, owner) VALUES (?, last_insert_rowid(), ?)",
          arguments: [intent.id.text, processName])
        guard let base = bases[intent.id] else { continue }
        try Journal.append(Self.line(intent.id, .base, recordID: intent.recordID, base, intent.createdAt), to: database)
      }
    }
  }

  package func journal(_ intent: Intent, base: String? = nil) throws(StoreError) {
    try journal([intent], bases: base.map { [intent.id: $0] } ?? [:])
  }

  /// Writes down that from here on this goes, under a new key: only what is known not to have been performed may change.
  package func amend(
    _ id: IntentID, body: String?, key: IdempotencyKey, base: String? = nil, at: Date
  ) throws(StoreError) {
    var line = JournalLine(id, .amended, at: at)
    line.key = key.text
    line.body = body
    try append(line) { database in
      if let base { try Journal.append(Self.line(id, .base, recordID: nil, base, at), to: database) }
    }
  }

  /// Writes down the record as the service had it just before it is replaced or deleted.
  package func journalBefore(_ id: IntentID, recordID: Int64, body: String, at: Date) throws(StoreError) {
    try append(Self.line(id, .before, recordID: recordID, body, at))
  }

  /// Writes down that the request is about to go, with the body as it goes and the highest id of its kind so far.
  package func journalSent(_ id: IntentID, body: String?, highestKnown: Int64?, at: Date) throws(StoreError) {
    try append(Self.line(id, .sent, recordID: highestKnown, body, at))
  }

  /// Writes down what the service answered, and which record it names.
  package func journalAnswer(
    _ id: IntentID, status: Int, recordID: Int64? = nil, body: String?, at: Date
  ) throws(StoreError) {
    var line = Self.line(id, .answer, recordID: recordID, body, at)
    line.status = status
    try append(line)
  }

  /// Writes down that no answer came, in the transport's words, and whether the request may have arrived all the same.
  package func journalNoAnswer(_ id: IntentID, mayHaveArrived: Bool, body: String?, at: Date) throws(StoreError) {
    try append(Self.line(id, mayHaveArrived ? .noAnswer : .notSent, recordID: nil, body, at))
  }

  /// Writes down what a look at the service's records found: the one that is ours, or none.
  package func journalLookUp(_ id: IntentID, found: Int64?, at: Date) throws(StoreError) {
    try append(Self.line(id, .lookUp, recordID: found, nil, at))
  }

  /// Writes down the record as it was read after the write.
  package func journalReadBack(_ id: IntentID, recordID: Int64, body: String, at: Date) throws(StoreError) {
    try append(Self.line(id, .readBack, recordID: recordID, body, at))
  }

  /// Closes an intent; nothing is sent for it afterwards.
  package func settle(
    _ id: IntentID, _ settlement: Settlement, recordID: Int64? = nil, at: Date
  ) throws(StoreError) {
    try append(Self.line(id, .settled, recordID: recordID, settlement.rawValue, at)) { database in
      try database.execute(sql: "DELETE FROM open_intents WHERE intent = ?", arguments: [id.text])
    }
  }

  /// Closes many intents in one transaction, such as those of a run that is taken back.
  package func settle(_ ids: [IntentID], _ settlement: Settlement, at: Date) throws(StoreError) {
    try write { database in
      for id in ids {
        try Journal.append(Self.line(id, .settled, recordID: nil, settlement.rawValue, at), to: database)
        try database.execute(sql: "DELETE FROM open_intents WHERE intent = ?", arguments: [id.text])
      }
    }
  }

  private func append(
    _ line: JournalLine, also work: (Database) throws -> Void = { _ in }
  ) throws(StoreError) {
    try write { database in
      try Journal.append(line, to: database)
      try work(database)
    }
  }

  private static func line(_ intent: Intent) -> JournalLine {
    var line = line(intent.id, .intent, recordID: intent.recordID, intent.body, intent.createdAt)
    line.kind = intent.kind.rawValue
    line.verb = intent.verb.rawValue
    line.key = intent.key.text
    return line
  }

  private static func line(
    _ id: IntentID, _ step: JournalEntry.Step, recordID: Int64?, _ body: String?, _ at: Date
  ) -> JournalLine {
    var line = JournalLine(id, step, at: at)
    line.recordID = recordID
    line.body = body
    return line
  }
}
