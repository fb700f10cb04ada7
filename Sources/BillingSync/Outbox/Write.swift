import BillingAPI
import Foundation
import Store

/// Something that is to be written to the service.
package struct Write: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    /// The whole body of the POST.
    case create(JSONValue)
    /// The fields to change; all others keep what the service has.
    case update(id: Int64, edits: JSONValue)
    case delete(id: Int64)
  }

  package var id: IntentID
  package var kind: ResourceKind
  package var action: Action

  package init(id: IntentID = IntentID(), kind: ResourceKind, action: Action) {
    self.id = id
    self.kind = kind
    self.action = action
  }
}

/// How far a write has come.
package enum WriteProgress: Hashable, Sendable {
  /// The intent is on disk.
  case journaled
  case sending
  /// The service's status.
  case answered(Int)
  /// The record was read again.
  case readBack
  /// It is tried again with the same key and body at that moment; nil: when a person says so.
  case waiting(ServiceFailure, until: Date?)
  case settled(WriteResult)
}

/// How a write ended.
package enum WriteResult: Hashable, Sendable {
  case saved(SavedRecord)
  /// Nothing was written; what was typed stays with its form.
  case refused(ServiceFailure)
  /// It stays in the outbox and is retried by itself; until it is settled it cannot be edited if it may be performed.
  case waiting(ServiceFailure, mayBePerformed: Bool)

  /// The record where it was saved.
  package var savedRecord: SavedRecord? {
    if case .saved(let record) = self { record } else { nil }
  }

  package var isSettled: Bool {
    if case .waiting = self { false } else { true }
  }
}

/// A record as the service has it after a write.
package struct SavedRecord: Hashable, Sendable {
  package var kind: ResourceKind
  package var id: Int64
  /// Fields that were sent and that the service answers differently.
  package var notKept: [FieldChange]
  /// Fields that nobody edited and that changed with the update.
  package var alsoChanged: [FieldChange]
  /// The service had performed it before and only repeated its answer.
  package var wasReplayed: Bool
  /// It was written, but could not be read again.
  package var readBackFailure: ServiceFailure?
  package var isDeleted: Bool

  package init(kind: ResourceKind, id: Int64) {
    self.kind = kind
    self.id = id
    notKept = []
    alsoChanged = []
    wasReplayed = false
    isDeleted = false
  }
}
