import TerminalUI

/// The outbox: the writes that wait, and all about the selected one.
struct OutboxPageView {
  let page: OutboxPage
  let state: State

  private var layout: PageLayout { PageLayout(state) }

  func draw(on frame: inout Frame) {
    frame.box(
      layout.list, title: [Span("Outbox", "title")], trailing: [Span("oldest first", "text.dim")],
      footer: [Span("nothing is sent twice: the same write always goes with the same key", "text.dim")],
      role: "border.focused")
    guard page.list.count > 0 else { return drawEmpty(in: layout.table, on: &frame) }
    table.draw(in: layout.table, on: &frame)
    if layout.detail.height > 2 { drawDetail(in: layout.detail, on: &frame) }
  }

  private func drawEmpty(in rect: Rect, on frame: inout Frame) {
    let sentence = page.list.rows == nil ? "Reading…" : "Every write is settled. A shows what was written."
    frame.write(sentence, x: rect.x + 3, y: rect.y + 1, width: rect.width - 4, role: "text.dim")
  }

  private var table: Table {
    let rows = page.list.rows ?? []
    let visible = page.list.viewport.visible(count: rows.count, height: layout.listHeight)
    return Table(
      columns: [
        TableColumn("", width: .fixed(1), priority: 9),
        TableColumn("WRITE", width: .flexible(minimum: 28, weight: 2), priority: 9),
        TableColumn("STATE", width: .fixed(20), priority: 8),
        TableColumn("KEY OF", width: .fixed(12), priority: 5),
        TableColumn("SENT", width: .fixed(5), alignment: .trailing, priority: 4),
        TableColumn("WHY", width: .flexible(minimum: 24, weight: 3), priority: 1),
      ], rows: rows[visible].map(row), firstRow: visible.lowerBound, selected: page.list.selectedIndex)
  }

  private func row(_ row: OutboxRow) -> TableRow {
    TableRow([
      TableCell(row.standing.sign, role: row.standing.role),
      TableCell(row.title),
      TableCell(row.standing.words, role: row.standing.role),
      TableCell(row.keyMade, role: "text.dim"),
      TableCell(row.attempts == 0 ? "–" : "\(row.attempts)×", role: "text.dim"),
      TableCell(row.sentence, role: "text.dim"),
    ])
  }

  private func drawDetail(in rect: Rect, on frame: inout Frame) {
    guard let row = page.list.selected else { return frame.box(rect, role: "border") }
    frame.box(
      rect, title: [Span(row.title, "title")], trailing: [Span(row.standing.words, row.standing.role)], role: "border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, line) in lines(row, width: inside.width).prefix(inside.height).enumerated() {
      line.draw(in: inside.row(index), on: &frame)
    }
  }

  private func lines(_ row: OutboxRow, width: Int) -> [DetailLine] {
    let why = DisplayText.wrapped(row.sentence, to: width).map { DetailLine([Span($0, row.standing.role)]) }
    let key = DetailLine.pair("key", "made \(row.keyMade), trusted until \(row.keyTrusted)")
    return why + [.blank] + key + row.fields.flatMap { DetailLine.pair($0.name, $0.value) }
  }
}
