import TerminalUI

/// Reads a theme file: a `[palette]` that names colours, and `[roles]` that says how each role looks.
///
/// A role is written as `"text on ground bold"`: a colour, `on` and a colour for the ground, attributes; each part may be
/// missing. A colour is a name of the palette, `#rrggbb`, one of the terminal's 16 (`red`, `bright-red`), a number from 0
/// to 255, or `default`.
enum ThemeFile {
  static func theme(_ text: String, name: String, path: String) throws(ConfigurationError) -> Theme {
    let document = try TOMLDocument(text, path: path)
    let top = TableReader(document)
    try top.refuseUnknown(except: ["palette", "roles"])
    let palette = try palette(top.table("palette"))
    var words: [String: StyleWords] = [:]
    let roles = try top.table("roles")
    for role in roles?.keys ?? [] {
      if let text = try roles?.text(role) { words[role] = style(text, palette) }
    }
    do {
      return try Theme(name: name, words: words)
    } catch {
      throw .theme(document.place(of: ["roles", error.role]), error)
    }
  }

  private static func palette(_ table: TableReader?) throws(ConfigurationError) -> [String: String] {
    var palette: [String: String] = [:]
    for name in table?.keys ?? [] {
      guard let table, let color = try table.text(name) else { continue }
      guard Color(parsing: color) != nil else {
        throw table.wrongValue(name, "Write #rrggbb, the name of one of the 16 colours, 0 to 255, or default.")
      }
      palette[name] = color
    }
    return palette
  }

  private static func style(_ text: String, _ palette: [String: String]) -> StyleWords {
    var style = StyleWords()
    var words = text.split(separator: " ").map(String.init)[...]
    while let word = words.popFirst() {
      if word == "on", let ground = words.popFirst() {
        style.background = palette[ground] ?? ground
      } else if attributes.contains(word) || style.foreground != nil || style.background != nil {
        style.attributes.append(word)
      } else {
        style.foreground = palette[word] ?? word
      }
    }
    return style
  }

  private static let attributes: Set<String> = ["bold", "dim", "underline", "reverse", "italic"]
}

extension ThemeError {
  /// The role that is wrong.
  var role: String {
    switch self {
    case .unknownRole(let role), .unknownColor(let role, _), .unknownAttribute(let role, _): role
    }
  }
}
