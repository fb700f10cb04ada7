/// The roles as a page of the documentation.
package enum RoleTable {
  /// In Markdown: each role with its meaning, and what it looks like where a theme says nothing of it.
  package static var markdown: String {
    let rows = RoleCatalog.entries.map { role, meaning in "| `\(role)` | \(meaning) | \(heir(of: role)) |" }
    return (heading + rows).joined(separator: "\n")
  }

  private static let heading = [
    "# Roles", "",
    "<!-- Written by `make docs` from the program's own list. Changes belong there. -->", "",
    "A theme says how each role looks; [configuration.md](configuration.md#themes) says how to write one. A role that a",
    "theme leaves out looks like the role in the last column.", "",
    "| role | what it is for | otherwise like |",
    "|---|---|---|",
  ]

  /// The role that stands in for one.
  private static func heir(of role: Role) -> String { role.fallbacks.dropFirst().first.map { "`\($0)`" } ?? "" }
}
