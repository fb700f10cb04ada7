import Billing
import BillingAPI
import Store
import TerminalUI

extension State {
  var bulkPage: BulkPage? {
    if case .bulk(let page) = pages.last { page } else { nil }
  }

  /// The run of the page on top.
  var shownRun: RunSnapshot? { bulkPage.flatMap { runs[$0.run] } }
  var selectedRunRow: BulkRow? { shownRun.flatMap { bulkPage?.selectedRow(of: $0) } }
  /// The one that goes on in the background; nil where none does.
  var movingRun: RunSnapshot? { runs.values.first { $0.phase.isMoving } }

  /// One that stands and has rows to go; nil where there is none.
  var pausedRun: RunSnapshot? {
    runs.values.first { run in
      if case .paused = run.phase { !run.rows.allSatisfy(\.state.isFinished) } else { false }
    }
  }

  /// Changes the page of a run wherever it lies, and shows its rows anew.
  mutating func changeBulk(_ run: PlanID, _ change: (inout BulkPage) -> Void) {
    guard let snapshot = runs[run] else { return }
    let height = BulkLayout(self).listHeight
    for index in pages.indices {
      guard case .bulk(var page) = pages[index], page.run == run else { continue }
      change(&page)
      page.list.take(page.places(of: snapshot), height: height)
      pages[index] = .bulk(page)
    }
  }

  mutating func moveInBulk(_ move: Move) -> [Effect] {
    guard let run = bulkPage?.run else { return [] }
    let height = BulkLayout(self).listHeight
    changeBulk(run) { page in
      page.isJustConfirmed = false
      page.list.move(move, height: height)
    }
    return []
  }

  /// Plans whose page is gone without their being begun or saved: their numbers are free again.
  mutating func dropForsakenPlans() -> [Effect] {
    guard runs.values.contains(where: { $0.phase == .planned && !keptPlans.contains($0.id) }) else { return [] }
    let shown = Set(
      pages.compactMap { page -> PlanID? in
        if case .bulk(let page) = page { page.run } else { nil }
      })
    let forsaken = runs.values.filter {
      $0.phase == .planned && !keptPlans.contains($0.id) && !shown.contains($0.id)
    }
    for run in forsaken { runs[run.id] = nil }
    return forsaken.map { .bulk(.drop($0.plan)) }
  }

  // MARK: What can be done

  /// Whether an action can be planned for what is marked here.
  func canAct(_ verb: BulkVerb) -> Availability {
    guard let kind = section.kind, verb.kinds.contains(kind) else { return .absent }
    guard hasMarks == .available else { return hasMarks }
    return canWrite(verb.written(kind))
  }

  /// `b` has something to offer here.
  var hasMarksForMenu: Availability {
    guard let kind = section.kind, BulkVerb.allCases.contains(where: { $0.kinds.contains(kind) }) else {
      return .absent
    }
    return hasMarks
  }

  var canBeginRun: Availability {
    guard let run = shownRun, run.phase == .planned else { return .absent }
    return RunFigures(run, bulkPage).count(.waiting) == 0
      ? .unavailable("No row of the plan goes: there is nothing to run.") : .available
  }

  var canToggleRow: Availability {
    guard let run = shownRun, let row = selectedRunRow else { return .absent }
    if row.row.forbidden != nil { return .unavailable("\(row.row.number) cannot be done: the row says why.") }
    if run.phase == .planned { return .available }
    if case .done = row.state, run.phase == .ended { return .absent }
    return switch row.state {
    case .waiting, .held, .skipped: .available
    case .forbidden, .sending, .unknown, .done, .failed: .unavailable("\(row.row.number) was sent or is under way.")
    }
  }

  var canEditRunAmount: Availability {
    guard let run = shownRun, run.phase == .planned, bulkPage?.request != nil, let row = selectedRunRow,
      case .payment = row.row.effect
    else { return .absent }
    return .available
  }

  var canPauseRun: Availability {
    switch shownRun?.phase {
    case .running, .resting, .paused: .available
    default: .absent
    }
  }

  var canRetryRow: Availability {
    switch selectedRunRow?.state {
    case .failed, .unknown: .available
    default: .absent
    }
  }

  var canRetryFailed: Availability {
    guard let run = shownRun else { return .absent }
    return RunFigures(run, bulkPage).count(.failed) > 0 ? .available : .unavailable("No row failed.")
  }

  var canUndoRun: Availability {
    guard let run = shownRun, run.phase != .planned else { return .absent }
    if case .pay = run.plan.action {
      return .unavailable("The API cannot delete payments: a run of them is not undone.")
    }
    return run.phase.isMoving ? .unavailable("The run is under way: p pauses it.") : .available
  }
}
