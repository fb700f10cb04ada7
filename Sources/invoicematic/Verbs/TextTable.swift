import TerminalUI

/// Rows of text in columns that line up, for the verbs that list something.
struct TextTable {
  let heading: [String]
  let rows: [[String]]

  /// Columns of a cell at most: one endless note must not push every row off the screen.
  private static let widest = 60

  var text: String {
    let all = [heading] + rows.map { row in row.map { DisplayText.clipped(Sanitized.line($0), to: Self.widest) } }
    let widths = heading.indices.map { column in all.map { DisplayText.width($0[column]) }.max() ?? 0 }
    return all.map { Self.line($0, widths) }.joined(separator: "\n")
  }

  /// Nothing follows the last word of a line.
  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).dropLast().map { cell, width in
      cell + String(repeating: " ", count: width - DisplayText.width(cell) + 2)
    }
    return padded.joined() + (cells.last ?? "")
  }
}
