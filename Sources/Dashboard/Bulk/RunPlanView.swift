import Billing
import BillingAPI
import Store
import TerminalUI

/// What a plan says of itself: what is done to how many, when it stops, what it comes to, and how far it has come.
struct RunPlanView {
  let run: RunSnapshot
  let counted: RunFigures
  let figures: Figures
  let isBoxed: Bool

  private var isPlanned: Bool { run.phase == .planned }

  private var steps: [Span] {
    let current = isPlanned ? 1 : run.phase == .ended ? 3 : 2
    return ["1 pick", "2 review", "3 run", "4 report"].enumerated().flatMap { index, title in
      [Span(index == current ? "[\(title)]" : " \(title) ", index == current ? "tab.current" : "text.dim")]
    }
  }

  func draw(in place: Rect, on frame: inout Frame) {
    let lines = planLines
    guard isBoxed else {
      let room = place.inset(columns: 1, rows: 0)
      let word = isPlanned ? "plan" : run.phase.word
      frame.write(lines[0], in: room.left(room.width - DisplayText.width(word) - 2))
      frame.write([Span(word, "text.strong")], in: room, align: .trailing)
      return
    }
    frame.box(
      place, title: [Span("Plan", "title")], trailing: steps,
      footer: [Span(isPlanned ? "nothing is sent before ^S and your word" : "what was planned", "text.dim")],
      role: "border")
    let inside = place.inset(columns: 2, rows: 1)
    for (row, line) in lines.prefix(inside.height).enumerated() { frame.write(line, in: inside.row(row)) }
  }

  private var planLines: [[Span]] {
    let plan = run.plan
    let numbers = BulkWords.numbers(plan).map { [Span(" · numbers \($0)", "text.dim")] } ?? []
    let stops = " · stops on 3 failures in a row, 401, 403; waits on 429"
    let going = isPlanned ? counted.count(.waiting) : counted.going
    return [
      [Span(BulkWords.heading(plan, figures), "text.strong")] + numbers,
      [
        Span(BulkWords.requests(plan, going: going, figures)),
        Span(stops + " · keys on disk first", "text.dim"),
      ],
      amounts,
    ]
  }

  private var amounts: [Span] {
    let sums = RunSentences.sums(counted.ofGoing, figures)
    let together =
      sums.isEmpty ? [] : [Span("amount ", "text.dim"), Span(sums, "money.strong"), Span(" · ", "text.dim")]
    let count = Set(run.plan.rows.compactMap(\.customerID)).count
    let customers = Span("\(figures.count(count)) \(count == 1 ? "customer" : "customers")", "text.dim")
    let held = counted.count(.held)
    let out = counted.count(.skipped) + counted.count(.forbidden)
    return together + [customers, Span(" · \(figures.count(out)) left out", "text.dim")]
      + (held > 0 ? [Span(" · ▲ \(figures.count(held)) held: Space lets one go", "warning")] : [])
      + (run.plan.action.needsTakeBackTime ? [Span(" · the API cannot delete payments", "text.dim")] : [])
  }
}

extension RunPhase {
  /// One word for it.
  var word: String {
    switch self {
    case .planned: "plan"
    case .holding: "about to begin"
    case .running: "running"
    case .resting: "resting"
    case .paused: "paused"
    case .ended: "report"
    case .takenBack: "taken back"
    }
  }
}
