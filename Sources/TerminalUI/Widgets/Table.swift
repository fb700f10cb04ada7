/// A window on a list of rows in columns, with a header, marks and a selection bar.
///
/// Which rows to show is the caller's: it hands over the ones that are visible (see `ListViewport`).
package struct Table: Hashable, Sendable {
  package var columns: [TableColumn]
  /// The visible rows from the top; nil is a row that is not loaded yet.
  package var rows: [TableRow?]
  /// The index of `rows[0]` in the whole list.
  package var firstRow: Int
  /// The selected row's index in the whole list.
  package var selected: Int?
  package var header: Bool
  /// False dims the selection bar: the keys go elsewhere.
  package var isFocused: Bool

  /// Columns left of the first: selection `▶`, mark `■`, blank.
  package static let gutter = 3
  /// Columns between two columns.
  package static let spacing = 2

  package init(
    columns: [TableColumn], rows: [TableRow?], firstRow: Int = 0, selected: Int? = nil, header: Bool = true,
    isFocused: Bool = true
  ) {
    self.columns = columns
    self.rows = rows
    self.firstRow = firstRow
    self.selected = selected
    self.header = header
    self.isFocused = isFocused
  }

  /// How many rows of a list an area shows.
  package static func visibleRows(in rect: Rect, header: Bool = true) -> Int {
    max(0, rect.height - (header ? 1 : 0))
  }

  /// The width of each column in an area of so many columns; 0 for one that is dropped.
  ///
  /// Columns are dropped by priority until the minimum of the rest fits; the last one is never dropped.
  package func columnWidths(_ total: Int) -> [Int] {
    let room = max(0, total - Self.gutter - 1)
    var kept = Array(columns.indices)
    while kept.count > 1, minimum(of: kept, in: room) > room {
      guard let least = kept.enumerated().min(by: { isLess($0, $1) }) else { break }
      kept.remove(at: least.offset)
    }
    let lengths = Constraint.lengths(
      kept.map { columns[$0].width }, total: room - Self.spacing * max(0, kept.count - 1))
    var widths = Array(repeating: 0, count: columns.count)
    for (index, length) in zip(kept, lengths) { widths[index] = length }
    return widths
  }

  package func draw(in rect: Rect, on frame: inout Frame) {
    let widths = columnWidths(rect.width)
    if header { drawHeader(widths, in: rect.row(0), on: &frame) }
    let body = header ? rect.below(1) : rect
    for (index, row) in rows.prefix(body.height).enumerated() {
      draw(row, at: firstRow + index, widths: widths, in: body.row(index), on: &frame)
    }
  }

  private func minimum(of kept: [Int], in room: Int) -> Int {
    kept.reduce(Self.spacing * (kept.count - 1)) { $0 + columns[$1].width.minimum(of: room) }
  }

  private func isLess(_ one: (offset: Int, element: Int), _ other: (offset: Int, element: Int)) -> Bool {
    let (first, second) = (columns[one.element].priority, columns[other.element].priority)
    return first == second ? one.element > other.element : first < second
  }

  private func drawHeader(_ widths: [Int], in row: Rect, on frame: inout Frame) {
    var x = row.x + Self.gutter
    for (column, width) in zip(columns, widths) where width > 0 {
      let room = Rect(x: x, y: row.y, width: min(width, row.maxX - x), height: row.height)
      frame.write(column.header(in: room.width), in: room, align: column.alignment)
      x += width + Self.spacing
    }
  }

  private func draw(_ row: TableRow?, at index: Int, widths: [Int], in rect: Rect, on frame: inout Frame) {
    if index == selected {
      frame.paint(rect, ground: isFocused ? "selection" : "selection.unfocused")
      frame.write("▶", x: rect.x, y: rect.y, width: rect.width, role: "selection.mark")
    }
    if let row, row.isMarked { frame.write("■", x: rect.x + 1, y: rect.y, width: rect.width - 1, role: "marked") }
    var x = rect.x + Self.gutter
    for (position, width) in widths.enumerated() where width > 0 {
      let cell = row.map { position < $0.cells.count ? $0.cells[position] : TableCell("") }
      let shown = cell ?? TableCell("·", role: "text.dim")
      frame.write(
        shown.text, x: x, y: rect.y, width: min(width, rect.maxX - x), role: shown.role,
        align: shown.alignment ?? columns[position].alignment)
      x += width + Self.spacing
    }
  }
}
