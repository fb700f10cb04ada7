/// The meaning of a cell, as a dotted name such as `status.overdue`; a theme gives roles their colours.
///
/// Widgets and views name roles and never colours. A role that a theme does not know falls back along its dots:
/// `status.overdue`, then `status`, then `text`.
package struct Role: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let name: String

  package init(_ name: String) { self.name = name }
  package init(stringLiteral value: String) { self.init(value) }
  package var description: String { name }

  /// The roles to try in turn, the most particular first, `text` last.
  package var fallbacks: [Role] {
    var roles: [Role] = []
    var rest = name[...]
    while !rest.isEmpty {
      roles.append(Role(String(rest)))
      rest = rest.lastIndex(of: ".").map { rest[..<$0] } ?? ""
    }
    return name == "text" ? roles : roles + ["text"]
  }
}
