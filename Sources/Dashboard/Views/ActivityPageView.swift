import TerminalUI

/// The activity: every write with its outcome, and a line to filter them.
struct ActivityPageView {
  let page: ActivityPage
  let state: State

  private var layout: PageLayout { PageLayout(state) }

  func draw(on frame: inout Frame) {
    frame.box(
      layout.list, title: [Span("Activity", "title")], trailing: filter, footerTrailing: [Span(count, "text.dim")],
      role: "border.focused")
    placeCaret(on: &frame)
    guard page.list.count > 0 else { return drawEmpty(in: layout.table, on: &frame) }
    table.draw(in: layout.table, on: &frame)
    if layout.detail.height > 2 { drawDetail(in: layout.detail, on: &frame) }
  }

  private var filter: [Span] {
    guard page.isTyping || !page.filter.text.isEmpty else { return [Span("newest first", "text.dim")] }
    return [
      Span("⌕ ", "text.dim"), Span(page.filter.text, "text.strong"), Span(page.isTyping ? "▏" : "", "input.caret"),
    ]
  }

  private func placeCaret(on frame: inout Frame) { if page.isTyping { frame.caret = nil } }

  private var count: String {
    let read = "\(page.rows.count)\(page.isComplete ? "" : "+")"
    return page.filter.text.isEmpty ? "\(read) writes" : "\(page.list.count) of \(read)"
  }

  private func drawEmpty(in rect: Rect, on frame: inout Frame) {
    let sentence =
      page.isReading
      ? "Reading…" : page.rows.isEmpty ? "Nothing was written yet." : "Nothing matches. \\ shows all again."
    frame.write(sentence, x: rect.x + 3, y: rect.y + 1, width: rect.width - 4, role: "text.dim")
  }

  private var table: Table {
    let rows = page.list.rows ?? []
    let visible = page.list.viewport.visible(count: rows.count, height: layout.listHeight)
    return Table(
      columns: [
        TableColumn("AT", width: .fixed(12), priority: 7),
        TableColumn("WRITE", width: .flexible(minimum: 28, weight: 2), priority: 9),
        TableColumn("OUTCOME", width: .fixed(12), priority: 8),
        TableColumn("ANSWER", width: .fixed(6), alignment: .trailing, priority: 5),
        TableColumn("SENT", width: .fixed(5), alignment: .trailing, priority: 4),
        TableColumn("HOW IT ENDED", width: .flexible(minimum: 24, weight: 3), priority: 1),
      ], rows: rows[visible].map(row), firstRow: visible.lowerBound, selected: page.list.selectedIndex)
  }

  private func row(_ row: ActivityRow) -> TableRow {
    TableRow([
      TableCell(row.at, role: "text.dim"), TableCell(row.title), TableCell(row.outcome, role: row.tone),
      TableCell(row.status.map(String.init) ?? "–", role: "text.dim"),
      TableCell(row.attempts == 0 ? "–" : "\(row.attempts)×", role: "text.dim"),
      TableCell(row.sentence, role: "text.dim"),
    ])
  }

  private func drawDetail(in rect: Rect, on frame: inout Frame) {
    guard let row = page.list.selected else { return frame.box(rect, role: "border") }
    frame.box(
      rect, title: [Span(row.title, "title")], trailing: [Span(row.outcome, row.tone)],
      footer: [
        Span("⏎", "hint.key"), Span(row.run == nil ? " its steps, bodies and curl line" : " its report", "hint"),
      ], role: "border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, line) in DisplayText.wrapped(row.sentence, to: inside.width).prefix(inside.height).enumerated() {
      frame.write(line, x: inside.x, y: inside.y + index, width: inside.width)
    }
  }
}
