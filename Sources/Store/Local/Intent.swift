import BillingAPI
import Foundation

/// A write as it was meant: on disk before the first byte is sent.
package struct Intent: Hashable, Sendable {
  package enum Verb: String, Hashable, Sendable, CaseIterable {
    case create, update, delete
  }

  package var id: IntentID
  package var kind: ResourceKind
  package var verb: Verb
  /// The record that is changed or deleted; nil for one to be created.
  package var recordID: Int64?
  /// JSON: the whole body of a creation, the edits of an update.
  package var body: String?
  package var key: IdempotencyKey
  package var createdAt: Date

  package init(
    id: IntentID, kind: ResourceKind, verb: Verb, recordID: Int64? = nil, body: String? = nil, key: IdempotencyKey,
    createdAt: Date
  ) {
    self.id = id
    self.kind = kind
    self.verb = verb
    self.recordID = recordID
    self.body = body
    self.key = key
    self.createdAt = createdAt
  }
}

extension Intent {
  /// Nil for a line that no version of this program wrote.
  init?(entry: JournalEntry) {
    guard entry.step == .intent, let kind = entry.kind, let verb = entry.verb,
      let key = entry.key.flatMap(IdempotencyKey.init(text:))
    else { return nil }
    self.init(
      id: entry.intent, kind: kind, verb: verb, recordID: entry.recordID, body: entry.body, key: key,
      createdAt: entry.at)
  }
}

/// How an intent ended.
package enum Settlement: String, Hashable, Sendable, CaseIterable {
  case saved, refused
  /// The person gave it up or took it back.
  case abandoned
}
