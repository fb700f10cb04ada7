import BillingAPI
import TerminalUI

/// A record that is about to be deleted, with what would be lost.
package struct Deletion: Sendable, Equatable {
  package let kind: ResourceKind
  package let id: Int64
  /// `invoice INV-000012`.
  package let title: String
  /// What goes with it or stays behind without it, in whole sentences.
  package let losses: [String]
  /// What must be typed, where more than the record itself is at stake; nil where `y` is enough.
  package let typed: String?

  package init(kind: ResourceKind, id: Int64, title: String, losses: [String], typed: String?) {
    self.kind = kind
    self.id = id
    self.title = title
    self.losses = losses
    self.typed = typed
  }
}

/// A question that is answered by typing a number: nothing else confirms it, Enter least of all.
package struct TypedConfirmation: Sendable, Equatable {
  package let deletion: Deletion
  package var field = TextField("")

  package init(_ deletion: Deletion) { self.deletion = deletion }
}

/// Something that was done to the service's records and can be undone, or done again.
package enum Undo: Sendable, Equatable {
  /// A record was deleted; the journal kept what it was under this name.
  case deleted(intent: String, kind: ResourceKind, title: String)
  /// A deleted record was made again, with this id.
  case recreated(ResourceKind, id: Int64, title: String)
}
