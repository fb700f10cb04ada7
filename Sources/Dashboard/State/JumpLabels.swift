import TerminalUI

/// Letters beside the rows on the screen: pressing one selects its row.
package struct JumpLabels: Sendable, Equatable {
  /// Those under the fingers first.
  private static let letters = Array("asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM")

  /// The rows that are shown, by their places in the list.
  let rows: Range<Int>

  /// The letters from the topmost row down; rows beyond them have none.
  var labels: ArraySlice<Character> { Self.letters.prefix(rows.count) }

  /// The place in the list that a letter stands beside; nil where it stands nowhere.
  func row(of letter: Character) -> Int? {
    labels.firstIndex(of: letter).map { rows.lowerBound + $0 }
  }
}
