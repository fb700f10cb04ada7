import Testing

@testable import TerminalUI

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("", 0), ("invoice", 7), ("Łódź", 4), ("e\u{301}", 1), ("漢字", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("ｆｕｌｌ", 8), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("❤️", 1), ("1️⃣", 1), ("▲◐●○✓·", 6), ("…", 1),
    ("€", 1), ("का", 2), ("ไทย", 3), ("می‌خواهم", 7), ("🏴\u{E0067}\u{E0062}\u{E007F}", 2),
  ])
  func `every text has the width that a terminal gives it`(text: String, width: Int) {
    #expect(DisplayText.width(text) == width)
    #expect(DisplayText.glyphs(text).reduce(0) { $0 + $1.width } == width)
  }

  @Test(arguments: [
    ("a\u{1B}[31mb", "a␛[31mb"), ("one\ntwo", "one␊two"), ("tab\there", "tab␉here"), ("cr\r\nlf", "cr␍␊lf"),
    ("\u{7F}", "␡"), ("\u{85}\u{9B}", "��"), ("abc\u{202E}def", "abc�def"), ("\u{2066}x\u{2069}", "�x�"),
    ("\u{200E}\u{200F}\u{61C}", "���"), ("pay\u{200D}pal", "pay�pal"), ("zero\u{200B}width", "zero�width"),
    ("\u{FFFE}", "�"), ("\u{FEFF}", "�"), ("\u{378}", "�"), ("a\u{2028}b", "a�b"),
    ("non\u{A0}breaking", "non breaking"),
    ("soft\u{AD}hyphen", "soft-hyphen"), ("🇩🇪", "DE"), ("👨‍👩‍👧", "👨"), ("👍🏽", "👍"), ("❤️", "❤"),
  ])
  func `nothing that moves, hides or reorders reaches the terminal`(hostile: String, shown: String) {
    #expect(Array(DisplayText.sanitized(hostile).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func `a tower of marks keeps four`() {
    let tower = "e" + String(repeating: "\u{301}", count: 50)
    #expect(DisplayText.glyphs(tower) == [Glyph("e" + String(repeating: "\u{301}", count: 4))])
  }

  @Test func `a mark that stands alone sits on a circle`() {
    #expect(DisplayText.sanitized("\u{301}") == "\u{25CC}\u{301}")
  }

  @Test func `every scalar yields cells of one or two columns and no control`() {
    for value in UInt32(0)..<0x20000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for glyph in DisplayText.glyphs(String(scalar)) {
        #expect((1...2).contains(glyph.width), "U+\(String(value, radix: 16))")
        let isClean = glyph.text.unicodeScalars.allSatisfy {
          ![.control, .format, .unassigned, .lineSeparator].contains($0.properties.generalCategory)
        }
        #expect(isClean, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test(arguments: [
    ("Northwind Traders", 17, "Northwind Traders"), ("Northwind Traders", 10, "Northwind…"), ("abc", 1, "…"),
    ("abc", 0, ""), ("abc", -3, ""), ("漢字漢字", 8, "漢字漢字"), ("漢字漢字", 7, "漢字漢…"), ("漢字漢字", 6, "漢字…"),
    ("漢", 1, "…"), ("a\nb", 3, "a␊b"),
  ])
  func `a text too long ends in an ellipsis and never in half a character`(text: String, columns: Int, cut: String) {
    #expect(DisplayText.clipped(text, to: columns) == cut)
    #expect(DisplayText.width(cut) <= max(0, columns))
  }

  @Test func `an ellipsis wider than the room is left out`() {
    #expect(DisplayText.clipped("abcdef", to: 2, ellipsis: "...") == "ab")
  }

  @Test(arguments: [
    ("", 10, [""]), ("one two three", 7, ["one two", "three"]), ("one two", 7, ["one two"]),
    ("first\n\nsecond", 10, ["first", "", "second"]), ("crlf\r\nline", 10, ["crlf", "line"]),
    ("supercalifragilistic", 8, ["supercal", "ifragili", "stic"]),
    ("a longwordthatbreaks", 6, ["a", "longwo", "rdthat", "breaks"]),
    ("漢字漢字漢", 5, ["漢字", "漢字", "漢"]), ("word      ", 4, ["word"]), ("漢字", 1, ["漢", "字"]), ("text", 0, []),
  ])
  func `notes wrap between words and cut words that are too long`(text: String, columns: Int, lines: [String]) {
    #expect(DisplayText.wrapped(text, to: columns) == lines)
  }
}
