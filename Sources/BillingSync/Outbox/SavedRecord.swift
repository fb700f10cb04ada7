import Billing
import BillingAPI

/// A record as the service has it after a write.
package struct SavedRecord: Hashable, Sendable {
  package var kind: ResourceKind
  package var id: Int64
  /// Fields that were sent and that the service answers differently.
  package var notKept: [FieldChange]
  /// Fields that nobody edited and that the service changed all the same: a status that fell back, a balance that
  /// moved by something else than what was written. `invoice.due_amount` is that of a payment's invoice.
  package var changedBeyond: [FieldChange]
  /// The service had performed it before and only repeated its answer, or its record was found there.
  package var wasReplayed: Bool
  /// The status of the answer; nil where the service's records told that it was performed.
  package var status: Int?
  /// The number that was asked for belongs to another record; the one it got instead.
  package var renumbered: FieldChange?
  /// It was written, but could not be read again.
  package var readBackFailure: ServiceFailure?
  package var isDeleted: Bool
  /// The service answered that it deleted it, and has it all the same.
  package var isStillThere: Bool
  /// Of a payment: what its invoice still awaits, and where it stands, as they were read back.
  package var invoiceBalance: Money?
  package var invoiceStatus: String?

  package init(kind: ResourceKind, id: Int64) {
    self.kind = kind
    self.id = id
    notKept = []
    changedBeyond = []
    wasReplayed = false
    isDeleted = false
    isStillThere = false
  }
}
