import Foundation

/// How far a write has come.
package enum WriteProgress: Hashable, Sendable {
  /// The intent is on disk.
  case journaled
  /// It can be taken back until then; nothing of it was sent.
  case held(until: Date)
  case sending
  /// The service's status.
  case answered(Int)
  /// The record was read again.
  case readBack
  /// It is tried again with the same key and body at that moment; nil: when a person says so.
  case waiting(ServiceFailure, until: Date?)
  /// Others changed the record meanwhile: a person chooses, field by field.
  case conflict(Conflict)
  case settled(WriteResult)
}

/// How a write ended, or why it has not yet.
package enum WriteResult: Hashable, Sendable {
  case saved(SavedRecord)
  /// Nothing was written; what was typed stays with its form.
  case refused(ServiceFailure)
  /// It stays in the outbox and is retried by itself; until it is settled it cannot be edited if it may be performed.
  case waiting(ServiceFailure, mayBePerformed: Bool)
  /// It stays in the outbox until `Outbox.resolve` says what is to be written.
  case conflict(Conflict)
  /// A person took it back or gave it up before it was sent.
  case takenBack

  /// The record where it was saved.
  package var savedRecord: SavedRecord? {
    if case .saved(let record) = self { record } else { nil }
  }

  package var isSettled: Bool {
    switch self {
    case .waiting, .conflict: false
    case .saved, .refused, .takenBack: true
    }
  }
}
