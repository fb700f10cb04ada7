import Billing
import BillingAPI
import Store
import TerminalUI

/// How many records of a list are marked and what they come to, each currency by itself.
struct MarksLine {
  let list: ListState
  let figures: Figures

  /// Nothing where nothing is marked; sums as many as fit whole.
  func spans(in columns: Int) -> [Span] {
    if let range = list.range { return [Span("■ range of \(figures.count(range.count))", "marked")] }
    guard !list.marks.isEmpty else { return [] }
    let count = [Span("■ \(figures.count(list.marks.count)) marked\(alone)", "marked")]
    guard let summary = list.marks.summary else { return count + [Span(" …", "text.dim")] }
    let words = count + missing(summary)
    let room = columns - words.reduce(0) { $0 + DisplayText.width($1.text) } - 2
    let sums = SumsLine.spans(self.sums(summary), separator: " · ", in: room)
    return words + (sums.isEmpty ? [] : [Span("  ", "text.dim")]) + sums
  }

  /// The count alone, where room is short.
  var short: [Span] { Array(spans(in: 0).prefix(1)) }

  private var alone: String { list.marks.isAlone ? " only" : "" }

  /// Marked records that are deleted, or were not loaded again yet.
  private func missing(_ summary: ListSummary) -> [Span] {
    let missing = list.marks.count - summary.count
    return missing > 0 ? [Span(", \(figures.count(missing)) not loaded", "warning")] : []
  }

  private func sums(_ summary: ListSummary) -> [[Span]] {
    guard list.kind != .customers, list.kind != .items else { return [] }
    let isOwed = list.kind == .invoices
    return summary.sums.enumerated().map { index, sum in
      let amount = figures.full(isOwed ? sum.balance : sum.total, sum.currencyID)
      return (isOwed && index == 0 ? [Span("due ", "text.dim")] : []) + [Span(amount, "money")]
    }
  }
}
