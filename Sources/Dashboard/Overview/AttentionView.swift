import TerminalUI

/// Who is late, the most urgent first, and below what else is to be looked after.
struct AttentionView {
  let customers: [AttentionRow]
  let reminders: [ReminderRow]
  let selected: Int?
  let panel: Panel
  /// What stands where nobody is late.
  let nobody: String

  func draw(in rect: Rect, on frame: inout Frame) {
    panel.draw(in: rect, on: &frame)
    let inside = rect.inset(columns: 1, rows: 1)
    let below = min(reminders.count, max(inside.height / 3, inside.height - customers.count - 2))
    drawCustomers(in: inside.above(below == 0 ? 0 : below + 1), on: &frame)
    drawReminders(in: inside.bottom(below == 0 ? 0 : below + 1), on: &frame)
  }

  private func drawCustomers(in rect: Rect, on frame: inout Frame) {
    guard !customers.isEmpty else {
      frame.write(nobody, x: rect.x + 3, y: rect.y, width: rect.width - 4, role: "text.dim")
      return
    }
    let height = Table.visibleRows(in: rect)
    var viewport = ListViewport()
    viewport.follow(selected: min(selected ?? 0, customers.count - 1), count: customers.count, height: height)
    let visible = viewport.visible(count: customers.count, height: height)
    Table(
      columns: Self.columns, rows: visible.map { row(customers[$0]) }, firstRow: visible.lowerBound,
      selected: selected.flatMap { $0 < customers.count ? $0 : nil }
    ).draw(in: rect, on: &frame)
  }

  private static let columns = [
    TableColumn("CUSTOMER", width: .flexible(minimum: 14, weight: 1), priority: 9),
    TableColumn("OVERDUE", width: .fixed(14), alignment: .trailing, priority: 10),
    TableColumn("OLDEST", width: .fixed(6), alignment: .trailing, priority: 8),
    TableColumn("INV", width: .fixed(3), alignment: .trailing, priority: 5),
    TableColumn("LAST PAID", width: .fixed(11), priority: 4),
  ]

  private func row(_ row: AttentionRow) -> TableRow {
    TableRow([
      TableCell(row.name), TableCell(row.overdue, role: "money"), TableCell(row.oldest, role: "status.overdue"),
      TableCell("\(row.count)", role: "text.dim"), TableCell(row.last, role: "text.dim"),
    ])
  }

  private func drawReminders(in rect: Rect, on frame: inout Frame) {
    guard rect.height > 1 else { return }
    frame.write(String(repeating: "╌", count: rect.width), x: rect.x, y: rect.y, role: "border")
    let rows = rect.below(1)
    let first = max(0, min((selected ?? 0) - customers.count - rows.height + 1, reminders.count - rows.height))
    for (line, index) in (first..<min(reminders.count, first + rows.height)).enumerated() {
      draw(reminders[index], isSelected: selected == customers.count + index, in: rows.row(line), on: &frame)
    }
  }

  private func draw(_ reminder: ReminderRow, isSelected: Bool, in row: Rect, on frame: inout Frame) {
    if isSelected {
      frame.paint(row, ground: "selection")
      frame.write("▶", x: row.x, y: row.y, role: "selection.mark")
    }
    let room = Rect(x: row.x + Table.gutter, y: row.y, width: row.width - Table.gutter - 1, height: 1)
    let areas = room.columns([.flexible(minimum: 10, weight: 1), .fixed(16), .fixed(20)], spacing: 1)
    frame.write([Span("· ", "text.dim"), Span(reminder.text)], in: areas[0])
    frame.write([Span(reminder.figure, "money")], in: areas[1], align: .trailing)
    frame.write([Span(reminder.when, reminder.role)], in: areas[2])
  }
}
