import BillingAPI
import Foundation

/// A write as it was meant: on disk before the first byte is sent.
package struct Intent: Hashable, Sendable {
  package enum Verb: String, Hashable, Sendable {
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

/// An intent whose outcome is not settled.
package struct OpenIntent: Hashable, Sendable {
  package var intent: Intent
  /// When it was first sent, and what exactly; nil while no byte of it has left.
  package var firstSent: Sending?
  package var attempts: Int
  /// The status that answered the last sending; nil where none came.
  package var lastStatus: Int?

  /// The first sending of an intent.
  package struct Sending: Hashable, Sendable {
    package var at: Date
    /// The body as it went out; every further sending repeats it.
    package var body: String?
    /// The highest id of the kind that was known: what was made by this sending has a higher one.
    package var highestKnown: Int64?

    package init(at: Date, body: String?, highestKnown: Int64? = nil) {
      self.at = at
      self.body = body
      self.highestKnown = highestKnown
    }
  }

  package init(intent: Intent, firstSent: Sending? = nil, attempts: Int = 0, lastStatus: Int? = nil) {
    self.intent = intent
    self.firstSent = firstSent
    self.attempts = attempts
    self.lastStatus = lastStatus
  }
}

/// How an intent ended.
package enum Settlement: String, Hashable, Sendable {
  case saved, refused
  /// The person gave it up, or it was never sent.
  case abandoned
}
