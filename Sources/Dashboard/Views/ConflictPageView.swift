import TerminalUI

/// Mine, theirs and before, field by field, with the pick marked.
struct ConflictPageView {
  let page: ConflictPage
  let state: State

  private var layout: PageLayout { PageLayout(state) }

  func draw(on frame: inout Frame) {
    frame.box(
      layout.list, title: [Span(page.title, "warning")], trailing: [Span(left, "text.dim")],
      footer: [Span("nothing is overwritten unasked: what is not picked is not sent", "text.dim")],
      role: "border.focused")
    guard page.list.count > 0 else {
      let place = layout.table
      return frame.write("Reading…", x: place.x + 3, y: place.y + 1, width: place.width - 4, role: "text.dim")
    }
    table.draw(in: layout.table, on: &frame)
    if layout.detail.height > 2 { drawDetail(in: layout.detail, on: &frame) }
  }

  private var left: String {
    let open = page.list.count - page.picks.count
    return open == 0 ? "all picked: ^S sends" : "\(open) to pick"
  }

  private var table: Table {
    let rows = page.list.rows ?? []
    let visible = page.list.viewport.visible(count: rows.count, height: layout.listHeight)
    return Table(
      columns: [
        TableColumn("FIELD", width: .flexible(minimum: 12, weight: 2), priority: 9),
        TableColumn("BEFORE", width: .flexible(minimum: 10, weight: 2), priority: 4),
        TableColumn("MINE", width: .flexible(minimum: 12, weight: 3), priority: 8),
        TableColumn("THEIRS", width: .flexible(minimum: 12, weight: 3), priority: 8),
      ], rows: rows[visible].map(row), firstRow: visible.lowerBound, selected: page.list.selectedIndex)
  }

  private func row(_ field: ConflictField) -> TableRow {
    let pick = page.picks[field.name]
    return TableRow([
      TableCell(field.label), TableCell(field.before, role: "text.dim"),
      cell(field.mine, isPicked: pick == .mine, isOpen: pick == nil),
      cell(field.theirs, isPicked: pick == .theirs, isOpen: pick == nil),
    ])
  }

  private func cell(_ text: String, isPicked: Bool, isOpen: Bool) -> TableCell {
    TableCell((isPicked ? "● " : "○ ") + text, role: isPicked ? "text.strong" : isOpen ? "warning" : "text.dim")
  }

  private func drawDetail(in rect: Rect, on frame: inout Frame) {
    guard let field = page.list.selected else { return }
    frame.box(rect, title: [Span(field.label, "title")], role: "border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, line) in lines(field, inside.width).prefix(inside.height).enumerated() {
      line.draw(in: inside.row(index), on: &frame)
    }
  }

  private func lines(_ field: ConflictField, _ width: Int) -> [DetailLine] {
    let values = [("before", field.before), ("mine", field.mine), ("theirs", field.theirs)]
    let texts = values.flatMap { label, value in
      DisplayText.wrapped("\(label)  \(value)", to: width).map { DetailLine([Span($0)]) }
    }
    guard let elsewhere = page.facts?.elsewhere, !elsewhere.isEmpty else { return texts }
    return texts + [.blank, DetailLine([Span("Changed by others only, and left as it is now:", "text.dim")])]
      + elsewhere.flatMap { DetailLine.pair($0.name, $0.value) }
  }
}
