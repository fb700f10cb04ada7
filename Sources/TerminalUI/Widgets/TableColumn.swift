/// A column of a table, as data.
package struct TableColumn: Hashable, Sendable {
  package var title: String
  package var width: Constraint
  package var alignment: Alignment
  /// Which columns stay when space lacks: the lowest is dropped first, of equal ones the rightmost.
  package var priority: Int
  /// Shown behind the title of the column that sorts the rows: `↑` or `↓`.
  package var sortMark: String?
  /// The column that keys are about: its header is set off.
  package var isCurrent: Bool

  package init(
    _ title: String, width: Constraint, alignment: Alignment = .leading, priority: Int = 0, sortMark: String? = nil,
    isCurrent: Bool = false
  ) {
    self.title = title
    self.width = width
    self.alignment = alignment
    self.priority = priority
    self.sortMark = sortMark
    self.isCurrent = isCurrent
  }
}

extension TableColumn {
  /// Title and sort mark in so many columns; a title that is too long is cut, the mark stays.
  func header(in columns: Int) -> [Span] {
    let mark = sortMark.map { " \($0)" } ?? ""
    let title = DisplayText.clipped(title, to: max(1, columns - DisplayText.width(mark)))
    return [Span(title, isCurrent ? "header.current" : "header"), Span(mark, "header.sorted")]
  }
}

/// One value in a row; its alignment is the column's unless it has its own.
package struct TableCell: Hashable, Sendable {
  package var text: String
  package var role: Role
  package var alignment: Alignment?

  package init(_ text: String, role: Role = "text", alignment: Alignment? = nil) {
    self.text = text
    self.role = role
    self.alignment = alignment
  }
}

/// One row of a table, a cell for each column.
package struct TableRow: Hashable, Sendable {
  package var cells: [TableCell]
  package var isMarked: Bool

  package init(_ cells: [TableCell], isMarked: Bool = false) {
    self.cells = cells
    self.isMarked = isMarked
  }
}
