/// Control sequences that move the caret, erase, insert and delete.
extension ScreenModel {
  mutating func perform(_ sequence: ControlSequence) {
    guard sequence.intermediates.isEmpty else { return note(sequence) }
    switch (sequence.marker, sequence.final) {
    case ("", "A"..."H"), ("", "d"), ("", "f"), ("", "Z"), ("", "`"): moveCaret(sequence)
    case ("", "J"), ("", "K"), ("", "X"): erase(sequence)
    case ("", "@"), ("", "P"), ("", "L"), ("", "M"), ("", "S"), ("", "T"): shift(sequence)
    case ("", "b"): repeatCharacter(sequence.count())
    case ("", "m"): style.apply(sequence.parameters)
    case ("", "r"): setRegion(sequence)
    case ("?", "h"), ("?", "l"): set(sequence.parameters.compactMap(\.self), isOn: sequence.final == "h")
    // ANSI modes (insert mode, …), the title stack and reports change nothing that is shown here.
    case ("", "h"), ("", "l"), ("", "t"), ("", "n"), ("", "c"), ("?", "c"): break
    default: note(sequence)
    }
  }

  private mutating func note(_ sequence: ControlSequence) { unknown.append(sequence.description) }

  private mutating func moveCaret(_ sequence: ControlSequence) {
    switch sequence.final {
    case "A": move(toRow: row - sequence.count())
    case "B": move(toRow: row + sequence.count())
    case "C": move(toColumn: column + sequence.count())
    case "D": move(toColumn: column - sequence.count())
    case "G", "`": move(toColumn: sequence.count() - 1)
    case "Z": for _ in 0..<sequence.count() { move(toColumn: (max(0, column - 1) / 8) * 8) }
    case "d": move(toRow: sequence.count() - 1)
    case "H", "f":
      move(toRow: sequence.count() - 1)
      move(toColumn: sequence.count(1) - 1)
    default: note(sequence)
    }
  }

  private mutating func erase(_ sequence: ControlSequence) {
    switch (sequence.final, sequence.number()) {
    case ("X", _): clear(row, column..<min(width, column + sequence.count()))
    case ("K", 0): clear(row, column..<width)
    case ("K", 1): clear(row, 0..<(column + 1))
    case ("K", 2): clear(row, 0..<width)
    case ("J", 0):
      clear(row, column..<width)
      for below in (row + 1)..<max(row + 1, height) { clear(below, 0..<width) }
    case ("J", 1):
      for above in 0..<row { clear(above, 0..<width) }
      clear(row, 0..<(column + 1))
    case ("J", 2), ("J", 3): for every in 0..<height { clear(every, 0..<width) }
    default: note(sequence)
    }
  }

  private mutating func clear(_ row: Int, _ columns: Range<Int>) {
    for column in columns { grid[row][column] = ScreenCell(text: " ", style: style.erased) }
  }

  private mutating func shift(_ sequence: ControlSequence) {
    let count = sequence.count()
    switch sequence.final {
    case "@": insertBlanks(count)
    case "P": deleteCharacters(count)
    case "L": scroll(row...max(row, region.upperBound), by: -count)
    case "M": scroll(row...max(row, region.upperBound), by: count)
    case "S": scroll(region, by: count)
    default: scroll(region, by: -count)
    }
  }

  private mutating func insertBlanks(_ count: Int) {
    let blanks = Array(repeating: ScreenCell(text: " ", style: style.erased), count: min(count, width - column))
    grid[row].insert(contentsOf: blanks, at: column)
    grid[row].removeLast(blanks.count)
  }

  private mutating func deleteCharacters(_ count: Int) {
    let count = min(count, width - column)
    grid[row].removeSubrange(column..<(column + count))
    grid[row] += Array(repeating: ScreenCell(text: " ", style: style.erased), count: count)
  }

  private mutating func repeatCharacter(_ count: Int) {
    let last = grid[row][wrapsNext ? column : max(0, column - 1)].text
    for _ in 0..<count { last.unicodeScalars.first.map { put($0) } }
  }

  private mutating func setRegion(_ sequence: ControlSequence) {
    let bottom = sequence.number(1) == 0 ? height : min(sequence.number(1), height)
    let top = min(sequence.count() - 1, bottom - 1)
    region = top...(bottom - 1)
    move(toRow: 0)
    move(toColumn: 0)
  }

  private mutating func set(_ numbers: [Int], isOn: Bool) {
    for number in numbers {
      if isOn { modes.insert(number) } else { modes.remove(number) }
      if number == 25 { isCaretVisible = isOn }
      if [47, 1047, 1049].contains(number) { showAlternate(isOn) }
    }
  }

  private mutating func showAlternate(_ isOn: Bool) {
    guard isOn != isAlternate else { return }
    isAlternate = isOn
    if isOn {
      (primary, primaryCaret) = (grid, (column, row))
      grid = Self.blank(width: width, height: height)
    } else {
      grid = primary
      move(toColumn: primaryCaret.column)
      move(toRow: primaryCaret.row)
    }
  }
}
