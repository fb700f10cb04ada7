import BillingAPI
import TerminalUI

/// One field of a form: its name in the API, what is typed, and what is wrong with it.
package struct FormField: Sendable, Equatable {
  /// The field's name in the API (`due_date`), by which a refusal finds it.
  package let name: String
  package let label: String
  package let kind: FieldKind
  package var text: TextField
  /// The record that was picked, where the field names one.
  package var reference: Reference?
  /// What is wrong, by our own check or in the service's words.
  package var problem: String?
  /// True once the user typed here: only then do proposals stop replacing the text.
  package var isEdited = false

  package init(_ name: String, _ label: String, _ kind: FieldKind, text: String = "") {
    self.name = name
    self.label = label
    self.kind = kind
    self.text = TextField(text)
  }
}

/// What a field holds, which decides how it is read, completed and explained.
package enum FieldKind: Sendable, Equatable {
  case text
  case email
  /// A day; relative entries (`+30`) count from the day in the field of that name, else from today.
  case date(from: String?)
  case amount
  case discount
  case tax
  case quantity
  /// The next number of the sequence of a kind of record.
  case number(ResourceKind)
  case customer
  /// A line's item: from the catalogue or free text.
  case item
  case paymentMethod

  /// True where the field offers records to pick from.
  package var isPicker: Bool {
    switch self {
    case .customer, .item, .paymentMethod: true
    default: false
    }
  }
}

/// A record that a field names.
package struct Reference: Sendable, Equatable {
  package let id: Int64
  package let title: String

  package init(id: Int64, title: String) {
    self.id = id
    self.title = title
  }
}
