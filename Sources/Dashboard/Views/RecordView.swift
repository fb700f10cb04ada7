import TerminalUI

/// The selected record: beside the list, below it, or on the whole screen.
struct RecordView {
  /// Where two columns of detail fit side by side.
  private static let twoColumnsFrom = 70

  let state: State
  let list: ListState
  /// The list's detail as lines.
  let record: DetailPage?

  func draw(in rect: Rect, on frame: inout Frame) {
    guard let detail = shownDetail, let page = record else {
      frame.box(rect, role: "border")
      if list.selectedID != nil {
        frame.write("…", x: rect.x + 2, y: rect.y + 1, width: rect.width - 4, role: "text.dim")
      }
      return
    }
    frame.box(
      rect, title: [Span(page.title, "title")], trailing: page.status.map { [$0] } ?? [],
      footerTrailing: footer(detail, page, rect), role: state.isZoomed ? "border.focused" : "border")
    let columns = Self.columns(page, width: rect.width - 4)
    let inside = rect.inset(columns: 2, rows: 1)
    let areas =
      columns.count == 1 ? [inside] : inside.columns([.percent(56), .flexible(minimum: 10, weight: 1)], spacing: 3)
    for (lines, area) in zip(columns, areas) { draw(lines, in: area, on: &frame) }
  }

  /// Beside a list the record before stays, under its own name, until the next one is there; alone it must be the one.
  private var shownDetail: RecordDetail? {
    state.isZoomed ? list.selectedDetail : list.selectedID == nil ? nil : list.detail
  }

  private func draw(_ lines: [DetailLine], in area: Rect, on frame: inout Frame) {
    for (index, line) in lines.dropFirst(state.zoomOffset).prefix(area.height).enumerated() {
      line.draw(in: area.row(index), on: &frame)
    }
  }

  private func footer(_ detail: RecordDetail, _ page: DetailPage, _ rect: Rect) -> [Span] {
    let longest = Self.columns(page, width: rect.width - 4).map(\.count).max() ?? 0
    let rest = longest - state.zoomOffset - (rect.height - 2)
    let more = rest > 0 ? (state.isZoomed ? "\(rest) more ↓  " : "⏎ \(rest) more  ") : ""
    let sums = page.sumsHold.map { $0 ? [Span("sums ✓  ", "ok")] : [Span("sums ✗  ", "warning")] } ?? []
    return [Span(more, "text.dim")] + sums + [Span("as of \(detail.asOf)", "text.dim")]
  }

  /// The lines in one column, or in two where there is room: what it consists of, and everything about it.
  private static func columns(_ page: DetailPage, width: Int) -> [[DetailLine]] {
    guard width >= twoColumnsFrom else { return [page.facts + [.blank] + page.body + page.extras] }
    return [page.body, page.facts + page.extras]
  }

  /// How far a record that fills the screen can be scrolled, in rows.
  static func scrollLimit(_ state: State) -> Int {
    guard let detail = state.selectedList?.selectedDetail else { return 0 }
    let area = ScreenLayout(state).detail
    let longest = columns(DetailPage(detail, state.figures), width: area.width - 4).map(\.count).max() ?? 0
    return max(0, longest - (area.height - 2))
  }
}
