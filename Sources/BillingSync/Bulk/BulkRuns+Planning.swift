import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension BulkRuns {
  /// Says what an action would do to these records: which can be done, which are held and why, under which numbers.
  ///
  /// Reads the mirror and the journal, and reserves numbers; sends nothing.
  package func plan(
    _ action: BulkAction, _ kind: ResourceKind, _ targets: [BulkTarget], books: PlanBooks
  ) throws(BulkFailure) -> Plan {
    guard action.kinds.contains(kind) else { throw .notForThisKind }
    if case .undo(let run) = action { return try undoing(run, books: books) }
    let planner = Planner(
      action: action, kind: kind, mirror: mirror, local: local, refusal: refusal(ofWriting: action.written(kind)))
    let rows = try stored { () throws(StoreError) in try planner.rows(targets) }
    return Plan(made: moment, books: books, kind: kind, action: action, rows: rows)
  }

  /// Gives back the numbers of a plan that nobody runs: the next record takes them.
  package func drop(_ plan: Plan) throws(BulkFailure) {
    let intents = plan.rows.filter { $0.proposedNumber != nil }.map(\.intent)
    try stored { () throws(StoreError) in try local?.releaseNumbers(of: intents) }
  }

  /// A plan that undoes what a run did, as far as the API allows: what was deleted is made again, what was changed is
  /// put back, what was made and is still a draft is deleted. Payments stay: the API cannot delete them.
  package func undoing(_ id: PlanID, books: PlanBooks) throws(BulkFailure) -> Plan {
    guard let run = try stored({ () throws(StoreError) in try local?.run(id) }) else { throw .unknownRun }
    let kind = Undoing.kind(of: run.plan)
    let undoing = Undoing(run: run, refusal: refusal(ofWriting: kind))
    let rows = try stored { () throws(StoreError) in
      try undoing.rows(histories: try local?.histories(of: run.rows.map(\.intent)) ?? [:])
    }
    guard !rows.isEmpty else { throw .nothingToDo }
    return Plan(made: moment, books: books, kind: kind, action: .undo(id), rows: rows)
  }

  /// Whole seconds, as the file of a plan has them.
  private var moment: Date { Date(timeIntervalSince1970: clock.now.timeIntervalSince1970.rounded(.down)) }

  private func refusal(ofWriting kind: ResourceKind) -> ForbiddenReason? {
    switch client.refusal(ofWriting: kind) {
    case nil: nil
    case .missingScope(let scope): .scope(scope.rawValue)
    case .some: .readOnly
    }
  }
}
