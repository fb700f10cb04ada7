import Billing
import TerminalUI

/// Invoiced and received over time, with the selected month's figures below.
struct CashFlowView {
  let groups: [FlowGroup]
  let selected: Int?
  let currency: Identifier<Currency>?
  let figures: Figures
  let panel: Panel
  /// What is said where there is nothing to draw.
  let nothing: String

  func draw(in rect: Rect, on frame: inout Frame) {
    var panel = panel
    let unit = FlowUnit(groups)
    panel.footerTrailing = [Span(unitName(unit), "text.dim")]
    panel.draw(in: rect, on: &frame)
    // Twelve months with an axis need every column of a screen of 80.
    let inside = rect.inset(columns: rect.width < 50 ? 1 : 2, rows: 1)
    guard groups.contains(where: { !$0.invoiced.isZero || !$0.received.isZero }) else {
      frame.write(nothing, x: inside.x, y: inside.y, width: inside.width, role: "text.dim")
      return
    }
    let notes = inside.height >= 9 ? 2 : inside.height >= 5 ? 1 : 0
    chart(unit, height: inside.height - notes - 1).draw(in: inside.above(notes), on: &frame)
    for (index, note) in summary.prefix(notes).enumerated() { frame.write(note, in: inside.bottom(notes).row(index)) }
  }

  private func chart(_ unit: FlowUnit, height: Int) -> ColumnChart {
    let scale = ChartScale(upTo: unit.greatest, steps: max(3, (height - 1) * 2 / 3))
    return ColumnChart(
      groups.map { ColumnChart.Group($0.label, values: [unit.value($0.invoiced), unit.value($0.received)]) },
      maximum: scale?.maximum, axis: scale?.ticks.map { ColumnChart.Tick($0, unit.label($0)) } ?? [],
      selected: selected)
  }

  /// What the selected group came to, else all of them.
  private var summary: [[Span]] {
    let all = line("\(groups.count) in all", groups.map(\.invoiced), groups.map(\.received))
    guard let selected, groups.indices.contains(selected) else { return [all, currentLine] }
    let group = groups[selected]
    return [line(group.name, [group.invoiced], [group.received]), all]
  }

  private var currentLine: [Span] {
    groups.last.map { line($0.name, [$0.invoiced], [$0.received]) } ?? []
  }

  private func line(_ name: String, _ invoiced: [Money], _ received: [Money]) -> [Span] {
    // Beyond 64 bits no sum is shown.
    guard let invoiced = try? invoiced.sum(), let received = try? received.sum() else { return [Span(name)] }
    let share = received.percent(of: invoiced).map { " \($0)%" } ?? ""
    return [
      Span("\(name) ", "text.dim"), Span("█ ", "chart.invoiced"), Span(figures.bare(invoiced, currency), "money"),
      Span(" ▒ ", "chart.received"), Span(figures.bare(received, currency), "money"), Span(share, "text.dim"),
    ]
  }

  private func unitName(_ unit: FlowUnit) -> String {
    let code = currency.flatMap { Currency.with(id: $0)?.code } ?? ""
    return [code, unit.suffix].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// The unit that the axis of a chart counts in: one, thousands or millions of a currency.
struct FlowUnit {
  let suffix: String
  let greatest: Double
  private let cents: Double

  init(_ groups: [FlowGroup]) {
    let most = Double(groups.flatMap { [$0.invoiced.cents, $0.received.cents] }.max() ?? 0)
    // Three digits at most stand at the axis: a fourth would take the columns of a month.
    (cents, suffix) = most > 5e7 ? (1e8, "m") : most >= 5e5 ? (1e5, "k") : (100, "")
    greatest = most / cents
  }

  func value(_ money: Money) -> Double { Double(money.cents) / cents }

  /// `8`, `2.5`.
  func label(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
