import TerminalUI

/// What happened last in the books, newest first: in a box, or one at a time in a single line.
struct LatestView {
  let rows: [LatestRow]
  let selected: Int?
  let panel: Panel

  func draw(in rect: Rect, on frame: inout Frame) {
    guard rect.height >= 3 else { return drawStrip(in: rect, on: &frame) }
    panel.draw(in: rect, on: &frame)
    let inside = rect.inset(columns: 1, rows: 1)
    guard !rows.isEmpty else {
      frame.write("Nothing yet.", x: inside.x + 1, y: inside.y, width: inside.width - 2, role: "text.dim")
      return
    }
    var viewport = ListViewport()
    viewport.follow(selected: selected ?? 0, count: rows.count, height: inside.height)
    for (line, index) in viewport.visible(count: rows.count, height: inside.height).enumerated() {
      draw(rows[index], isSelected: index == selected, in: inside.row(line), on: &frame)
    }
  }

  private func drawStrip(in rect: Rect, on frame: inout Frame) {
    guard !rows.isEmpty, rect.height > 0 else { return }
    let place = min(selected ?? 0, rows.count - 1)
    let range = "\(place + 1) of \(rows.count)"
    draw(rows[place], isSelected: selected != nil, in: rect.left(rect.width - range.count - 2), on: &frame)
    frame.write(
      [Span(range, "text.dim")], in: rect.inset(columns: 1, rows: 0).right(range.count), align: .trailing)
  }

  private func draw(_ row: LatestRow, isSelected: Bool, in line: Rect, on frame: inout Frame) {
    if isSelected {
      frame.paint(line, ground: "selection")
      frame.write("▶", x: line.x, y: line.y, role: "selection.mark")
    }
    let room = Rect(x: line.x + 1, y: line.y, width: line.width - 1, height: 1)
    let areas = room.columns(
      [
        .fixed(momentWidth), .fixed(1), .fixed(titleWidth), .fixed(amountWidth), .flexible(minimum: 0, weight: 1),
      ], spacing: 1)
    frame.write([Span(row.moment, "text.dim")], in: areas[0])
    frame.write([row.sign], in: areas[1])
    frame.write([Span(row.title)], in: areas[2])
    frame.write([Span(row.amount, "money")], in: areas[3], align: .trailing)
    frame.write([Span(row.words, "text.dim")], in: areas[4])
  }

  private var momentWidth: Int { min(9, rows.map { DisplayText.width($0.moment) }.max() ?? 0) }
  private var titleWidth: Int { min(12, rows.map { DisplayText.width($0.title) }.max() ?? 0) }
  private var amountWidth: Int { min(14, rows.map { DisplayText.width($0.amount) }.max() ?? 0) }
}
