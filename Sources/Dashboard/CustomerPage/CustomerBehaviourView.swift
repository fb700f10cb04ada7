import Store
import TerminalUI

/// How a customer pays, told from what is paid already.
struct CustomerBehaviourView {
  let behaviour: PaymentBehaviour?

  func draw(in rect: Rect, on frame: inout Frame) {
    let basis = behaviour.map { "from \($0.count) paid invoice\($0.count == 1 ? "" : "s")" } ?? ""
    Panel(title: [Span("Pays like this", "title")], footerTrailing: [Span(basis, "text.dim")]).draw(
      in: rect, on: &frame)
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, line) in lines(inside.width).prefix(inside.height).enumerated() {
      frame.write(line, in: inside.row(index))
    }
  }

  private func lines(_ width: Int) -> [[Span]] {
    guard let behaviour else { return [[Span("Nothing is paid up yet.", "text.dim")]] }
    let days = behaviour.daysLate.suffix(max(1, width - 12))
    let methods = behaviour.methods.map { "\($0.name) \($0.count)" }.joined(separator: " · ")
    return [
      [
        Span("median ", "text.dim"), Span("\(behaviour.median) d", "text.strong"),
        Span(" · nine in ten in ", "text.dim"),
        Span("\(behaviour.ninetiethPercentile) d", "text.strong"),
      ],
      [
        Span("late ", "text.dim"),
        Span("\(behaviour.lateShare)%", behaviour.lateShare > 50 ? "warning" : "text.strong"),
        Span(behaviour.trend.map { " · \($0.words)" } ?? "", "text.dim"),
      ],
      // Early payment counts as none late, so that the lowest column is on time.
      [
        Span(Sparkline.text(days.map { Optional(Double(max(0, $0))) }), "chart.overdue"),
        Span(" days late", "text.dim"),
      ],
      [],
      methods.isEmpty ? [] : [Span("by ", "text.dim"), Span(methods)],
    ]
  }
}

extension PaymentBehaviour {
  /// For a border: `pays in 24 d · late 61% ▲ slower`.
  var short: String {
    "pays in \(median) d · late \(lateShare)%" + (trend.map { " · \($0.words)" } ?? "")
  }
}

extension PaymentBehaviour.Trend {
  var words: String {
    switch self {
    case .slower: "▲ slower than before"
    case .faster: "▼ faster than before"
    case .steady: "as before"
    }
  }
}
