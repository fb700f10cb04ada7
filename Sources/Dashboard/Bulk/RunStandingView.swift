import Billing
import BillingAPI
import Store
import TerminalUI

/// What stands and what does not, if the run were left as it is now: the reason why nobody has to wait beside it.
struct RunStandingView {
  let run: RunSnapshot
  let counted: RunFigures
  let figures: Figures
  /// The records come from marks, and what does not go keeps its mark; rows of a bank have none.
  let isOfMarks: Bool

  func draw(in rect: Rect, on frame: inout Frame) {
    frame.box(
      rect, title: [Span(title, "title")], trailing: [Span("run \(run.id.text.prefix(8))", "text.dim")], role: "border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (row, line) in lines.prefix(inside.height).enumerated() {
      frame.write(line, in: inside.row(row))
    }
  }

  private var stillMarked: String { isOfMarks ? ", still marked" : "" }

  private var title: String {
    switch run.phase {
    case .planned: "If you run it"
    case .ended, .takenBack: "What came of it"
    case .holding, .running, .resting, .paused: "If you stop now"
    }
  }

  private var lines: [[Span]] {
    switch run.phase {
    case .planned: planned
    case .takenBack: [[Span("Nothing was sent. What was marked still is.")]]
    case .holding:
      [[Span("Nothing was sent yet: "), Span("^C", "hint.key"), Span(" takes the whole run back.")]] + rest
    case .running, .resting, .paused: moving
    case .ended: ended
    }
  }

  // MARK: Parts

  /// `3 payments`, `1 deletion`.
  private func what(_ count: Int) -> String {
    let noun =
      switch run.plan.action {
      case .pay: "payment"
      case .delete: "deletion"
      case .duplicate, .convert: "new \(run.plan.action.written(run.plan.kind).singular)"
      case .markSent, .moveDueDate, .setTemplate, .setNotes, .undo: "change"
      }
    return "\(figures.count(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  private func line(_ count: Int, _ words: (Int) -> String, _ role: Role = "text") -> [[Span]] {
    count > 0 ? [[Span(words(count), role)]] : []
  }

  private var planned: [[Span]] {
    line(counted.count(.waiting)) { "\(what($0)), one by one, each read back and compared" }
      + line(counted.count(.held), { "\(figures.count($0)) held: not sent\(stillMarked)" }, "warning")
      + line(counted.count(.forbidden)) { "\(figures.count($0)) cannot go: the reason stands in the row" }
      + line(counted.count(.skipped)) { "\(figures.count($0)) left out" }
      + [
        [Span("Changed since: looked at again before it goes, and held", "text.dim")],
        [Span("x", "hint.key"), Span(" saves it as a file, to be applied later", "text.dim")],
      ]
  }

  private var moving: [[Span]] {
    line(counted.count(.done)) { "\(what($0)) \($0 == 1 ? "stands" : "stand"); all are in the report" }
      + line(counted.count(.unknown), { "\(figures.count($0)) unknown: settled first, with the same key" }, "error")
      + rest
  }

  private var rest: [[Span]] {
    let sending = run.rows.count { $0.state == .sending }
    let waiting = counted.count(.waiting) - sending
    return line(sending) { "\(figures.count($0)) under way: it is finished, whatever happens" }
      + line(waiting) {
        "\(figures.count($0)) \($0 == 1 ? "waits" : "wait"): nothing of \($0 == 1 ? "it" : "them") is sent"
      }
      + line(counted.count(.failed), { "\(figures.count($0)) failed\(stillMarked)" }, "error")
      + line(counted.count(.held), { "\(figures.count($0)) held\(stillMarked)" }, "warning")
      + [[Span("later: ", "text.dim"), Span("Bulk runs"), Span(" in : or A, then p; also after kill -9", "text.dim")]]
  }

  private var ended: [[Span]] {
    line(counted.count(.done)) { "\(what($0)) \($0 == 1 ? "stands" : "stand"), read back" }
      + line(
        counted.count(.failed), { "\(figures.count($0)) failed: R tries one, “Retry all…” in : all of them" }, "error")
      + line(counted.count(.unknown), { "\(figures.count($0)) unknown: R settles it with the same key" }, "error")
      + line(counted.count(.held), { "\(figures.count($0)) held\(stillMarked): Space lets it go" }, "warning")
      + [
        [Span("x", "hint.key"), Span(" exports the report; A keeps it", "text.dim")],
        undoing,
      ]
  }

  private var undoing: [Span] {
    if case .pay = run.plan.action { return [Span("The API cannot delete payments: there is no undoing", "text.dim")] }
    return [Span("Plan the undoing"), Span(" in : puts it back, each compared", "text.dim")]
  }
}
