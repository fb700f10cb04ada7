/// What a terminal would show after the bytes that it was sent: enough of an xterm to read what ncurses writes.
///
/// Sequences follow ECMA-48 and xterm's control sequences; what it does not know it keeps in `unknown`, for a test to see.
package struct ScreenModel: Sendable {
  package internal(set) var width: Int
  package internal(set) var height: Int
  /// The caret's place, in columns and rows from 0.
  package internal(set) var column = 0
  package internal(set) var row = 0
  package internal(set) var isCaretVisible = true
  package internal(set) var isAlternate = false
  package internal(set) var title = ""
  /// The private modes (DECSET) that are on: 1 application keys, 1049 alternate screen, 2004 bracketed paste, …
  package internal(set) var modes: Set<Int> = [7, 25]
  package internal(set) var isKeypadApplication = false
  package internal(set) var bells = 0
  /// Sequences that this model does not understand.
  package internal(set) var unknown: [String] = []
  /// Operating system commands (OSC) other than titles, such as the clipboard's.
  package internal(set) var commands: [String] = []

  var grid: [[ScreenCell]]
  var primary: [[ScreenCell]] = []
  var primaryCaret = (column: 0, row: 0)
  var style = ScreenStyle()
  var saved = (column: 0, row: 0, style: ScreenStyle())
  var region: ClosedRange<Int>
  var wrapsNext = false
  var graphics = [false, false]
  var charset = 0
  var parser = ControlSequenceParser()

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
    grid = Self.blank(width: width, height: height)
    primary = grid
    region = 0...max(0, height - 1)
  }

  /// The rows as text, without the blanks at their ends.
  package var lines: [String] {
    grid.map { row in
      let text = row.map(\.text).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// How the next character would be shown.
  package var nextStyle: ScreenStyle { style }

  package var text: String { lines.joined(separator: "\n") }

  /// A cell, its text empty in the right half of a wide character.
  package subscript(x: Int, y: Int) -> ScreenCell { grid[y][x] }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if let token = parser.feed(byte) { apply(token) }
    }
  }

  /// Gives the screen another size; like most terminals it keeps what is at the top left.
  package mutating func resize(width: Int, height: Int) {
    grid = Self.fitted(grid, width: width, height: height)
    primary = Self.fitted(primary, width: width, height: height)
    (self.width, self.height) = (width, height)
    region = 0...max(0, height - 1)
    (column, row) = (min(column, width - 1), min(row, height - 1))
    wrapsNext = false
  }

  static func blank(width: Int, height: Int) -> [[ScreenCell]] {
    Array(repeating: Array(repeating: ScreenCell(), count: width), count: height)
  }

  private static func fitted(_ rows: [[ScreenCell]], width: Int, height: Int) -> [[ScreenCell]] {
    var result = blank(width: width, height: height)
    for y in 0..<min(height, rows.count) {
      for x in 0..<min(width, rows[y].count) { result[y][x] = rows[y][x] }
    }
    return result
  }

  private mutating func apply(_ token: ControlSequenceParser.Token) {
    switch token {
    case .character(let character): put(character)
    case .control(let byte): control(byte)
    case .escape(let intermediates, let final): escape(intermediates, final)
    case .sequence(let sequence): perform(sequence)
    case .command(let command): operate(command)
    }
  }

  private mutating func operate(_ command: String) {
    let parts = command.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, ["0", "2"].contains(parts[0]) {
      title = String(parts[1])
    } else {
      commands.append(command)
    }
  }
}
