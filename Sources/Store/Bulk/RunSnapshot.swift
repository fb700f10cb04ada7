import Billing
import FoundationEssentials

/// A run as it stands: what its page shows and its report is made of.
package struct RunSnapshot: Hashable, Sendable, Identifiable {
  package var plan: Plan
  /// One for each row of the plan, in its order.
  package var rows: [RunRow]
  package var phase: RunPhase
  /// When it was begun first.
  package var began: Date
  /// Seconds until it is through, by how fast it went so far; nil while there is no telling.
  package var secondsLeft: Int?

  package init(plan: Plan, rows: [RunRow], phase: RunPhase, began: Date) {
    self.plan = plan
    self.rows = rows
    self.phase = phase
    self.began = began
  }

  package var id: PlanID { plan.id }

  /// Takes in what a run reported since.
  package mutating func apply(_ change: RunChange) {
    phase = change.phase
    secondsLeft = change.secondsLeft
    for (index, row) in change.rows where rows.indices.contains(index) { rows[index] = row }
  }
}

/// Where a run is.
package enum RunPhase: Hashable, Sendable, Codable {
  /// Not begun: its rows can be included and left out.
  case planned
  /// The whole run can be taken back until then; nothing was sent.
  case holding(until: Date)
  case running
  /// The service asked for rest (429): it goes on by itself at that moment.
  case resting(until: Date)
  case paused(PauseReason)
  /// Every row is finished.
  case ended
  /// Taken back before its first request.
  case takenBack

  /// It goes on by itself.
  package var isMoving: Bool {
    switch self {
    case .holding, .running, .resting: true
    case .planned, .paused, .ended, .takenBack: false
    }
  }
}

/// Why a run stands still until a person says more.
package enum PauseReason: Hashable, Sendable, Codable {
  case person
  /// So many attempts failed one after another, and why the last did.
  case failures(count: Int, last: RowFailure? = nil)
  /// 401 or 403, in the service's words.
  case notAllowed(RowFailure)
  /// The journal cannot grow, or cannot be read: nothing is sent.
  case journal(String)
  /// A person ended it after a row: what waited was given up, and nothing of it was sent.
  case stopped
  /// The program ended in the middle of it.
  case interrupted
}

/// What is new about a run since its last change, gathered for a tenth of a second at the most.
package struct RunChange: Hashable, Sendable {
  package var run: PlanID
  package var phase: RunPhase
  /// Rows that are otherwise now, by their place in the plan.
  package var rows: [Int: RunRow]
  package var secondsLeft: Int?

  package init(run: PlanID, phase: RunPhase, rows: [Int: RunRow] = [:], secondsLeft: Int? = nil) {
    self.run = run
    self.phase = phase
    self.rows = rows
    self.secondsLeft = secondsLeft
  }
}

/// What a person can tell a run.
package enum RunCommand: Hashable, Sendable {
  /// Only while the run is held before its first request.
  case takeBack
  /// After the row that is under way; what waits stays in the journal.
  case pause
  /// After the row that is under way; what waits leaves the journal as given up, and can be resumed all the same.
  case stop
  case resume
  /// Held, skipped and forgotten rows go too; places in the plan.
  case include([Int])
  /// Rows that wait are left out; nothing of them is sent.
  case skip([Int])
  /// Failed and unknown rows are tried again.
  case retry([Int])
  case retryFailed
  /// Another amount for a payment that was not sent yet.
  case changeAmount(Int, Money)
}

/// A run in a list of runs, without its rows.
package struct RunSummary: Hashable, Sendable, Identifiable {
  package var id: PlanID
  package var action: BulkAction
  package var phase: RunPhase
  package var began: Date
  package var changed: Date
  package var rows: Int
  package var done: Int
  package var failed: Int

  package init(
    id: PlanID, action: BulkAction, phase: RunPhase, began: Date, changed: Date, rows: Int, done: Int, failed: Int
  ) {
    self.id = id
    self.action = action
    self.phase = phase
    self.began = began
    self.changed = changed
    self.rows = rows
    self.done = done
    self.failed = failed
  }
}
