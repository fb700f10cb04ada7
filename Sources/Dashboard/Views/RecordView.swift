import TerminalUI

/// The selected record: beside the list, below it, or on the whole screen.
struct RecordView {
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
    let columns = Self.columns(page, in: rect)
    frame.box(
      rect, title: [Span(page.title, "title")], trailing: page.status.map { [$0] } ?? [],
      footerTrailing: footer(detail, page, rows: columns.height - (rect.height - 2)),
      role: state.isZoomed ? "border.focused" : "border")
    columns.draw(below: state.zoomOffset, on: &frame)
  }

  /// Beside a list the record before stays, under its own name, until the next one is there; alone it must be the one.
  private var shownDetail: RecordDetail? {
    state.isZoomed ? list.selectedDetail : list.selectedID == nil ? nil : list.detail
  }

  /// - Parameter rows: those of the record that the pane does not hold, from its first row on.
  private func footer(_ detail: RecordDetail, _ page: DetailPage, rows: Int) -> [Span] {
    let rest = rows - state.zoomOffset
    let more = rest > 0 ? (state.isZoomed ? "\(rest) more ↓  " : "⏎ \(rest) more  ") : ""
    let sums = page.sumsHold.map { $0 ? [Span("sums ✓  ", "ok")] : [Span("sums ✗  ", "warning")] } ?? []
    return [Span(more, "text.dim")] + sums + [Span("as of \(detail.asOf)", "text.dim")]
  }

  private static func columns(_ page: DetailPage, in rect: Rect) -> DetailColumns {
    DetailColumns(page, in: rect.inset(columns: 2, rows: 1))
  }

  /// How far a record that fills the screen can be scrolled, in rows.
  static func scrollLimit(_ state: State) -> Int {
    guard let detail = state.selectedList?.selectedDetail else { return 0 }
    let rect = ScreenLayout(state).detail
    return max(0, columns(DetailPage(detail, state.figures), in: rect).height - (rect.height - 2))
  }
}
