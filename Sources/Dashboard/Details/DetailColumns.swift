import TerminalUI

/// A record's detail as it stands in an area: in one column, or in two where there is room, what it consists of beside
/// everything about it. Text goes on in further rows.
struct DetailColumns {
  /// Columns of an area from which two columns of detail fit side by side.
  private static let twoFrom = 70

  private let areas: [Rect]
  private let rows: [[DetailLine]]

  /// - Parameter standing: what is known of the record's surroundings, for the end of what is about it.
  init(_ page: DetailPage, standing: [DetailLine] = [], in area: Rect) {
    let about = page.facts + standing
    let columns: [[DetailLine]]
    if area.width < Self.twoFrom {
      areas = [area]
      columns = [about + [.blank] + page.body + page.extras]
    } else {
      areas = area.columns([.percent(56), .flexible(minimum: 10, weight: 1)], spacing: 3)
      columns = [page.body, about + page.extras]
    }
    rows = zip(columns, areas).map { lines, area in lines.flatMap { $0.rows(in: area.width) } }
  }

  /// Rows of the longest column.
  var height: Int { rows.map(\.count).max() ?? 0 }

  /// Draws what is left below the first so many rows.
  func draw(below offset: Int, on frame: inout Frame) {
    for (rows, area) in zip(rows, areas) {
      for (index, row) in rows.dropFirst(offset).prefix(area.height).enumerated() {
        row.draw(in: area.row(index), on: &frame)
      }
    }
  }
}
