import Billing
import BillingAPI
import Store
import TerminalUI

/// Says how true the screen is: whether the service answers, of what time the lists are, how much of them is here,
/// what the background does, and what waits to be sent. Times, not running ages: at rest nothing is drawn anew.
struct StateLineView {
  let state: State

  var bar: StatusBar {
    StatusBar(leading: [StatusSegment(connection, priority: 90)] + age + run + loaded + sweep + outbox, trailing: [])
  }

  private var connection: [Span] {
    switch state.session.connection {
    case .connecting: [Span("⟳ connecting", "connection.stale")]
    case .live(let since): [Span("● live", "connection.live"), Span(" since \(since)", "text.dim")]
    case .off(let since, let reason): [Span("✗ off since \(since): ", "connection.off"), Span(reason, "text.dim")]
    }
  }

  /// Of what time the mirror is that the screen shows, while the service does not answer.
  private var age: [StatusSegment] {
    if case .live = state.session.connection { return [] }
    guard let moment = readAt else { return [] }
    return [StatusSegment([Span("○ as of \(moment.text)", "connection.stale")], priority: 92)]
  }

  /// A list is as old as itself; the start page is as old as the oldest list that it adds up.
  private var readAt: ReadMoment? {
    if let list = shownList { return list.readAt }
    return state.lists.values.compactMap(\.readAt).min { $0.date < $1.date }
  }

  private var shownList: ListState? { state.pages.isEmpty ? state.selectedList : nil }

  private var loaded: [StatusSegment] {
    guard let list = shownList else { return [] }
    let completeness = list.completeness
    let total = completeness.total.map { "/\(state.figures.count($0))" } ?? ""
    let skipped = completeness.skipped > 0 ? ", \(completeness.skipped) without an id" : ""
    let words = "\(state.figures.count(completeness.loaded))\(total) loaded" + skipped + (list.isFetching ? " ⟳" : "")
    return [StatusSegment(words, role: completeness.isComplete ? "text.dim" : "text", priority: 70)]
  }

  /// The run that goes on, or stands and could go on, wherever one looks.
  private var run: [StatusSegment] {
    if let run = state.movingRun { return [segment("running", run, "info")] }
    if let run = state.pausedRun { return [segment("paused", run, "warning")] }
    guard let run = state.interruptedRun else { return [] }
    return [StatusSegment("bulk interrupted \(run.done)/\(run.rows)", role: "warning", priority: 96)]
  }

  private func segment(_ word: String, _ run: RunSnapshot, _ role: Role) -> StatusSegment {
    let counted = RunFigures(run, nil)
    return StatusSegment("bulk \(word) \(counted.finished)/\(counted.going)", role: role, priority: 96)
  }

  /// How far the background is; the title says it where something else stands on this line.
  var sweep: [StatusSegment] {
    state.sweepPercent.map { [StatusSegment("sweep \($0)%", role: "text.dim", priority: 60)] } ?? []
  }

  private var outbox: [StatusSegment] {
    let count = state.outbox.unsettled
    return [StatusSegment("↑\(count) queued", role: count > 0 ? "warning" : "text.dim", priority: count > 0 ? 95 : 20)]
  }
}
