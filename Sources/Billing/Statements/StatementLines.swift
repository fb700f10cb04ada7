/// Divides a text into lines and cells; a quoted cell may hold separators and line breaks.
struct StatementLines {
  struct Line: Hashable {
    /// Of the text, from 1.
    var number: Int
    var cells: [String]
    var text: String
    /// Every quotation mark found its other.
    var isClosed = true
  }

  private(set) var all: [Line] = []

  init(_ text: String, separator: Character) {
    var number = 1
    var rest = Substring(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    while !rest.isEmpty {
      var reader = StatementLineReader(rest, separator: separator)
      let line = reader.line(number)
      number += max(1, reader.breaks)
      rest = reader.rest
      if line.cells.contains(where: { !$0.isEmpty }) || !line.isClosed { all.append(line) }
    }
  }

  /// What the first line that says something has between its cells.
  static func separator(of text: String) -> Character {
    let first = text.split(whereSeparator: \.isNewline).first ?? ""
    var isQuoted = false
    var counts: [Character: Int] = [:]
    for character in first {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, ";\t,".contains(character) { counts[character, default: 0] += 1 }
    }
    return [";", "\t", ","].first { counts[$0] != nil } ?? ";"
  }
}

/// Reads one line from the beginning of a text.
struct StatementLineReader {
  private(set) var rest: Substring
  /// Line breaks that were read, with those within quotation marks.
  private(set) var breaks = 0
  private let separator: Character

  init(_ text: Substring, separator: Character) {
    rest = text
    self.separator = separator
  }

  mutating func line(_ number: Int) -> StatementLines.Line {
    let start = rest
    var cells: [String] = []
    var isClosed = true
    while true {
      let (cell, closed) = cell()
      cells.append(cell)
      isClosed = isClosed && closed
      guard rest.first == separator else { break }
      rest.removeFirst()
    }
    let text = String(start[..<rest.startIndex])
    if rest.first?.isNewline == true {
      rest.removeFirst()
      breaks += 1
    }
    return StatementLines.Line(number: number, cells: cells, text: text, isClosed: isClosed)
  }

  private mutating func cell() -> (String, Bool) {
    if let quote = rest.firstIndex(where: { $0 != " " }), rest[quote] == "\"" { return quoted(after: quote) }
    let plain = rest.prefix { $0 != separator && !$0.isNewline }
    rest = rest[plain.endIndex...]
    return (Self.trimmed(plain), true)
  }

  private mutating func quoted(after quote: Substring.Index) -> (String, Bool) {
    var cell = ""
    rest = rest[rest.index(after: quote)...]
    while let character = rest.popFirst() {
      if character.isNewline { breaks += 1 }
      guard character == "\"" else {
        cell.append(character)
        continue
      }
      guard rest.first == "\"" else {
        // What follows the quotation mark belongs to the cell, as banks write it.
        let plain = rest.prefix { $0 != separator && !$0.isNewline }
        rest = rest[plain.endIndex...]
        return (Self.trimmed(Substring(cell)) + Self.trimmed(plain), true)
      }
      rest.removeFirst()
      cell.append("\"")
    }
    return (cell, false)
  }

  private static func trimmed(_ text: Substring) -> String {
    let head = text.drop(while: \.isWhitespace)
    let tail = head.reversed().drop(while: \.isWhitespace)
    return String(String(tail).reversed())
  }
}
