import Billing
import BillingAPI
import FoundationEssentials
import Store

/// Performs a plan, row after row, through the outbox: nothing is sent twice, whatever happens in between.
///
/// All rows that go are in the journal before the first request. A row that nobody knows the outcome of is tried again
/// by the outbox with the same key and body, while the others go on.
actor PlanRun {
  /// What a run works with.
  struct Surroundings: Sendable {
    var outbox: Outbox
    var mirror: Mirror
    var local: LocalStore
    var clock: any SyncClock
    var report: @Sendable (SyncEvent) -> Void
    /// Has the service say again how many records of a kind there are.
    var recount: @Sendable (ResourceKind) async -> Void
  }

  let surroundings: Surroundings
  var snapshot: RunSnapshot
  /// What the rows of this run read, on its way to the mirror.
  let intake = RunIntake()
  var driver: Task<Void, Never>?
  /// Counts drivers: one that was called off does nothing more.
  var generation = 0
  /// Rows that failed one after another, up to now.
  var failuresInRow = 0
  /// Rows that were sent, by this program or an earlier one, and are settled before any other goes.
  var unsettled: Set<Int> = []
  /// Rows that nobody was told of yet.
  var untold: Set<Int> = []
  var toldAt = Date.distantPast
  var telling: Task<Void, Never>?
  var flushing: Task<Void, Never>?
  var flushedAt = Date.distantPast
  var listeners: [CheckedContinuation<RunSnapshot, Never>] = []
  /// The row that was taken last, until it is read back.
  var turn: Turn?
  /// What a run that is undone made; nil until it is needed.
  var madeTexts: [Int64: String]?
  /// When the list of what is written was read last, as the run began.
  var countedAt: Date?
  /// Seconds that a row takes, by those before it.
  var pace: Double?
  var lastEnd: Date?

  init(_ snapshot: RunSnapshot, _ surroundings: Surroundings) {
    self.snapshot = snapshot
    plan = snapshot.plan
    self.surroundings = surroundings
  }

  var outbox: Outbox { surroundings.outbox }
  var local: LocalStore { surroundings.local }
  var now: Date { surroundings.clock.now }
  nonisolated let plan: Plan

  /// Begins, or goes on: journals what is to go, then drives in the background.
  func go(takeBackTime: Duration) async throws(StoreError) {
    guard !snapshot.phase.isMoving else { return }
    failuresInRow = 0
    countedAt = listRead
    try await journalWaiting()
    let isFirst = !snapshot.rows.contains { $0.began != nil }
    if plan.action.needsTakeBackTime, isFirst, takeBackTime > .zero, nextPlace != nil {
      enter(.holding(until: now.addingTimeInterval(takeBackTime / .seconds(1))))
    } else {
      enter(.running)
    }
    drive()
  }

  /// Returns when it moves no more by itself.
  func untilStill() async -> RunSnapshot {
    guard snapshot.phase.isMoving else { return snapshot }
    return await withCheckedContinuation { listeners.append($0) }
  }

  func drive() {
    guard driver == nil else { return }
    generation += 1
    let mine = generation
    driver = Task { await self.work(mine) }
  }

  private func work(_ mine: Int) async {
    await waitOutHold()
    while mine == generation, await takeStep() { await waitOutRest() }
    guard mine == generation else { return }
    driver = nil
    // What waits in the outbox was not told row by row.
    await outbox.reportQueue()
    await endIfThrough()
  }

  /// What was sent before is settled first; then those that wait, in the order of the plan.
  var nextPlace: Int? {
    let rows = snapshot.rows
    return unsettled.min() ?? rows.indices.first { rows[$0].state.isWaiting }
  }

  private func waitOutHold() async {
    guard case .holding(let until) = snapshot.phase else { return }
    // Called off, the phase says so.
    try? await surroundings.clock.sleep(until: until)
    if case .holding = snapshot.phase, !Task.isCancelled { enter(.running) }
  }

  private func waitOutRest() async {
    guard case .resting(let until) = snapshot.phase else { return }
    // Called off, the phase says so.
    try? await surroundings.clock.sleep(until: until)
    if case .resting = snapshot.phase, !Task.isCancelled { enter(.running) }
  }

  /// Rows that only wait for an answer keep it running; those that wait for a person do not.
  func endIfThrough() async {
    if driver == nil, snapshot.phase.isLeftBehind, snapshot.rows.allSatisfy(\.state.isFinished) { return enter(.ended) }
    guard case .running = snapshot.phase, nextPlace == nil, driver == nil else { return }
    let isRetried = snapshot.rows.contains { row in
      if case .unknown(_, .some) = row.state { true } else { false }
    }
    guard !isRetried else { return tell() }
    flush()
    await flushing?.value
    guard case .running = snapshot.phase else { return }
    enter(.ended)
    recount()
  }

  /// A page that was read amid the run counted some of its records, and not others.
  private func recount() {
    guard plan.rows.contains(where: { $0.effect.changesCount }), listRead != countedAt else { return }
    Task { [recount = surroundings.recount, kind = plan.action.written(plan.kind)] in await recount(kind) }
  }

  /// When a page of what the run writes was asked for last; a mirror that cannot be read says nothing.
  private var listRead: Date? {
    (try? surroundings.mirror.completeness(plan.action.written(plan.kind)))?.asOf
  }
}

extension RunPhase {
  /// It stands for no reason that outlives its rows: where the outbox has settled them all, nothing is left to go on with.
  fileprivate var isLeftBehind: Bool {
    switch self {
    case .paused(.failures), .paused(.person): true
    default: false
    }
  }
}
