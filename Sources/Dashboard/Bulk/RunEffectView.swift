import Billing
import BillingAPI
import Store
import TerminalUI

/// Before and after: what these invoices owe by age, or how many rows change what.
struct RunEffectView {
  let run: RunSnapshot
  let page: BulkPage
  let figures: Figures

  func draw(in rect: Rect, on frame: inout Frame) {
    let ageing = RunAgeing(run, page, on: figures.today)
    let code = ageing?.currencyID.flatMap(Currency.with(id:))?.code
    let title = "Before → after" + (code.map { " · \($0)" } ?? "")
    let count = ageing?.others ?? 0
    let others = count == 0 ? "" : "\(count) more \(count == 1 ? "currency" : "currencies")"
    frame.box(rect, title: [Span(title, "title")], trailing: [Span(others, "text.dim")], role: "border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (row, line) in (ageing.map(lines) ?? changes).prefix(inside.height).enumerated() {
      line.draw(in: inside.row(row), on: &frame)
    }
  }

  private func lines(_ ageing: RunAgeing) -> [DetailLine] {
    let head = DetailLine(
      [Span("", "header")],
      figures: [.init("start", 13, "header"), .init("now", 13, "header"), .init("if all succeed", 14, "header")])
    let buckets = zip(RunAgeing.ages, ageing.buckets).filter { $0.1.before != .zero }.map { age, sums in
      line(age, sums, ageing, age == RunAgeing.ages[0] ? "money" : "status.overdue")
    }
    return [head, line("owed by these", ageing.total, ageing, "money.strong")] + buckets + [counts(ageing.total)]
  }

  /// How many of the invoices are open, before, now and at the end.
  private func counts(_ sums: RunAgeing.Sums) -> DetailLine {
    let words = [sums.openBefore, sums.openNow, sums.openAfter].map { figures.count($0) }
    return DetailLine(
      [Span("open invoices", "text.dim")],
      figures: [.init(words[0], 13, "text.dim"), .init(words[1], 13, "text.dim"), .init(words[2], 14, "text.dim")])
  }

  private func line(_ label: String, _ sums: RunAgeing.Sums, _ ageing: RunAgeing, _ role: Role) -> DetailLine {
    func bare(_ money: Money) -> String { figures.bare(money, ageing.currencyID) }
    return DetailLine(
      [Span(label)],
      figures: [.init(bare(sums.before), 13, role), .init(bare(sums.now), 13, role), .init(bare(sums.after), 14, role)])
  }

  /// For what moves no money: which fields change, in how many rows.
  private var changes: [DetailLine] {
    var counts: [String: Int] = [:]
    for row in run.plan.rows where row.forbidden == nil {
      switch row.effect {
      case .edit(let edits): for edit in edits { counts[edit.field, default: 0] += 1 }
      case .creation(let kind, _): counts["new \(kind.rawValue)", default: 0] += 1
      case .deletion: counts["deleted \(run.plan.kind.rawValue)", default: 0] += 1
      case .payment: counts["payments", default: 0] += 1
      }
    }
    let lines = counts.sorted { $0.key < $1.key }.map { field, count in
      DetailLine([Span(field)], figures: [.init(figures.count(count), 8)])
    }
    return lines.isEmpty ? [DetailLine([Span("No row of it can go.", "text.dim")])] : lines
  }
}
