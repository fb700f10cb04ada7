import FoundationEssentials
import Store

/// A write that waits, as the outbox shows it.
package struct OutboxEntry: Hashable, Sendable {
  package var open: OpenIntent
  package var lastFailure: ServiceFailure?
  /// When it is tried again; nil while it is under way, or waits for a person.
  package var nextAttempt: Date?
}
