import BillingAPI
import TerminalUI

/// One field of a form: its name in the API, what is typed, and what is wrong with it.
package struct FormField: Sendable, Equatable {
  /// The field's name in the API (`due_date`, `billing.city`), by which a refusal finds it.
  package let name: String
  package let label: String
  package let kind: FieldKind
  package let group: FieldGroup
  package var text: TextField
  /// The record that was picked, where the field names one.
  package var reference: Reference?
  /// What is wrong, by our own check or in the service's words.
  package var problem: String?
  /// Why it cannot be changed; nil where it can.
  package var lock: String?
  /// True once the user typed here: only then do proposals stop replacing the text.
  package var isEdited = false

  /// `text` is what a new form begins with; `today` stands for the day itself.
  package init(_ name: String, _ label: String, _ kind: FieldKind, in group: FieldGroup = .head, text: String = "") {
    self.name = name
    self.label = label
    self.kind = kind
    self.group = group
    self.text = TextField(text)
  }
}

extension FormField {
  /// Its label where no title stands over it: two addresses have a city each.
  var wholeLabel: String {
    guard case .folded(let title) = group, name.contains(".") else { return label }
    return "\(title), \(label.lowercased())"
  }
}

/// Where a field stands in its form.
package enum FieldGroup: Sendable, Hashable {
  /// Above the lines where there are lines, else what everybody fills in.
  case head
  /// Below the lines.
  case foot
  /// What few fill in: shown when it is asked for, under a title.
  case folded(String)

  package var isFolded: Bool {
    if case .folded = self { true } else { false }
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
