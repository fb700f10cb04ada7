/// Turns one grapheme cluster into the cells that show it.
enum GlyphSplitter {
  /// The most combining marks that a cell keeps: more is an attack on the rows above and below.
  private static let mostMarks = 4
  private static let replacement = Glyph("\u{FFFD}")

  static func append(_ character: Character, to glyphs: inout [Glyph]) {
    if let byte = character.utf8.first, byte < 0x80, character.utf8.count == 1 {
      glyphs.append(DisplayText.asciiGlyphs[Int(byte)])
      return
    }
    if let scalar = onlyScalar(of: character), case .spacing = kind(of: scalar) {
      glyphs.append(Glyph(String(character), width: CharacterWidth.of(scalar)))
      return
    }
    var cluster = Cluster()
    for scalar in character.unicodeScalars where !cluster.isOver { cluster.take(scalar) }
    glyphs += cluster.finished()
  }

  private static func onlyScalar(of character: Character) -> Unicode.Scalar? {
    var scalars = character.unicodeScalars.makeIterator()
    let first = scalars.next()
    return scalars.next() == nil ? first : nil
  }

  /// The picture of a C0 control or DEL, any other scalar as it is.
  static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? scalar
    case 0x7F: "\u{2421}"
    default: scalar
    }
  }

  /// The cells of a cluster while its scalars come in.
  private struct Cluster {
    private var glyphs: [Glyph] = []
    private var base: Unicode.Scalar?
    private var marks: [Unicode.Scalar] = []
    /// True once the rest of the cluster is the tail of a joined emoji, of which only the first is shown.
    private(set) var isOver = false

    mutating func take(_ scalar: Unicode.Scalar) {
      switch kind(of: scalar) {
      case .mark: takeMark(scalar)
      case .joiner: takeJoiner()
      case .invisible where base != nil: break
      case .invisible, .hostile: close(); glyphs.append(replacement)
      case .letter(let letter): close(); glyphs.append(Glyph(String(Character(letter))))
      case .spacing: close(); base = GlyphSplitter.picture(of: scalar)
      }
    }

    mutating func finished() -> [Glyph] {
      close()
      return glyphs
    }

    private mutating func takeMark(_ scalar: Unicode.Scalar) {
      if base == nil { base = "\u{25CC}" }
      if marks.count < mostMarks { marks.append(scalar) }
    }

    /// A joiner ends an emoji, is needless for the scripts that shape by it, and hides in all others.
    private mutating func takeJoiner() {
      guard let base, base.value >= 0x590 else {
        close()
        glyphs.append(replacement)
        return
      }
      isOver = base.properties.isEmoji
    }

    private mutating func close() {
      guard let base else { return }
      var text = String.UnicodeScalarView([base])
      text.append(contentsOf: marks)
      glyphs.append(Glyph(String(text), width: CharacterWidth.of(base)))
      self.base = nil
      marks = []
    }
  }

  private enum Kind {
    case spacing, mark, joiner, invisible, hostile
    case letter(Unicode.Scalar)
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0..<0x80: .spacing
    case 0xAD: .letter("-")
    case 0x200C, 0x200D: .joiner
    case 0xFE00...0xFE0F, 0xE0020...0xE007F, 0xE0100...0xE01EF, 0x1F3FB...0x1F3FF, 0x034F: .invisible
    case 0x1F1E6...0x1F1FF: .letter(Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41) ?? "?")
    case 0x3000: .spacing
    // The scripts and signs that are most common, known without a look at the database.
    case 0xA1...0x2FF, 0x2030...0x205E, 0x2190...0x23FF, 0x2500...0x27BF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: .spacing
    default: kindByCategory(of: scalar)
    }
  }

  private static func kindByCategory(of scalar: Unicode.Scalar) -> Kind {
    if CharacterWidth.isZeroWidth(scalar) { return .mark }
    return switch scalar.properties.generalCategory {
    case .control, .format, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator: .hostile
    case .spaceSeparator: .letter(" ")
    default: .spacing
    }
  }
}
