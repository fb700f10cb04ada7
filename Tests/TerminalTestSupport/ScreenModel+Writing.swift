/// Characters, single controls and short escape sequences.
extension ScreenModel {
  mutating func put(_ scalar: Unicode.Scalar) {
    let shown = graphics[charset] ? Self.lineDrawing(scalar) : scalar
    let columns = Self.columns(of: shown)
    guard columns > 0 else { return join(shown) }
    if wrapsNext || column + columns > width { wrap() }
    grid[row][column] = ScreenCell(text: String(shown), style: style)
    if columns == 2, column + 1 < width { grid[row][column + 1] = ScreenCell(text: "", style: style) }
    column += columns
    if column >= width { (column, wrapsNext) = (width - 1, true) }
  }

  /// A mark belongs to the character before the caret.
  private mutating func join(_ mark: Unicode.Scalar) {
    var place = wrapsNext ? column : max(0, column - 1)
    if grid[row][place].text.isEmpty, place > 0 { place -= 1 }
    grid[row][place].text.unicodeScalars.append(mark)
  }

  private mutating func wrap() {
    column = 0
    wrapsNext = false
    lineFeed()
  }

  /// A coarse table: what tests draw, not all of Unicode.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let wide: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
    ]
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The DEC special graphics set, of which only what draws boxes.
  private static func lineDrawing(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let table: [Unicode.Scalar: Unicode.Scalar] = [
      "j": "┘", "k": "┐", "l": "┌", "m": "└", "n": "┼", "q": "─", "t": "├", "u": "┤", "v": "┴", "w": "┬", "x": "│",
      "`": "◆", "a": "▒", "~": "·",
    ]
    return table[scalar] ?? scalar
  }

  mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x00: break
    case 0x07: bells += 1
    case 0x08: move(toColumn: column - 1)
    case 0x09: move(toColumn: (column / 8 + 1) * 8)
    case 0x0A...0x0C: lineFeed()
    case 0x0D: move(toColumn: 0)
    case 0x0E: charset = 1
    case 0x0F: charset = 0
    default: unknown.append("C0 \(byte)")
    }
  }

  mutating func escape(_ intermediates: String, _ final: Character) {
    switch (intermediates, final) {
    case ("(", _): graphics[0] = final == "0"
    case (")", _): graphics[1] = final == "0"
    case ("", "7"): saved = (column, row, style)
    case ("", "8"): restoreCaret()
    case ("", "="): isKeypadApplication = true
    case ("", ">"): isKeypadApplication = false
    case ("", "D"): lineFeed()
    case ("", "M"): reverseLineFeed()
    case ("", "E"): wrap()
    default: unknown.append("ESC \(intermediates)\(final)")
    }
  }

  private mutating func restoreCaret() {
    (column, row, style) = (min(saved.column, width - 1), min(saved.row, height - 1), saved.style)
    wrapsNext = false
  }

  mutating func move(toColumn target: Int) {
    column = min(max(0, target), width - 1)
    wrapsNext = false
  }

  mutating func move(toRow target: Int) {
    row = min(max(0, target), height - 1)
    wrapsNext = false
  }

  mutating func lineFeed() {
    wrapsNext = false
    if row == region.upperBound { scroll(region, by: 1) } else { row = min(row + 1, height - 1) }
  }

  private mutating func reverseLineFeed() {
    wrapsNext = false
    if row == region.lowerBound { scroll(region, by: -1) } else { row = max(row - 1, 0) }
  }

  /// Moves the rows of an area up (positive) or down and leaves blanks.
  mutating func scroll(_ area: ClosedRange<Int>, by rows: Int) {
    let blank = Array(repeating: ScreenCell(text: " ", style: style.erased), count: width)
    for _ in 0..<min(abs(rows), area.count) {
      if rows > 0 {
        grid.remove(at: area.lowerBound)
        grid.insert(blank, at: area.upperBound)
      } else {
        grid.remove(at: area.upperBound)
        grid.insert(blank, at: area.lowerBound)
      }
    }
  }
}
