import Billing
import BillingAPI
import FoundationEssentials
import Store

/// Makes plans and runs them: what screens and scripts call to act on many records at once.
///
/// Reading a plan's records takes a few statements, however many they are. Runs go on in the background until they are
/// through; what happens is reported as `SyncEvent.run`.
package actor BulkRuns {
  let outbox: Outbox
  let mirror: Mirror
  let local: LocalStore?
  let clock: any SyncClock
  let report: @Sendable (SyncEvent) -> Void

  init(
    outbox: Outbox, mirror: Mirror, local: LocalStore?, clock: any SyncClock,
    report: @escaping @Sendable (SyncEvent) -> Void
  ) {
    self.outbox = outbox
    self.mirror = mirror
    self.local = local
    self.clock = clock
    self.report = report
  }
}

extension BulkRuns {
  /// Says what an action would do to these records: which can be done, which are held and why, under which numbers.
  ///
  /// Reads the mirror and the journal, and reserves numbers; sends nothing.
  package func plan(
    _ action: BulkAction, _ kind: ResourceKind, _ targets: [BulkTarget], books: PlanBooks
  ) throws(BulkFailure) -> Plan {
    throw .nothingToDo
  }

  /// A plan that undoes what a run did, as far as the API allows.
  package func undoing(_ run: PlanID, books: PlanBooks) throws(BulkFailure) -> Plan { throw .unknownRun }

  /// Begins the run of a plan, or goes on with the one that was begun: journals every row that goes, in one
  /// transaction, and returns. What follows is reported as `SyncEvent.run`.
  ///
  /// - Parameter including: held rows that go all the same, by their places; `excluding`: rows that are left out.
  /// - Parameter takeBackTime: how long a run of payments waits before its first request.
  package func begin(
    _ plan: Plan, including: Set<Int> = [], excluding: Set<Int> = [], takeBackTime: Duration = .seconds(5)
  ) throws(BulkFailure) -> RunSnapshot { throw .nothingToDo }

  /// Tells a run what to do; answers how it stands then. A run of an earlier program is taken up by `resume`.
  package func control(_ run: PlanID, _ command: RunCommand) throws(BulkFailure) -> RunSnapshot { throw .unknownRun }

  /// A run as it stands, of this program or an earlier one: what is kept of it, with what the journal knows.
  package func snapshot(_ run: PlanID) throws(BulkFailure) -> RunSnapshot { throw .unknownRun }

  /// The runs that are kept, the newest first.
  package func runs(limit: Int) throws(BulkFailure) -> [RunSummary] { [] }

  /// Returns when a run moves no more by itself: through, paused or taken back.
  package func untilStill(_ run: PlanID) async throws(BulkFailure) -> RunSnapshot { throw .unknownRun }
}
