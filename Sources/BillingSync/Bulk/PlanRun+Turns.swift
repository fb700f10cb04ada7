import BillingAPI
import FoundationEssentials
import Store

/// Rows follow each other closely: while one whose write was answered is read back, the next one goes.
///
/// At any moment at most one request of a run writes, and at most one row before it is still being read back.
extension PlanRun {
  /// A row that went, until nothing more is asked for it.
  struct Turn: Sendable {
    let record: Int64
    let task: Task<Void, Never>
  }

  /// The next row while the run goes, else the end of the last one; false where nothing is left of either.
  func takeStep() async -> Bool {
    if case .running = snapshot.phase, let place = nextPlace {
      await take(place)
      return true
    }
    guard let last = turn else { return false }
    await last.task.value
    turn = nil
    return true
  }

  /// Begins a row, and returns when its write was answered, or when it ended without that.
  private func take(_ place: Int) async {
    let before = turn
    // What a row reads back of its record says nothing once the next one has changed it.
    if before?.record == plan.rows[place].record { await before?.task.value }
    let (answered, announce) = AsyncStream<Never>.makeStream()
    let task = Task { [intake] in
      await RunIntake.$current.withValue(intake) {
        await perform(place, behind: before?.task) { announce.finish() }
      }
      announce.finish()
    }
    turn = Turn(record: plan.rows[place].record, task: task)
    for await _ in answered {}
    await before?.task.value
  }
}
