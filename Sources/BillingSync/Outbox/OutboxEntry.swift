import BillingAPI
import FoundationEssentials
import Store

/// A write that is not settled, as the outbox shows it.
package struct OutboxEntry: Hashable, Sendable, Identifiable {
  package var open: OpenIntent
  /// What people call the record: its number or name, `#12` where it has neither.
  package var title: String
  package var lastFailure: ServiceFailure?
  /// When it is tried again; nil while it is under way, or waits for a person.
  package var nextAttempt: Date?
  /// It can be taken back until then.
  package var heldUntil: Date?
  package var isUnderWay: Bool
  /// What a person has to choose before it goes on.
  package var conflict: Conflict?

  package var id: IntentID { open.intent.id }
  /// Only this process's own, and an orphan once it is claimed by `send`, can be worked with.
  package var owner: IntentOwner { open.owner }
  package var attempts: Int { open.attempts }
  package var knowledge: WriteKnowledge { open.knowledge }
  /// Records that could each be what it made, for a person to tell apart.
  package var candidates: [Int64] {
    if case .ambiguous(let ids) = lastFailure { ids } else { [] }
  }
}
