import BillingAPI
import Foundation
internal import GRDB

/// One line of the journal.
package struct JournalEntry: Hashable, Sendable {
  /// What a line puts down about its intent.
  package enum Step: String, Hashable, Sendable, CaseIterable {
    /// What is meant, with the key under which it goes.
    case intent
    /// The record as the person saw it when the change was begun.
    case base
    /// Another body, or a look-up that found nothing, takes a new key: from here on, these go.
    case amended
    /// The record as the service had it just before it is replaced or deleted.
    case before
    /// The request is about to go.
    case sent
    /// The service answered.
    case answer
    /// No answer came, or one that cannot be read: it may have been performed.
    case noAnswer = "no_answer"
    /// Nothing of the request reached the service.
    case notSent = "not_sent"
    /// The service's records were asked whether one of them is what an earlier sending made.
    case lookUp = "look_up"
    case readBack = "read_back"
    case settled
  }

  package var number: Int64
  package var intent: IntentID
  package var step: Step
  package var at: Date
  package var kind: ResourceKind?
  package var verb: Intent.Verb?
  package var recordID: Int64?
  package var key: String?
  package var status: Int?
  /// JSON that was sent or answered; of a settlement, how it ended.
  package var body: String?
  /// Hexadecimal SHA-256 over the line before and this one.
  package var hash: String
}

extension JournalEntry {
  /// A line as it was read; nil for one that nobody writes.
  init?(row: Row) {
    guard let line = JournalLine(row: row), let number = Int64.fromDatabaseValue(row["seq"]) else { return nil }
    self.number = number
    intent = line.intent
    step = line.step
    at = line.at
    kind = line.kind.flatMap(ResourceKind.init(rawValue:))
    verb = line.verb.flatMap(Intent.Verb.init(rawValue:))
    recordID = line.recordID
    key = line.key
    status = line.status
    body = line.body
    hash = String.fromDatabaseValue(row["hash"]) ?? ""
  }
}
