import Foundation

/// An intent whose outcome is not settled.
package struct OpenIntent: Hashable, Sendable {
  package var intent: Intent
  /// When it was first sent under its key, and what exactly; nil while no byte of it has arrived.
  package var firstSent: Sending?
  package var attempts: Int
  /// The status that answered the last sending; nil where none came.
  package var lastStatus: Int?
  package var lastFailure: JournaledFailure?
  /// How often the last failure came in the same words, under the key in force.
  package var identicalFailures = 0
  package var knowledge = WriteKnowledge.neverSent
  /// The record as the person saw it when the change was begun.
  package var base: String?
  /// The record as it was just before it was first replaced or deleted.
  package var before: String?
  /// The record that the service says it made or changed, where only reading it back is left.
  package var performedOn: Int64?
  /// Something else goes under it than was meant at first.
  package var isAmended = false
  package var owner = IntentOwner.thisProcess

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

  init(_ history: IntentHistory, owner: IntentOwner) {
    self.init(
      intent: history.intent, firstSent: history.firstSent, attempts: history.attempts, lastStatus: history.lastStatus)
    lastFailure = history.lastFailure
    identicalFailures = history.identicalFailures
    knowledge = history.knowledge
    base = history.base
    before = history.before
    isAmended = history.isAmended
    performedOn = history.knowledge == .performed ? history.performedOn : nil
    self.owner = owner
  }
}

/// Which program an open intent belongs to: only that one may send it.
package enum IntentOwner: Hashable, Sendable {
  case thisProcess
  /// Another program that runs on the same books.
  case anotherProcess
  /// The program that it belonged to has ended; whoever claims it may send it.
  case orphan
}
