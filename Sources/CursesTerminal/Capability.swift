import CCurses

/// What the terminal in use can be told, from its terminfo entry.
enum Capability {
  /// The sequence of a capability such as `rmcup`, ready to be sent; empty where the terminal has none.
  static func string(_ name: String) -> String {
    curses_capability(name).map { withoutPadding(String(cString: $0)) } ?? ""
  }

  /// Leaves out the marks that ask for padding, `$<5>` (terminfo(5)): no terminal of today needs the pause.
  static func withoutPadding(_ sequence: String) -> String {
    var rest = sequence[...]
    var result = ""
    while let mark = rest.firstIndex(of: "$") {
      result += rest[..<mark]
      rest = rest[mark...]
      guard rest.hasPrefix("$<"), let end = rest.firstIndex(of: ">") else {
        result.append(rest.removeFirst())
        continue
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
