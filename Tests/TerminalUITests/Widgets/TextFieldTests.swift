import Testing

@testable import TerminalUI

/// Shows a field with its caret as `|`.
private func shown(_ field: TextField) -> String {
  String(field.text.prefix(field.caret)) + "|" + field.text.dropFirst(field.caret)
}

/// Plays keys by their names, parted by blanks; longer words that name no key are typed.
private func play(_ script: String, on text: String = "") -> TextField {
  var field = TextField(text)
  for word in script.split(separator: " ") {
    if let key = Key(parsing: word) {
      _ = field.handle(key)
    } else {
      for character in word { _ = field.handle(.character(character)) }
    }
  }
  return field
}

@Suite struct TextFieldTests {
  @Test(arguments: [
    ("", "wire", "wire|"), ("wire", "^A x", "x|wire"), ("wire", "Home Del", "|ire"), ("wire", "^A ^E x", "wirex|"),
    ("wire transfer", "^W", "wire |"), ("one two-three", "^W", "one |"), ("one two-three", "M-Backspace", "one two-|"),
    ("wire transfer", "^← ^U", "|transfer"), ("wire transfer", "Home ^→ ^K", "wire|"), ("a b c", "M-b M-b", "a |b c"),
    ("a b c", "Home M-f M-f", "a b| c"), ("abc", "← Backspace", "a|c"), ("abc", "← ← ← ← Backspace", "|abc"),
    ("abc", "→ → Del", "abc|"), ("word  ", "^W", "|"), ("", "^W ^U ^K Backspace Del ^← ^→", "|"),
    ("e\u{301}a", "Backspace Backspace", "|"), ("👨‍👩‍👧x", "← ←", "|👨‍👩‍👧x"), ("漢字", "← Backspace", "|字"),
    ("one two", "Home M-d", "| two"),
  ])
  func `keys do what readline users expect`(text: String, script: String, result: String) {
    #expect(shown(play(script, on: text)) == result)
  }

  @Test(arguments: [
    ("", "wire ^Z", "|"), ("", "wire ^Z ^Y", "wire|"), ("abc", "^U ^Z", "abc|"), ("abc", "x ← y ^Z", "abc|x"),
    ("abc", "x ← y ^Z ^Z", "abc|"), ("abc", "Backspace Backspace ^Z", "abc|"), ("abc", "x ^Z y ^Y", "abcy|"),
    ("", "one Space two ^Z", "one |"), ("abc", "^Z", "abc|"), ("abc", "^Y", "abc|"),
    ("", "one Backspace ^Z", "one|"),
  ])
  func `a run of typing is one step to undo`(text: String, script: String, result: String) {
    #expect(shown(play(script, on: text)) == result)
  }

  @Test(arguments: ["^S", "Enter", "Tab", "Esc", "↑", "F2", "M-x", "^X", "PgDn"])
  func `a key that is not the field's changes nothing`(name: String) throws {
    var field = TextField("abc")
    let before = field
    #expect(!field.handle(try #require(Key(parsing: name))))
    #expect(field == before)
  }

  @Test func `pasted lines become one line without control characters`() {
    var field = TextField("<>")
    field.moveCaret(to: 1)
    field.insert("one\r\ntwo\tthree\u{1B}[0m\u{7}")
    #expect(shown(field) == "<one two three[0m|>")
    field.undo()
    #expect(shown(field) == "<|>")
  }

  @Test func `no more than the most characters is taken`() {
    var field = TextField("1234", maximumLength: 6)
    field.insert("5678")
    #expect(field.text == "123456")
    _ = field.handle(.character("9"))
    #expect(field.text == "123456")
    field.replaceAll(with: "abcdefgh")
    #expect(shown(field) == "abcdef|")
  }

  @Test func `a typed mark joins the letter before it`() {
    var field = TextField()
    for character in ["e", "\u{301}", "x"] as [Character] { _ = field.handle(.character(character)) }
    #expect(field.text == "e\u{301}x")
    #expect(field.caret == 2)
    _ = field.handle(Key(.backspace))
    _ = field.handle(Key(.backspace))
    #expect(field.text.isEmpty)
  }

  @Test func `random keys keep the caret inside the text`() {
    var random = SeededRandom(7)
    let keys = [
      "a", "Space", "é", "漢", "^A", "^E", "^U", "^K", "^W", "←", "→", "^←", "^→", "Backspace", "Del", "^Z", "^Y",
    ]
    .compactMap { Key(parsing: $0) }
    var field = TextField()
    for _ in 0..<20_000 {
      _ = field.handle(keys[Int.random(in: 0..<keys.count, using: &random)])
      #expect((0...field.text.count).contains(field.caret))
    }
  }
}
