import CCurses
import TerminalUI

/// Turns cells into ncurses' own, so that what it draws takes exactly the columns that the frame counted.
struct CellEncoder {
  /// ncurses keeps one spacing character and four marks in a cell.
  private static let capacity = 5

  private var characters = [wchar_t](repeating: 0, count: capacity + 1)
  private(set) var columns = 1

  /// One cell; what this system's tables cannot print in as many columns becomes U+FFFD. `columns` then tells its width.
  ///
  /// - Parameter room: columns left in the row; a wide character that does not fit becomes a blank.
  mutating func encode(_ cell: Cell, room: Int, attributes: attr_t, pair: Int32) -> cchar_t {
    load(cell.text)
    columns = Int(cell.width)
    if columns < 1 || columns > room { loadOnly(" ") }
    if Int(curses_width(characters[0])) != columns { loadOnly("\u{FFFD}") }
    var encoded = cchar_t()
    if curses_make_cell(&encoded, characters, attributes, pair) != OK {
      loadOnly("\u{FFFD}")
      _ = curses_make_cell(&encoded, characters, attributes, pair)
    }
    return encoded
  }

  private mutating func load(_ text: String) {
    var count = 0
    for scalar in text.unicodeScalars where count < Self.capacity {
      let character = wchar_t(bitPattern: scalar.value)
      // Whatever follows the first must be a mark: a second spacing character would make ncurses refuse them all.
      if count > 0, curses_width(character) != 0 { continue }
      characters[count] = character
      count += 1
    }
    characters[count] = 0
  }

  private mutating func loadOnly(_ scalar: Unicode.Scalar) {
    let isPrintable = curses_width(wchar_t(bitPattern: scalar.value)) == 1
    characters[0] = wchar_t(bitPattern: isPrintable ? scalar.value : 0x3F)
    characters[1] = 0
    columns = 1
  }
}
