/// A key press as a person thinks of it: `j`, `^S`, `PgDn`, `M-x`.
package struct Key: Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    case character(Character)
    case enter, tab, escape, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
  }

  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let control = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    /// Only with keys that print nothing: a capital letter is a character of its own.
    package static let shift = Modifiers(rawValue: 4)
  }

  package var code: Code
  package var modifiers: Modifiers

  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A key that prints a character.
  package static func character(_ character: Character) -> Key { Key(.character(character)) }
  /// A letter together with Control, written in lower case: `.control("s")` is `^S`.
  package static func control(_ letter: Character) -> Key { Key(.character(letter), .control) }
  package static let shiftTab = Key(.tab, .shift)
}
