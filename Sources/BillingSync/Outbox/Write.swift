import BillingAPI
import Store

/// Something that is to be written to the service.
package struct Write: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    /// The whole body of the POST.
    case create(JSONValue)
    /// The fields to change; all others keep what the service has. With `base`, the record as the person saw it when
    /// the change was begun, what others changed meanwhile is noticed instead of overwritten.
    case update(id: Int64, edits: JSONValue, base: JSONValue? = nil)
    case delete(id: Int64)
  }

  package var id: IntentID
  package var kind: ResourceKind
  package var action: Action
  /// How long it waits before it is sent, so that it can be taken back: payments cannot be deleted.
  package var hold: Duration?
  /// The program proposed the number, so where another record turns out to have it, the next one is as good.
  package var isNumberProposed: Bool
  /// The key that was put down before, such as in a plan; nil: a fresh one.
  package var key: IdempotencyKey?

  package init(
    id: IntentID = IntentID(), kind: ResourceKind, action: Action, hold: Duration? = nil, isNumberProposed: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.action = action
    self.hold = hold
    self.isNumberProposed = isNumberProposed
  }
}
