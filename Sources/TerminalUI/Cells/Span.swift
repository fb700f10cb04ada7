/// A piece of a line with one meaning; lines of several meanings are lists of spans.
package struct Span: Hashable, Sendable, ExpressibleByStringLiteral {
  package var text: String
  package var role: Role

  package init(_ text: String, _ role: Role = "text") {
    self.text = text
    self.role = role
  }

  package init(stringLiteral value: String) { self.init(value) }
}

/// Where a text lies within the columns that it is given.
package enum Alignment: Hashable, Sendable {
  case leading, trailing, center

  /// The columns to leave free before a content of some width.
  func offset(of content: Int, in columns: Int) -> Int {
    switch self {
    case .leading: 0
    case .trailing: max(0, columns - content)
    case .center: max(0, (columns - content) / 2)
    }
  }
}
