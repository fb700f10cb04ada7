/// Lines of a manual page, in the macros that man(7) has.
enum Troff {
  static func section(_ title: String, _ lines: [String]) -> [String] { [".SH \(title.uppercased())"] + lines }

  static func part(_ title: String) -> String { ".SS \(escaped(title))" }

  /// A term in bold, and its explanation indented under it.
  static func item(_ term: String, _ explanation: String) -> [String] {
    [".TP", "\\fB\(escaped(term))\\fR", paragraph(explanation)]
  }

  static func paragraph(_ text: String) -> String {
    let line = escaped(text)
    // A point or apostrophe in front would be read as a macro.
    return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  /// A backslash begins an escape, and a bare `-` may be shown as a dash that nobody can paste.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { line, character in
      switch character {
      case "\\": line += "\\e"
      case "-": line += "\\-"
      case "'": line += "\\(aq"
      case "^": line += "\\(ha"
      case "`": line += "\\(ga"
      case "~": line += "\\(ti"
      case _ where character.isASCII: line.append(character)
      default: line += character.unicodeScalars.map { "\\[u\(hexadecimal($0))]" }.joined()
      }
    }
  }

  /// At least four digits, as troff wants them.
  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
