import Testing

@testable import TerminalUI

@Suite struct KeyNameTests {
  private static let keys: [Key] = {
    let codes: [Key.Code] =
      [.enter, .tab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown]
      + (1...12).map { .function($0) } + "az09^-!~[ \\é".map { .character($0) }
    let modifiers: [Key.Modifiers] = [[], .control, .alt, .shift, [.control, .alt], [.control, .alt, .shift]]
    return codes.flatMap { code in modifiers.map { Key(code, $0) } }
  }()

  @Test func `every name reads back as its key`() {
    for key in Self.keys {
      if case .character = key.code, key.modifiers.contains(.shift) { continue }
      #expect(Key(parsing: key.description) == key, "\(key)")
    }
    #expect(Set(Self.keys.map(\.description)).count == Self.keys.count)
  }

  @Test(arguments: [
    (Key.control("s"), "^S"), (Key(.pageDown), "PgDn"), (Key(.function(4)), "F4"), (Key(.character("x"), .alt), "M-x"),
    (Key(.character(" ")), "Space"), (Key(.character(" "), .control), "^Space"), (Key(.enter), "Enter"),
    (.shiftTab, "S-Tab"), (Key(.left, .control), "^←"), (.character("G"), "G"),
  ])
  func `names are those of the hints line`(key: Key, name: String) {
    #expect(key.description == name)
  }

  @Test(arguments: [
    ("^s", "^S"), ("Ctrl-S", "^S"), ("C-s", "^S"), ("alt-x", "M-x"), ("pgdn", "PgDn"), ("PageDown", "PgDn"),
    ("escape", "Esc"), ("Up", "↑"), ("return", "Enter"), ("space", "Space"), ("Shift-Tab", "S-Tab"), ("Shift-g", "G"),
    ("f10", "F10"),
    ("^", "^"), ("-", "-"), ("M", "M"),
  ])
  func `other spellings are understood`(spelling: String, name: String) {
    #expect(Key(parsing: spelling)?.description == name)
  }

  @Test(arguments: ["", "nothing", "F0", "F25", "F+1", "  ", "M-", "Ctrl-", "^nothing"])
  func `what names no key is refused`(name: String) {
    #expect(Key(parsing: name) == nil)
  }
}
