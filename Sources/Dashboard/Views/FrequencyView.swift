import Billing
import BillingAPI
import Store
import TerminalUI

/// The frequency table: each value of a column with its count, its share as a bar, and its sums by currency.
struct FrequencyView {
  private static let columns: [Constraint] = [
    .flexible(minimum: 14, weight: 2), .fixed(8), .fixed(5), .flexible(minimum: 6, weight: 2),
    .flexible(minimum: 22, weight: 3),
  ]

  let table: FrequencyTable
  let state: State

  func draw(in bounds: Rect, on frame: inout Frame) {
    let rect = bounds.below(2).above(2)
    frame.fill(rect, ground: "overlay")
    frame.box(
      rect, title: [Span("\(table.kind.rawValue.capitalizedFirst) by \(table.title.lowercased())", "overlay.title")],
      trailing: scope, footer: footer, footerTrailing: counted, style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 1, rows: 1)
    guard let rows = table.rows else {
      return frame.write("Counting…", x: inside.x + 3, y: inside.y, width: inside.width - 4, role: "text.dim")
    }
    guard !rows.isEmpty else {
      return frame.write(
        "There is nothing to count.", x: inside.x + 3, y: inside.y, width: inside.width - 4, role: "text.dim")
    }
    drawHeader(in: inside.row(0), on: &frame)
    drawRows(rows, in: inside.below(1), on: &frame)
  }

  private var list: ListState? { state.lists[table.kind] }

  /// Which records are counted.
  private var scope: [Span] {
    let filter = list?.filter.text.trimmingBlanks ?? ""
    return filter.isEmpty ? [] : [Span("where ", "text.dim"), Span(DisplayText.clipped(filter, to: 40), "text.strong")]
  }

  private var footer: [Span] {
    [("⏎", "filter by it"), ("Esc", "back")].flatMap { [Span($0.0, "hint.key"), Span(" \($0.1)  ", "hint")] }
  }

  private var counted: [Span] {
    guard let rows = table.rows else { return [] }
    let words = "\(state.figures.count(rows.count)) values in \(state.figures.count(table.count))"
    guard let completeness = list?.completeness, !completeness.isComplete, let total = completeness.total else {
      return [Span(words, "text.dim")]
    }
    return [
      Span(words, "text.dim"),
      Span(" · \(state.figures.count(completeness.loaded)) of \(state.figures.count(total)) loaded", "warning"),
    ]
  }

  private func cells(_ row: Rect) -> [Rect] {
    Rect(x: row.x + 3, y: row.y, width: row.width - 4, height: row.height).columns(Self.columns, spacing: 2)
  }

  private func drawHeader(in row: Rect, on frame: inout Frame) {
    let cells = cells(row)
    frame.write([Span(table.title.uppercased(), "header")], in: cells[0])
    frame.write([Span("COUNT", "header")], in: cells[1], align: .trailing)
    frame.write([Span("SHARE", "header")], in: cells[2], align: .trailing)
    guard table.kind != .customers, table.kind != .items else { return }
    frame.write([Span("SUMS", "header")], in: cells[4], align: .trailing)
  }

  private func drawRows(_ rows: [Frequency], in area: Rect, on frame: inout Frame) {
    var viewport = ListViewport()
    viewport.follow(selected: table.selected, count: rows.count, height: area.height, margin: 1)
    let most = rows.map(\.count).max() ?? 1
    for (line, index) in viewport.visible(count: rows.count, height: area.height).enumerated() {
      let row = area.row(line)
      if index == table.selected {
        frame.paint(row, ground: "selection")
        frame.write("▶", x: row.x + 1, y: row.y, width: 1, role: "selection.mark")
      }
      draw(rows[index], most: most, in: cells(row), on: &frame)
    }
  }

  private func draw(_ row: Frequency, most: Int, in cells: [Rect], on frame: inout Frame) {
    frame.write(value(row.value), in: cells[0])
    frame.write([Span(state.figures.count(row.count))], in: cells[1], align: .trailing)
    frame.write([Span(share(row), "text.dim")], in: cells[2], align: .trailing)
    let bar = ProgressBar.blocks(Double(row.count) / Double(max(1, most)), columns: cells[3].width)
    frame.write(bar, x: cells[3].x, y: cells[3].y, width: cells[3].width, role: "chart")
    frame.write(sums(row, in: cells[4].width), in: cells[4], align: .trailing)
  }

  /// Whole per cent; what is there and below one says so.
  private func share(_ row: Frequency) -> String {
    let percent = row.count * 100 / max(1, table.count)
    return percent == 0 ? "<1%" : "\(percent)%"
  }

  private func value(_ value: FrequencyValue) -> [Span] {
    switch value {
    case .nothing: [Span("nothing", "text.dim")]
    case .text(let text): [Span(name(text))]
    case .month(let first): [Span("\(first.monthAbbreviation) \(first.year)")]
    case .amounts(let least, let below): [Span(range(least, below))]
    }
  }

  /// The mirror knows currencies by the service's number of them.
  private func name(_ text: String) -> String {
    guard table.column == .currency, let id = Int64(text) else { return text }
    return Currency.with(id: Identifier(id))?.code ?? "#\(id)"
  }

  private func range(_ least: Money, _ below: Money) -> String {
    let end = below.formatted(style: state.figures.style, decimals: 0)
    if least.cents == .min { return "below \(end)" }
    return "\(least.formatted(style: state.figures.style, decimals: 0)) to below \(end)"
  }

  /// What the records come to, each currency by itself.
  private func sums(_ row: Frequency, in columns: Int) -> [Span] {
    guard table.kind != .customers, table.kind != .items else { return [] }
    let sums = row.sums.map { [Span(state.figures.full($0.total, $0.currencyID), "money")] }
    return SumsLine.spans(sums, separator: " · ", in: columns)
  }
}
