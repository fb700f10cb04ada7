import BillingAPI
import Store

/// A record that others changed while it was being edited: what it was, what is meant, and what it is now.
package struct Conflict: Hashable, Sendable {
  /// A field that both changed, or one whose sums hang on such a field. Lines are `items.0`, `items.1`, by position.
  package struct Field: Hashable, Sendable {
    package var name: String
    /// As it was when the change was begun; nil where it was not there.
    package var before: JSONValue?
    package var mine: JSONValue?
    package var theirs: JSONValue?

    package init(name: String, before: JSONValue?, mine: JSONValue?, theirs: JSONValue?) {
      self.name = name
      self.before = before
      self.mine = mine
      self.theirs = theirs
    }
  }

  /// What is to be written of a field.
  package enum Choice: Hashable, Sendable {
    case mine, theirs
    case value(JSONValue)
  }

  package var intent: IntentID
  package var kind: ResourceKind
  package var id: Int64
  package var fields: [Field]
  /// Fields that only others changed: they stay as they are now.
  package var changedElsewhere: [Field]
  /// The record as it was read when the conflict was found, whole.
  package var theirs: JSONValue
  /// An earlier sending of mine has no outcome that could be found.
  package var mayBePerformed: Bool

  package init(
    intent: IntentID, kind: ResourceKind, id: Int64, fields: [Field], changedElsewhere: [Field] = [],
    theirs: JSONValue, mayBePerformed: Bool = false
  ) {
    self.intent = intent
    self.kind = kind
    self.id = id
    self.fields = fields
    self.changedElsewhere = changedElsewhere
    self.theirs = theirs
    self.mayBePerformed = mayBePerformed
  }
}
