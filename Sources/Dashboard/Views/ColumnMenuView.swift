import TerminalUI

/// The columns of a list, to be chosen, ordered and sized; the list beneath shows what comes of it.
struct ColumnMenuView {
  private static let keys: [[(String, String)]] = [
    [("Space", "show or hide"), ("J K", "move")], [("< >", "width"), ("=", "own width")],
    [("\\", "all as at first")], [("⏎", "keep"), ("Esc", "as before")],
  ]

  let menu: ColumnMenu

  func draw(in bounds: Rect, on frame: inout Frame) {
    let rect = place(in: bounds)
    frame.fill(rect, ground: "overlay")
    frame.box(
      rect, title: [Span("Columns", "overlay.title")],
      footerTrailing: [Span("\(menu.rows.count(where: \.isShown)) of \(menu.rows.count) shown", "text.dim")],
      style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 1, rows: 1)
    let legend = min(Self.keys.count + 1, max(0, inside.height - 3))
    drawRows(in: inside.above(legend), on: &frame)
    drawKeys(in: inside.bottom(legend), on: &frame)
  }

  /// At the right, so that the columns that change stay in sight.
  private func place(in bounds: Rect) -> Rect {
    let height = min(bounds.height - 4, menu.rows.count + Self.keys.count + 3)
    return Rect(x: max(0, bounds.maxX - 37), y: bounds.y + 2, width: min(36, bounds.width), height: height)
  }

  private func drawRows(in area: Rect, on frame: inout Frame) {
    var viewport = ListViewport()
    viewport.follow(selected: menu.selected, count: menu.rows.count, height: area.height, margin: 1)
    for (line, index) in viewport.visible(count: menu.rows.count, height: area.height).enumerated() {
      let row = area.row(line)
      if index == menu.selected {
        frame.paint(row, ground: "selection")
        frame.write("▶", x: row.x, y: row.y, role: "selection.mark")
      }
      let column = menu.rows[index]
      let room = row.inset(columns: 2, rows: 0)
      let role: Role = column.isShown ? "text" : "text.dim"
      frame.write([Span(column.isShown ? "■ " : "  ", "marked"), Span(column.title, role)], in: room)
      frame.write(
        column.width.map { "\($0) wide" } ?? "", x: room.x, y: room.y, width: room.width, role: "text.dim",
        align: .trailing)
    }
  }

  private func drawKeys(in area: Rect, on frame: inout Frame) {
    guard area.height > 1 else { return }
    frame.write(String(repeating: "─", count: area.width), x: area.x, y: area.y, role: "overlay.border")
    for (line, keys) in Self.keys.prefix(area.height - 1).enumerated() {
      let spans = keys.flatMap { [Span($0.0, "hint.key"), Span(" \($0.1)   ", "hint")] }
      frame.write(spans, in: area.row(line + 1).inset(columns: 1, rows: 0))
    }
  }
}
