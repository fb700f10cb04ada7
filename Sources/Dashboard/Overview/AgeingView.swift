import TerminalUI

/// What is outstanding by age: amount, count, bar and share of each bucket, and below what it adds up to.
struct AgeingView {
  let rows: [AgeingRow]
  let notes: [[Span]]
  let selected: Int?
  let panel: Panel

  func draw(in rect: Rect, on frame: inout Frame) {
    panel.draw(in: rect, on: &frame)
    let inside = rect.inset(columns: 1, rows: 1)
    guard !rows.isEmpty else { return }
    let buckets = inside.top(rows.count).left(inside.width - 1)
    let columns = buckets.columns(
      [
        .fixed(2), .fixed(widest(\.label)), .fixed(widest(\.amount)), .fixed(countWidth),
        .flexible(minimum: 0, weight: 1), .fixed(inside.width >= 48 ? 4 : 0),
      ], spacing: 1)
    for (index, row) in rows.prefix(buckets.height).enumerated() {
      draw(row, at: index, in: columns, buckets.row(index), on: &frame)
    }
    drawNotes(in: inside.below(rows.count).inset(columns: 1, rows: 0), on: &frame)
  }

  private func draw(_ row: AgeingRow, at index: Int, in columns: [Rect], _ line: Rect, on frame: inout Frame) {
    if index == selected {
      frame.paint(line, ground: "selection")
      frame.write("▶", x: line.x, y: line.y, role: "selection.mark")
    }
    frame.write([Span(row.label)], in: columns[1].row(index))
    frame.write([Span(row.amount, "money")], in: columns[2].row(index), align: .trailing)
    frame.write([Span("\(row.count)", "text.dim")], in: columns[3].row(index), align: .trailing)
    let bar = ProgressBar.blocks(row.share / (rows.map(\.share).max() ?? 1), columns: columns[4].width)
    frame.write([Span(bar, row.role)], in: columns[4].row(index))
    let percent = row.share > 0 ? "\(Int((row.share * 100).rounded()))%" : ""
    frame.write([Span(percent, "text.dim")], in: columns[5].row(index), align: .trailing)
  }

  private func drawNotes(in rect: Rect, on frame: inout Frame) {
    // With room for it, a rule stands between what is added and the sum.
    let hasRule = rect.height > notes.count
    if hasRule { frame.write(String(repeating: "─", count: rect.width), x: rect.x, y: rect.y, role: "border") }
    for (index, note) in notes.prefix(rect.height).enumerated() {
      frame.write(note, in: rect.row(index + (hasRule ? 1 : 0)))
    }
  }

  private var countWidth: Int { rows.map { "\($0.count)".count }.max() ?? 1 }

  private func widest(_ text: (AgeingRow) -> String) -> Int { rows.map { DisplayText.width(text($0)) }.max() ?? 0 }
}
