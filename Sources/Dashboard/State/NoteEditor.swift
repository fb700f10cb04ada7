import BillingAPI
import TerminalUI

/// A note being written beside a record. It is kept on this machine only.
package struct NoteEditor: Sendable, Equatable {
  package let subject: NoteSubject
  /// The note that is changed; nil for a new one.
  package let note: Int64?
  package var field: TextField

  package init(_ subject: NoteSubject, note: Int64? = nil, text: String = "") {
    self.subject = subject
    self.note = note
    field = TextField(text, maximumLength: 2_000)
  }
}

/// The record that a note stands beside: a customer or an invoice.
package struct NoteSubject: Sendable, Equatable {
  package let kind: ResourceKind
  package let id: Int64
  /// Its number or name.
  package let title: String

  package init(kind: ResourceKind, id: Int64, title: String) {
    self.kind = kind
    self.id = id
    self.title = title
  }
}

/// A note as it is to be kept.
package struct NoteText: Sendable, Equatable {
  package let kind: ResourceKind
  package let recordID: Int64
  /// The note that it replaces; nil for a new one.
  package let note: Int64?
  package let text: String

  package init(kind: ResourceKind, recordID: Int64, note: Int64?, text: String) {
    self.kind = kind
    self.recordID = recordID
    self.note = note
    self.text = text
  }
}
