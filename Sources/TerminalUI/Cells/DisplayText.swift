/// What one cell shows of a text: a base character with its marks, and the columns that it takes (1 or 2).
package struct Glyph: Hashable, Sendable {
  package let text: String
  package let width: Int

  package init(_ text: String, width: Int = 1) {
    self.text = text
    self.width = width
  }
}

/// Text as the terminal may show it: the one door from any string to columns.
///
/// Nothing that comes out moves the cursor, reorders the line or hides: controls become their pictures (`␛`, `␊`),
/// bidirectional controls and invisible characters become `�`, emoji lose their invisible tails, flags become letters.
package enum DisplayText {
  /// The cells of a text in one line.
  package static func glyphs(_ text: some StringProtocol) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(text.utf8.count)
    guard !isASCII(text) else {
      for byte in text.utf8 { glyphs.append(asciiGlyphs[Int(byte)]) }
      return glyphs
    }
    for character in text { GlyphSplitter.append(character, to: &glyphs) }
    return glyphs
  }

  /// The columns that a text takes in one line.
  package static func width(_ text: some StringProtocol) -> Int {
    isASCII(text) ? text.utf8.count : glyphs(text).reduce(0) { $0 + $1.width }
  }

  /// A text cut to so many columns, its end replaced by the ellipsis where something is missing.
  package static func clipped(_ text: some StringProtocol, to columns: Int, ellipsis: String = "…") -> String {
    clipped(glyphs(text), to: columns, ellipsis: ellipsis).map(\.text).joined()
  }

  /// A text in one line with everything replaced that a terminal must not receive.
  package static func sanitized(_ text: some StringProtocol) -> String {
    glyphs(text).map(\.text).joined()
  }

  static func clipped(_ glyphs: [Glyph], to columns: Int, ellipsis: String) -> [Glyph] {
    var used = 0
    guard
      glyphs.contains(where: {
        used += $0.width; return used > columns
      })
    else { return glyphs }
    let mark = self.glyphs(ellipsis)
    let markWidth = mark.reduce(0) { $0 + $1.width }
    let room = markWidth <= columns ? columns - markWidth : columns
    used = 0
    let kept = glyphs.prefix {
      used += $0.width; return used <= room
    }
    return markWidth <= columns ? kept + mark : Array(kept)
  }

  static func isASCII(_ text: some StringProtocol) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0x80 } } ?? text.utf8.allSatisfy { $0 < 0x80 }
  }

  /// The 128 ASCII characters as cells, controls as their pictures; made once, so that drawing builds no strings.
  static let asciiGlyphs: [Glyph] = (0..<128).map { value in
    Glyph(String(Character(GlyphSplitter.picture(of: Unicode.Scalar(UInt8(value))))))
  }
}
