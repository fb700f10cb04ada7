import Billing
import BillingAPI
import BillingClient
import FoundationEssentials
import Store

/// Makes plans and runs them: what screens and scripts call to act on many records at once.
///
/// Reading a plan's records takes a few statements, however many they are. Runs go on in the background until they are
/// through; what happens is reported as `SyncEvent.run`.
package actor BulkRuns {
  let client: BillingClient
  let outbox: Outbox
  let mirror: Mirror
  let local: LocalStore?
  let clock: any SyncClock
  let report: @Sendable (SyncEvent) -> Void
  private let recount: @Sendable (ResourceKind) async -> Void
  private var live: [PlanID: PlanRun] = [:]

  init(
    client: BillingClient, outbox: Outbox, mirror: Mirror, local: LocalStore?, clock: any SyncClock,
    report: @escaping @Sendable (SyncEvent) -> Void, recount: @escaping @Sendable (ResourceKind) async -> Void
  ) {
    self.client = client
    self.outbox = outbox
    self.mirror = mirror
    self.local = local
    self.clock = clock
    self.report = report
    self.recount = recount
  }

  /// Begins the run of a plan, or goes on with the one that was begun: journals every row that goes, in one
  /// transaction, and returns. What follows is reported as `SyncEvent.run`.
  ///
  /// - Parameter including: held rows that go all the same, by their places; `excluding`: rows that are left out.
  /// - Parameter takeBackTime: how long a run of payments waits before its first request.
  package func begin(
    _ plan: Plan, including: Set<Int> = [], excluding: Set<Int> = [], takeBackTime: Duration = .seconds(5)
  ) async throws(BulkFailure) -> RunSnapshot {
    let run = try await run(of: plan)
    try await tell(run, .skip(excluding.sorted()), takeBackTime)
    try await tell(run, .include(including.sorted()), takeBackTime)
    try await tell(run, .resume, takeBackTime)
    return await run.snapshot
  }

  /// Tells a run what to do; answers how it stands then. A run of an earlier program is taken up by `resume`.
  package func control(
    _ id: PlanID, _ command: RunCommand, takeBackTime: Duration = .seconds(5)
  ) async throws(BulkFailure) -> RunSnapshot {
    let run = try await run(id)
    try await tell(run, command, takeBackTime)
    return await run.snapshot
  }

  /// A run as it stands, of this program or an earlier one: what is kept of it, with what the journal knows.
  package func snapshot(_ id: PlanID) async throws(BulkFailure) -> RunSnapshot { await (try run(id)).snapshot }

  /// How a plan would be run now: with what is kept of its run, and what the journal knows of its rows.
  package func preview(_ plan: Plan) async throws(BulkFailure) -> RunSnapshot { await (try run(of: plan)).snapshot }

  /// The runs that are kept, the newest first. One that nobody here drives and that was moving when it was kept last was
  /// interrupted, unless another program has it in hand: then opening it says so.
  package func runs(limit: Int) throws(BulkFailure) -> [RunSummary] {
    let kept = try stored { () throws(StoreError) in try local?.runs(limit: limit) ?? [] }
    return kept.map { summary in
      var summary = summary
      if live[summary.id] == nil, summary.phase.isMoving { summary.phase = .paused(.interrupted) }
      return summary
    }
  }

  /// Returns when a run moves no more by itself: through, paused or taken back.
  package func untilStill(_ id: PlanID) async throws(BulkFailure) -> RunSnapshot {
    await (try run(id)).untilStill()
  }

  private func tell(_ run: PlanRun, _ command: RunCommand, _ time: Duration) async throws(BulkFailure) {
    do throws(StoreError) {
      try await run.obey(command, takeBackTime: time)
    } catch {
      throw .store(error)
    }
  }

  private func run(_ id: PlanID) async throws(BulkFailure) -> PlanRun {
    if let run = live[id] { return run }
    let kept = try stored { () throws(StoreError) in try local?.run(id) }
    guard let kept else { throw .unknownRun }
    return try await takeUp(kept)
  }

  private func run(of plan: Plan) async throws(BulkFailure) -> PlanRun {
    if let run = live[plan.id] {
      guard run.plan == plan else { throw .edited }
      return run
    }
    if let kept = try stored({ () throws(StoreError) in try local?.run(plan.id) }) {
      guard kept.plan == plan else { throw .edited }
      return try await takeUp(kept)
    }
    return try await takeUp(
      RunSnapshot(plan: plan, rows: plan.rows.map(RunRow.init), phase: .planned, began: clock.now))
  }

  private func takeUp(_ snapshot: RunSnapshot) async throws(BulkFailure) -> PlanRun {
    guard let local else { throw .store(.damaged(path: "")) }
    let elsewhere = try stored { () throws(StoreError) in try local.heldElsewhere(snapshot.rows.map(\.intent)) }
    guard elsewhere.isEmpty else { throw .runsElsewhere }
    let run = PlanRun(
      snapshot,
      PlanRun.Surroundings(outbox: outbox, mirror: mirror, local: local, clock: clock, report: report, recount: recount)
    )
    live[snapshot.id] = run
    await run.recallAll()
    return run
  }

  func stored<Value>(_ work: () throws(StoreError) -> Value) throws(BulkFailure) -> Value {
    do {
      return try work()
    } catch {
      throw .store(error)
    }
  }
}

extension RunRow {
  /// A row before anything happened to it.
  init(_ row: PlanRow) {
    self.init(row.forbidden.map(RowState.forbidden) ?? (row.held.isEmpty ? .waiting : .held(row.held)), of: row)
  }
}
