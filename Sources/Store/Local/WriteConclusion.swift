import Foundation
internal import GRDB

/// The end of a write as it goes into the journal at once: what was answered, what was read back, and that it is saved.
package struct WriteConclusion: Sendable {
  /// What the service answered.
  package struct Answer: Sendable {
    package var status: Int
    package var recordID: Int64?
    package var body: String
    package var at: Date

    package init(status: Int, recordID: Int64?, body: String, at: Date) {
      self.status = status
      self.recordID = recordID
      self.body = body
      self.at = at
    }
  }

  package var record: Int64
  /// nil where it is in the journal already, or none came.
  package var answer: Answer?
  /// The record after the write; nil where it could not be read.
  package var readBack: String?
  package var at: Date

  package init(record: Int64, answer: Answer?, readBack: String?, at: Date) {
    self.record = record
    self.answer = answer
    self.readBack = readBack
    self.at = at
  }
}

extension LocalStore {
  /// Closes an intent that is saved, with all that was not written down of it yet, in one transaction.
  ///
  /// It survives the end of the program at once, and a loss of power from the next line on that is not lazy. Until it is
  /// written the journal proves no more than that the request may have been performed: it is asked for again under the
  /// same key, and answered the same.
  package func conclude(_ id: IntentID, _ end: WriteConclusion) throws(StoreError) {
    try writeLazily { database in
      if let answer = end.answer {
        var line = JournalLine(id, .answer, at: answer.at)
        (line.status, line.recordID, line.body) = (answer.status, answer.recordID, answer.body)
        try Journal.append(line, to: database)
      }
      if let text = end.readBack {
        var line = JournalLine(id, .readBack, at: end.at)
        (line.recordID, line.body) = (end.record, text)
        try Journal.append(line, to: database)
      }
      var line = JournalLine(id, .settled, at: end.at)
      (line.recordID, line.body) = (end.record, Settlement.saved.rawValue)
      try Journal.append(line, to: database)
      try database.cachedStatement(sql: "DELETE FROM open_intents WHERE intent = ?").execute(arguments: [id.text])
    }
  }
}
