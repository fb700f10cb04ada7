/// What the journal proves about whether a write was performed.
package enum WriteKnowledge: Hashable, Sendable {
  /// No byte of it reached the service.
  case neverSent
  /// Every sending was refused, or never arrived.
  case notPerformed
  /// A sending has no answer, or one that proves nothing.
  case mayBePerformed
  /// No record of the service is what that sending could have made; it may still be under way there.
  case notFound
  /// The service says so, or its record was found.
  case performed

  /// Whether it may be changed or given up without a doubt.
  package var isEditable: Bool { self == .neverSent || self == .notPerformed }
}
