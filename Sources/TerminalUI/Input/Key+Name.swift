extension Key: CustomStringConvertible {
  /// The name that hints, help and configuration use: `j`, `^S`, `PgDn`, `F4`, `M-x`, `S-Tab`, `Space`.
  package var description: String {
    let prefix = (modifiers.contains(.alt) ? "M-" : "") + (modifiers.contains(.shift) ? "S-" : "")
    return prefix + (modifiers.contains(.control) ? "^" + controlName : plainName)
  }

  private var controlName: String {
    if case .character(let letter) = code, letter != " " { letter.uppercased() } else { plainName }
  }

  private var plainName: String {
    switch code {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    default: Self.names.first { $0.code == code }?.name ?? ""
    }
  }

  /// Reads a key's name; capitals do not matter but for single characters, and `Ctrl-`, `Alt-`, `Shift-` are known.
  ///
  /// Nil for what names no key.
  package init?(parsing name: some StringProtocol) {
    var rest = name[...]
    var modifiers: Modifiers = []
    while rest.count > 1, let (prefix, modifier) = Self.prefixes.first(where: { Self.hasPrefix(rest, $0.0) }) {
      rest = rest.dropFirst(prefix.count)
      modifiers.insert(modifier)
    }
    guard let code = Self.code(named: String(rest)) else { return nil }
    if case .character(let character) = code {
      let isControl = modifiers.contains(.control)
      let isShifted = modifiers.contains(.shift) && !isControl
      let spelled = isControl ? character.lowercased() : isShifted ? character.uppercased() : String(character)
      let letter = spelled.first ?? character
      // Shift is part of a character that prints.
      self.init(.character(letter), isControl ? modifiers : modifiers.subtracting(.shift))
    } else {
      self.init(code, modifiers)
    }
  }

  private static func hasPrefix(_ text: some StringProtocol, _ prefix: String) -> Bool {
    text.count > prefix.count && text.prefix(prefix.count).lowercased() == prefix
  }

  private static func code(named name: String) -> Code? {
    if name.count == 1, let character = name.first, !character.isWhitespace {
      return arrows[character] ?? .character(character)
    }
    let lower = name.lowercased()
    if lower == "space" { return .character(" ") }
    if lower.first == "f", let number = Int(lower.dropFirst()), (1...24).contains(number),
      lower.dropFirst().first != "+"
    {
      return .function(number)
    }
    return names.first { $0.name.lowercased() == lower || $0.others.contains(lower) }?.code
  }

  private static let prefixes: [(String, Modifiers)] = [
    ("^", .control), ("ctrl-", .control), ("c-", .control), ("m-", .alt), ("alt-", .alt), ("s-", .shift),
    ("shift-", .shift),
  ]

  private static let arrows: [Character: Code] = ["↑": .up, "↓": .down, "←": .left, "→": .right]

  private static let names: [(code: Code, name: String, others: [String])] = [
    (.enter, "Enter", ["return"]), (.tab, "Tab", []), (.escape, "Esc", ["escape"]),
    (.backspace, "Backspace", ["bs"]), (.delete, "Del", ["delete"]), (.insert, "Ins", ["insert"]),
    (.up, "↑", ["up"]), (.down, "↓", ["down"]), (.left, "←", ["left"]), (.right, "→", ["right"]),
    (.home, "Home", []), (.end, "End", []), (.pageUp, "PgUp", ["pageup"]), (.pageDown, "PgDn", ["pagedown"]),
  ]
}
