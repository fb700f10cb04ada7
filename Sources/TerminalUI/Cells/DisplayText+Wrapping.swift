extension DisplayText {
  /// A text of several lines broken into lines of at most so many columns, between words where that is possible.
  ///
  /// Newlines break; a word longer than a line is cut; an empty line stays. Never empty for columns above 0.
  package static func wrapped(_ text: some StringProtocol, to columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { wrappedLine($0, to: columns) }
  }

  private static func wrappedLine(_ line: some StringProtocol, to columns: Int) -> [String] {
    guard width(line) > columns else { return [sanitized(line)] }
    var lines: [String] = []
    var current: [Glyph] = []
    for word in words(of: glyphs(line)) {
      if columnCount(current + trimmed(word)) > columns, !current.isEmpty {
        lines.append(text(of: trimmed(current)))
        current = []
      }
      current += word
      while columnCount(trimmed(current)) > columns { lines.append(text(of: cut(&current, at: columns))) }
    }
    return current.isEmpty && !lines.isEmpty ? lines : lines + [text(of: trimmed(current))]
  }

  /// Words with the spaces behind them.
  private static func words(of glyphs: [Glyph]) -> [[Glyph]] {
    var words: [[Glyph]] = []
    for glyph in glyphs {
      if let last = words.last?.last, last.text != " " || glyph.text == " " {
        words[words.count - 1].append(glyph)
      } else {
        words.append([glyph])
      }
    }
    return words
  }

  /// Takes the first glyphs that fit, at least one.
  private static func cut(_ glyphs: inout [Glyph], at columns: Int) -> [Glyph] {
    var used = 0
    let count = max(
      1,
      glyphs.prefix {
        used += $0.width; return used <= columns
      }.count)
    defer { glyphs.removeFirst(count) }
    return Array(glyphs.prefix(count))
  }

  private static func trimmed(_ glyphs: [Glyph]) -> [Glyph] {
    Array(glyphs.prefix((glyphs.lastIndex { $0.text != " " } ?? -1) + 1))
  }

  private static func columnCount(_ glyphs: [Glyph]) -> Int { glyphs.reduce(0) { $0 + $1.width } }

  private static func text(of glyphs: [Glyph]) -> String { glyphs.map(\.text).joined() }
}
