import BillingAPI
import FoundationEssentials
import Store

/// Rows follow each other closely: while one is written, the next is looked at and prepared up to its last step; while
/// one whose write was answered is read back, the next one goes.
///
/// At any moment at most one request of a run writes, and at most one row before it is still being read back.
extension PlanRun {
  /// A row that was taken, until nothing more is asked for it.
  struct Turn: Sendable {
    let record: Int64
    let signals: Signals
    /// The row before it, which may still be read back while this one goes.
    let before: Task<Void, Never>?
    let task: Task<Void, Never>
  }

  /// How far a row has come.
  struct Signals: Sendable {
    /// Its write is on its way, or nothing of it goes.
    let sent = Signal()
    /// Its write was answered well, or it ended without that.
    let answered = Signal()

    func giveAll() {
      sent.give()
      answered.give()
    }
  }

  /// Seconds for which a row that is prepared may wait for the one before it: what it looked at may have changed then.
  private static let freshness: TimeInterval = 1

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

  /// Begins a row, and returns when its write is on its way, or when nothing of it goes.
  private func take(_ place: Int) async {
    let before = turn
    if before?.record == plan.rows[place].record {
      // What a row reads back of its record says nothing once the next one has changed it.
      await before?.task.value
      guard case .running = snapshot.phase, nextPlace == place else { return }
    }
    let signals = Signals()
    let task = Task { [intake] in
      await RunIntake.$current.withValue(intake) { await perform(place, signals, behind: before) }
      signals.giveAll()
    }
    turn = Turn(record: plan.rows[place].record, signals: signals, before: before?.task, task: task)
    await signals.sent.wait()
  }

  /// Whether a row that is prepared goes: when the one before it was answered, and where nobody stopped the run, took the
  /// row out of it or changed it meanwhile.
  func mayGo(_ place: Int, as intent: IntentID, _ signals: Signals, behind before: Turn?) async -> Bool {
    let prepared = now
    await before?.signals.answered.wait()
    await before?.before?.value
    guard snapshot.rows[place].intent == intent else { return false }
    // It goes again where its number turned out to be taken.
    if case .sending = snapshot.rows[place].state { return true }
    guard case .running = snapshot.phase, snapshot.rows[place].state.isWaiting,
      now.timeIntervalSince(prepared) < Self.freshness
    else { return false }
    send(place)
    signals.sent.give()
    return true
  }

  /// It is on its way.
  func send(_ place: Int) {
    snapshot.rows[place].state = .sending
    snapshot.rows[place].began = snapshot.rows[place].began ?? now
    note(place)
  }
}
