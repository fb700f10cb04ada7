import Testing

@testable import TerminalUI

@Suite struct KeyDecoderTests {
  private func names(_ events: [TerminalEvent]) -> [String] {
    events.map { event in
      switch event {
      case .key(let key): key.description
      case .paste(let text): "paste(\(text))"
      default: "\(event)"
      }
    }
  }

  /// What bytes mean, with nothing more to come.
  private func decoded(_ text: String) -> [String] { decoded(Array(text.utf8)) }

  private func decoded(_ bytes: [UInt8]) -> [String] {
    var decoder = KeyDecoder()
    return names(decoder.feed(bytes) + decoder.flush())
  }

  @Test(arguments: [
    ("j", ["j"]), ("Gg", ["G", "g"]), (" ", ["Space"]), ("é漢👍", ["é", "漢", "👍"]), ("\r", ["Enter"]), ("\n", ["Enter"]),
    ("\t", ["Tab"]), ("\u{0}", ["^Space"]), ("\u{13}\u{11}", ["^S", "^Q"]), ("\u{7F}", ["Backspace"]),
    ("\u{8}", ["Backspace"]), ("\u{1A}", ["^Z"]), ("\u{1C}\u{1D}\u{1E}\u{1F}", ["^\\", "^]", "^^", "^_"]),
    ("\u{1B}", ["Esc"]), ("\u{1B}\u{1B}", ["Esc", "Esc"]), ("\u{1B}x", ["M-x"]), ("\u{1B}é", ["M-é"]),
    ("\u{1B}\u{7F}", ["M-Backspace"]), ("\u{1B}\r", ["M-Enter"]), ("\u{1B}\u{2}", ["M-^B"]), ("\u{1B} ", ["M-Space"]),
  ])
  func `plain keys, Control and Alt`(bytes: String, keys: [String]) {
    #expect(decoded(bytes) == keys)
  }

  @Test(arguments: [
    ("[A", "↑"), ("[B", "↓"), ("[C", "→"), ("[D", "←"), ("OA", "↑"), ("OD", "←"), ("[H", "Home"), ("[F", "End"),
    ("OH", "Home"), ("OF", "End"), ("[1~", "Home"), ("[4~", "End"), ("[7~", "Home"), ("[8~", "End"), ("[2~", "Ins"),
    ("[3~", "Del"), ("[5~", "PgUp"), ("[6~", "PgDn"), ("OP", "F1"), ("OQ", "F2"), ("OR", "F3"), ("OS", "F4"),
    ("[11~", "F1"), ("[14~", "F4"), ("[15~", "F5"), ("[17~", "F6"), ("[21~", "F10"), ("[24~", "F12"), ("[[A", "F1"),
    ("[[E", "F5"), ("[Z", "S-Tab"), ("OM", "Enter"), ("Oj", "*"), ("Ox", "8"),
  ])
  func `keys that terminals send as sequences`(sequence: String, key: String) {
    #expect(decoded("\u{1B}" + sequence) == [key])
  }

  @Test(arguments: [
    ("[1;5C", "^→"), ("[1;2A", "S-↑"), ("[1;3D", "M-←"), ("[1;8H", "M-S-^Home"), ("[3;5~", "^Del"), ("[5;2~", "S-PgUp"),
    ("[1;5P", "^F1"), ("[1;2R", "S-F3"), ("O5C", "^→"), ("[5^", "^PgUp"), ("[3$", "S-Del"), ("[7@", "S-^Home"),
    ("[a", "S-↑"), ("Oc", "^→"), ("[97;5u", "^A"), ("[120;3u", "M-x"), ("[97;2u", "A"), ("[49:33;2u", "!"),
    ("[13;5u", "^Enter"), ("[9;2u", "S-Tab"), ("[27u", "Esc"), ("[127;3u", "M-Backspace"), ("[27;5;13~", "^Enter"),
    ("[27;5;97~", "^A"), ("[57404u", "5"), ("[57413u", "+"), ("[57417;5u", "^←"), ("[57426u", "Del"),
    ("[57414u", "Enter"), ("[1;1:1A", "↑"), ("[32;5u", "^Space"), ("[233;1u", "é"),
  ])
  func `modifiers in the ways of xterm, rxvt and kitty`(sequence: String, key: String) {
    #expect(decoded("\u{1B}" + sequence) == [key])
  }

