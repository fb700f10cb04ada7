import TerminalUI

/// Rows of text in columns that line up, for the verbs that list something.
struct TextTable {
  let heading: [String]
  let rows: [[String]]

  /// Columns of a cell at most: one endless note must not push every row off the screen. Nothing lines up behind the
  /// last one.
  private static let widest = (cell: 60, last: 240)

  var text: String {
    let all = [heading] + rows.map(clipped)
    let widths = heading.indices.map { column in all.map { DisplayText.width($0[column]) }.max() ?? 0 }
    return all.map { Self.line($0, widths) }.joined(separator: "\n")
  }

  private func clipped(_ row: [String]) -> [String] {
    row.indices.map { column in
      let widest = column == heading.count - 1 ? Self.widest.last : Self.widest.cell
      return DisplayText.clipped(Sanitized.line(row[column]), to: widest)
    }
  }

  /// Nothing follows the last word of a line.
  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).dropLast().map { cell, width in
      cell + String(repeating: " ", count: width - DisplayText.width(cell) + 2)
    }
    return padded.joined() + (cells.last ?? "")
  }
}
