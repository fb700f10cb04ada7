import Glibc

/// What the environment variables tell about the terminal and what the person wants of it.
package struct TerminalEnvironment: Sendable {
  private let variables: [String: String]

  package init(_ variables: [String: String]) { self.variables = variables }

  /// The process's own environment.
  package static var current: TerminalEnvironment {
    let names = ["TERM", "COLORTERM", "NO_COLOR", "STY", "SSH_CONNECTION", "LC_ALL", "LC_CTYPE", "LANG"]
    let found = names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
    return TerminalEnvironment(Dictionary(uniqueKeysWithValues: found))
  }

  /// The same environment with a locale that has no UTF-8: everything is drawn in ASCII.
  package var inASCII: TerminalEnvironment {
    TerminalEnvironment(variables.merging(["LC_ALL": "C"]) { _, replacement in replacement })
  }

  /// The type of terminal: `xterm-256color`.
  var type: String? { self["TERM"] }

  /// Whether no colours are wanted (the convention of no-color.org: set and not empty).
  var refusesColor: Bool { self["NO_COLOR"] != nil }

  /// Whether keys come over a network, where the bytes of one key may arrive apart.
  var isRemote: Bool { self["SSH_CONNECTION"] != nil }

  /// The locale that decides how characters are encoded, by the precedence of POSIX; nil where none was chosen.
  var locale: String? { self["LC_ALL"] ?? self["LC_CTYPE"] ?? self["LANG"] }

  /// Whether the terminal says that it shows 24-bit colours and speaks the language of xterm.
  ///
  /// GNU screen passes COLORTERM on but misreads such colours: it is told by STY.
  var hasTruecolor: Bool {
    guard !refusesColor, self["STY"] == nil, let type else { return false }
    guard let claim = self["COLORTERM"], claim == "truecolor" || claim == "24bit" else { return false }
    return Self.truecolorFamilies.contains { type == $0 || type.hasPrefix($0 + "-") }
  }

  private static let truecolorFamilies = [
    "xterm", "tmux", "screen", "alacritty", "contour", "foot", "ghostty", "iterm2", "kitty", "konsole", "mintty",
    "ms", "st", "vte", "wezterm",
  ]

  /// A variable that is set to something.
  private subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
