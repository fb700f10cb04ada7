import Billing
import Store
import TerminalUI

/// What a customer owes by age: in rows of a box, or as one bar where there is less room.
struct CustomerBalanceView {
  private static let fills = ["█", "▒", "░", "▓", "▚"]

  let shown: CustomerCurrency?
  let behaviour: PaymentBehaviour?
  let figures: Figures
  /// Whether the balance is the one that the service says, for a screen without a line for it.
  var check: [Span] = []

  func drawRows(in rect: Rect, on frame: inout Frame) {
    panel.draw(in: rect, on: &frame)
    let inside = rect.inset(columns: 2, rows: 1)
    guard let shown else { return drawNothing(in: inside, on: &frame) }
    let greatest = Double(max(1, shown.open.sum.cents))
    for (index, row) in rows(shown).prefix(inside.height).enumerated() {
      let areas = inside.row(index).columns(
        [.fixed(9), .fixed(13), .fixed(3), .flexible(minimum: 0, weight: 1)], spacing: 1)
      frame.write([Span(row.label, "text.dim")], in: areas[0])
      frame.write([Span(figures.bare(row.total.sum, shown.currencyID), row.role)], in: areas[1], align: .trailing)
      frame.write([Span("\(row.total.count)", "text.dim")], in: areas[2], align: .trailing)
      let bar = row.hasBar ? ProgressBar.blocks(Double(row.total.sum.cents) / greatest, columns: areas[3].width) : ""
      frame.write([Span(bar, row.role == "status.overdue" ? "chart.overdue" : "chart.invoiced")], in: areas[3])
    }
  }

  private struct Row {
    let label: String
    let total: CountedSum
    var role: Role = "money"
    var hasBar = true
  }

  /// The most important first: what does not fit is left out at the end.
  private func rows(_ shown: CustomerCurrency) -> [Row] {
    let overdue = shown.ageing.filter { $0.age != .current && $0.total.count > 0 }
    let current = shown.ageing.first?.total ?? CountedSum()
    var rows = [Row(label: "open", total: shown.open, role: "money.strong"), Row(label: "current", total: current)]
    rows += overdue.map { Row(label: $0.age.label, total: $0.total, role: "status.overdue") }
    if shown.unapplied.count > 0 { rows.append(Row(label: "unapplied", total: shown.unapplied, hasBar: false)) }
    return rows + [
      Row(label: "invoiced", total: shown.invoiced, hasBar: false),
      Row(label: "paid", total: shown.paid, hasBar: false),
      Row(label: "drafts", total: shown.drafts, hasBar: false),
    ]
  }

  func drawBar(in rect: Rect, on frame: inout Frame) {
    panel.draw(in: rect, on: &frame)
    let inside = rect.inset(columns: 2, rows: 1)
    guard let shown else { return drawNothing(in: inside, on: &frame) }
    frame.write(
      figure("open", shown.open, "money.strong") + figure("   overdue", shown.overdue, "status.overdue")
        + figure("   invoiced", shown.invoiced, "money"), in: inside.row(0))
    let buckets = zip(shown.ageing, Self.fills).filter { $0.0.total.count > 0 }
    SegmentBar(
      buckets.map { bucket, fill in
        SegmentBar.Segment(value: Double(bucket.total.sum.cents), role: role(bucket), fill: fill)
      }
    ).draw(in: inside.row(1), on: &frame)
    let legend = buckets.flatMap { bucket, fill -> [Span] in
      let share = bucket.total.sum.percent(of: shown.open.sum).map { " \($0)%" } ?? ""
      return [Span(fill, role(bucket)), Span(" \(bucket.age.label)\(share)   ", "text.dim")]
    }
    frame.write(legend.isEmpty ? [Span("Nothing is open.", "ok")] : legend, in: inside.row(2))
  }

  private func role(_ bucket: AgeingBucket) -> Role { bucket.age == .current ? "chart.invoiced" : "chart.overdue" }

  private func figure(_ label: String, _ total: CountedSum, _ role: Role) -> [Span] {
    [
      Span("\(label) ", "text.dim"),
      Span(figures.bare(total.sum, shown?.currencyID), total.count == 0 ? "text.dim" : role),
      Span(" (\(total.count))", "text.dim"),
    ]
  }

  private func drawNothing(in rect: Rect, on frame: inout Frame) {
    frame.write("No document of this customer is loaded.", x: rect.x, y: rect.y, width: rect.width, role: "text.dim")
  }

  private var panel: Panel {
    let title = shown.map { "Balance · \($0.currencyID.words)" } ?? "Balance"
    return Panel(
      title: [Span(title, "title")], trailing: behaviour.map { [Span($0.short, "text.dim")] } ?? [],
      footer: [Span("gs", "hint.key"), Span(" statement", "hint")], footerTrailing: check)
  }
}
