import BillingAPI
import Foundation

/// What the journal proves when it is walked from its first line to its last.
package struct JournalProof: Hashable, Sendable {
  package var lines = 0
  package var intents = 0
  package var settled: [Settlement: Int] = [:]
  /// Intents that are not settled.
  package var open = 0
  /// Open ones that may have been performed.
  package var unknown = 0
  /// Given up by a person although they may have been performed.
  package var givenUp = 0
  /// At most a thousand; none means that every intent was performed at most once and none is missing.
  package var problems: [JournalProblem] = []

  package init() {}

  package var holds: Bool { problems.isEmpty }
}

/// A line that contradicts the others, or a chain that does not hold.
package struct JournalProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The line does not follow from the one before it: it was changed, or one before it was taken out.
    case brokenChain
    /// Lines at the end are gone: the file once had more.
    case cutOff
    /// A line of an intent that was never meant.
    case missingIntent
    /// The same intent was meant twice.
    case meantTwice
    /// Two intents share an idempotency key.
    case sharedKey
    /// Another body went out under a key that had been used.
    case changedBody
    /// A new key although what went under the old one may have been performed.
    case unprovenKey
    /// It was performed under two keys, or as two records.
    case performedTwice
    /// Something of an intent that had ended.
    case afterTheEnd
    /// It is called saved, and no answer or look-up says so.
    case unprovenSave
    /// It is called refused, and may have been performed.
    case unprovenRefusal
    /// Two intents were each answered with the same new record: one of them is missing.
    case sharedRecord
    /// The list of open intents and the journal disagree.
    case lostTrack
  }

  package var kind: Kind
  /// The line where it shows; nil where it concerns the whole.
  package var line: Int64?
  package var intent: IntentID?

  package init(_ kind: Kind, line: Int64?, intent: IntentID?) {
    self.kind = kind
    self.line = line
    self.intent = intent
  }
}
