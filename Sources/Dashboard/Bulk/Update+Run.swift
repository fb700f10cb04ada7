import Billing
import BillingAPI
import Store
import TerminalUI

/// What a person does with a plan and its run.
extension State {
  // MARK: The plan

  /// Asks before anything is sent: what cannot be undone wants its number of rows typed.
  mutating func askToBeginRun() -> [Effect] {
    guard let run = shownRun, let page = bulkPage else { return [] }
    let figuresOfRun = RunFigures(run, page)
    let count = figuresOfRun.count(.waiting)
    overlays.append(
      count > 1 && run.plan.action.isFinal
        ? .runConfirmation(RunConfirmation(run: run.id, rows: count, heading: RunSentences.heading(run, page, figures)))
        : .question(.beginRun(run, page, figures)))
    return []
  }

  mutating func beginRun() -> [Effect] {
    guard let run = shownRun, let page = bulkPage else { return [] }
    keptPlans.insert(run.id)
    return [.bulk(.begin(run.plan, including: page.included, excluding: page.excluded))]
  }

  mutating func beginRunAmount() -> [Effect] {
    guard let row = selectedRunRow, let run = bulkPage?.run, let amount = row.row.amount else { return [] }
    let text = figures.bare(amount, row.row.currencyID.map { Identifier($0) })
    changeBulk(run) { $0.amount = TextField(text) }
    return []
  }

  // MARK: The run

  mutating func toggleRunRow() -> [Effect] {
    guard let run = shownRun, let row = selectedRunRow else { return [] }
    guard run.phase == .planned else {
      if case .waiting = row.state { return controlRun(.skip([row.id])) }
      return sendMore(.include([row.id]), RunSentences.including(row, run, figures))
    }
    changeBulk(run.id) { page in
      if page.goes(row.row, at: row.id) {
        page.included.remove(row.id)
        if row.row.held.isEmpty { page.excluded.insert(row.id) }
      } else {
        page.excluded.remove(row.id)
        if !row.row.held.isEmpty { page.included.insert(row.id) }
      }
    }
    return moveInBulk(.rows(1))
  }

  func controlRun(_ command: RunCommand) -> [Effect] { bulkPage.map { [.bulk(.control($0.run, command))] } ?? [] }

  mutating func pauseRun() -> [Effect] {
    if case .paused = shownRun?.phase { return controlRun(.resume) }
    return controlRun(.pause)
  }

  mutating func retryRunRow() -> [Effect] {
    guard let row = selectedRunRow else { return [] }
    return sendMore(.retry([row.id]), "\(row.row.number): \(row.detail(figures)) It is tried again.")
  }

  mutating func retryFailedRows() -> [Effect] {
    let count = shownRun.map { RunFigures($0, bulkPage).count(.failed) } ?? 0
    return sendMore(.retryFailed, "\(figures.count(count)) failed. What was refused is tried again.")
  }

  /// A run that is through begins again by what is sent now: that is asked, as its first beginning was.
  private mutating func sendMore(_ command: RunCommand, _ words: String) -> [Effect] {
    guard let run = shownRun, run.phase == .ended else { return controlRun(command) }
    overlays.append(.question(.sendMore(run.id, command, words)))
    return []
  }

  /// `^C`: takes a run back that has not sent anything, stops one after its row, and leaves one that stands still.
  mutating func stopRun() -> [Effect] {
    switch shownRun?.phase {
    case .holding: return controlRun(.takeBack)
    case .running, .resting:
      return inform(.warning, "Stops after the row that is under way; p goes on.") + controlRun(.pause)
    default: return leavePage()
    }
  }

  mutating func showRunRows(_ filter: RowFilter) -> [Effect] {
    guard let run = bulkPage?.run else { return [] }
    changeBulk(run) { $0.show = filter }
    return []
  }

  mutating func openRunRecord() -> [Effect] {
    guard let run = shownRun, let row = selectedRunRow else { return [] }
    if bulkPage?.isJustConfirmed == true {
      changeBulk(run.id) { $0.isJustConfirmed = false }
      return []
    }
    return show(Section(run.plan.kind), selecting: row.row.record)
  }

  /// What is said when the page is left; nil where it can be left without a word.
  var wordsOnLeavingRun: String? {
    guard let run = shownRun else { return nil }
    if run.phase == .planned { return "The plan is dropped: nothing was sent, the marks stay." }
    return run.phase.isMoving ? "The run goes on; the state line counts it, “Bulk runs” in : shows it again." : nil
  }
}

extension BulkAction {
  /// What it does cannot be put back as it was: payments have no deletion, and what is made anew has another id.
  var isFinal: Bool {
    switch self {
    case .pay, .delete: true
    default: false
    }
  }
}
