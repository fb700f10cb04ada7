/// Names a field of a record the way services name it in their complaints: `due_date`, `items.1.quantity`.
package struct FieldPath: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }
  package init(stringLiteral text: String) { self.text = text }

  /// A field of one line; lines count from 0.
  package static func line(_ index: Int, _ field: String) -> FieldPath { FieldPath("items.\(index).\(field)") }

  package var description: String { text }
  package var components: [Substring] { text.split(separator: ".") }

  /// The line's place from 0, for a field of a line or a line as a whole.
  package var lineIndex: Int? {
    let components = components
    guard components.count >= 2, components[0] == "items" else { return nil }
    return Int(components[1])
  }

  /// The name of the field itself: `quantity` of `items.1.quantity`.
  package var lastName: String { components.last.map(String.init) ?? text }
}

/// Something in a draft that a service would refuse, or that is probably not meant.
package struct ValidationProblem: Hashable, Sendable {
  package let field: FieldPath
  /// A sentence in the voice of the documented answers: `The customer id field is required.`
  package let message: String

  package init(field: FieldPath, message: String) {
    self.field = field
    self.message = message
  }
}
