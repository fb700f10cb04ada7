import Store
import TerminalUI

/// The columns that a list can be sorted by; those that sort it now bear their arrow, the selected one says what Enter does.
struct SortMenuView {
  let menu: SortMenu
  let sort: SortOrder?

  func draw(in bounds: Rect, on frame: inout Frame) {
    let rect = bounds.centered(Size(width: 46, height: menu.columns.count + 2))
    frame.fill(rect, ground: "overlay")
    frame.box(rect, title: [Span("Sort by", "overlay.title")], footer: footer, style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 1, rows: 1)
    var viewport = ListViewport()
    viewport.follow(selected: menu.selected, count: menu.columns.count, height: inside.height, margin: 1)
    for (line, index) in viewport.visible(count: menu.columns.count, height: inside.height).enumerated() {
      draw(menu.columns[index], isSelected: index == menu.selected, in: inside.row(line), on: &frame)
    }
  }

  private var footer: [Span] {
    [("⏎", "sort"), ("Space", "then by"), ("← →", "direction")].flatMap {
      [Span($0.0, "hint.key"), Span(" \($0.1)  ", "hint")]
    }
  }

  private func draw(_ column: SortColumn, isSelected: Bool, in row: Rect, on frame: inout Frame) {
    if isSelected {
      frame.paint(row, ground: "selection")
      frame.write("▶", x: row.x, y: row.y, role: "selection.mark")
    }
    let room = row.inset(columns: 2, rows: 0)
    let mark = sort?.mark(of: column).map { " \($0)" } ?? ""
    frame.write([Span(column.title(in: menu.kind)), Span(mark, "header.sorted")], in: room)
    guard isSelected, let sort else { return }
    frame.write(
      column.words(descending: menu.isDescending(over: sort)), x: room.x, y: room.y, width: room.width,
      role: "text.dim", align: .trailing)
  }
}