  @Test(arguments: [
    "[I", "[O", "[<0;12;7M", "[<0;12;7m", "[M !!", "[32;5;9M", "[?1;2c", "[>0;276;0c", "[24;80R", "[?2026;2$y", "[999~",
    "[97;1:3u", "[1;1:3A", "[E", "[99999999999999999999999~", "[1;;;;5Q", "[57441u", "[128u", "[55296u", "Oz", "[[Z",
  ])
  func `reports, releases and the unknown are swallowed whole`(sequence: String) {
    #expect(decoded("\u{1B}" + sequence + "j") == (sequence == "[1;;;;5Q" ? ["F2", "j"] : ["j"]))
  }

  @Test(
    arguments: [
      ([0xFF, 0x03], ["^C"]), ([0xC3, 0x03], ["^C"]), ([0xE6, 0xBC, 0x6A], ["j"]), ([0x80, 0x6A], ["j"]),
      ([0xC0, 0xAF, 0x6A], ["j"]), ([0xED, 0xA0, 0x80, 0x6A], ["j"]), ([0xF4, 0x90, 0x80, 0x80, 0x6A], ["j"]),
      ([0xC2, 0x9B, 0x6A], ["j"]), ([0xE6, 0xC3, 0xA9], ["é"]), ([0x1B, 0x5B, 0x31, 0x03], ["^C"]),
      ([0x1B, 0x5B, 0x31, 0x1B, 0x5B, 0x41], ["↑"]), ([0x1B, 0x4F, 0x03], ["^C"]), ([0x1B, 0x5B, 0xC3, 0xA9], ["é"]),
      ([0x1B, 0x5B, 0x4D, 0x20, 0x1B, 0x5B, 0x41], ["↑"]),
    ] as [([UInt8], [String])])
  func `broken input never costs the key behind it`(bytes: [UInt8], keys: [String]) {
    #expect(decoded(bytes) == keys)
  }

  @Test(
    arguments: [
      ("", nil), ("\u{1B}", .short), ("\u{1B}[", .long), ("\u{1B}O", .long), ("\u{1B}[1;5", .long), ("\u{1B}[[", .long),
      ("\u{1B}[A", nil), ("j", nil), ("\u{1B}[200~abc", nil), ("\u{1B}\u{1B}", .short),
    ] as [(String, EscapeWait?)])
  func `it says how long to wait for the rest`(bytes: String, wait: EscapeWait?) {
    var decoder = KeyDecoder()
    _ = decoder.feed(bytes.utf8)
    #expect(decoder.waitsForMore == wait)
    _ = decoder.flush()
    #expect(decoder.waitsForMore == nil)
  }

  @Test func `when time is over the beginning of a sequence is a key with Alt, half of one nothing`() {
    #expect(decoded("\u{1B}[") == ["M-["])
    #expect(decoded("\u{1B}O") == ["M-O"])
    #expect(decoded("\u{1B}[1;5").isEmpty)
    #expect(decoded([0xE6, 0xBC]).isEmpty)
  }

  @Test(arguments: [
    ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"), ("q:!x\u{3}\u{1A}", "q:!x"), ("a\tb", "a\tb"),
    ("\u{1B}[A", "[A"), ("\u{1B}[201", "[201"), ("\u{1B}[20\u{1B}[2", "[20[2"), ("naïve 漢", "naïve 漢"),
  ])
  func `a paste is text and never keys`(content: String, text: String) {
    #expect(decoded("\u{1B}[200~" + content + "\u{1B}[201~j") == ["paste(\(text))", "j"])
  }

  @Test func `a paste goes on until its end marker whatever time runs out`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}[200~quit\u{1B}".utf8).isEmpty)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed("[201".utf8).isEmpty)
    #expect(decoder.flush().isEmpty)
    #expect(names(decoder.feed("~q".utf8)) == ["paste(quit)", "q"])
  }

  @Test func `a paste is kept up to a mebibyte and swallowed to its end`() {
    var decoder = KeyDecoder()
    var events = decoder.feed("\u{1B}[200~".utf8)
    let piece = [UInt8](repeating: 0x61, count: 1 << 16)
    for _ in 0..<20 { events += decoder.feed(piece) }
    events += decoder.feed("\u{1B}[201~j".utf8)
    #expect(events == [.paste(String(repeating: "a", count: 1 << 20)), .key(.character("j"))])
  }
}
