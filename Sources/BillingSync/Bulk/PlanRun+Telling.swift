import Foundation
import Store

/// What others are told of a run: gathered, so that a thousand rows do not wake a screen a thousand times.
extension PlanRun {
  private static let interval: TimeInterval = 0.1
  /// Seconds between two pages of what rows read: the larger they are, the fewer leaves of indexes are written anew.
  private static let flushInterval: TimeInterval = 0.5

  /// A row is otherwise than it was told.
  func note(_ place: Int) {
    untold.insert(place)
    guard telling == nil else { return }
    let next = toldAt.addingTimeInterval(Self.interval)
    if now >= next { return tell() }
    telling = Task {
      // Called off, somebody else tells.
      try? await surroundings.clock.sleep(until: next)
      if !Task.isCancelled { self.tell() }
    }
  }

  func enter(_ phase: RunPhase) {
    snapshot.phase = phase
    tell()
    flush()
    guard !phase.isMoving else { return }
    for listener in listeners { listener.resume(returning: snapshot) }
    listeners = []
  }

  func tell() {
    telling?.cancel()
    telling = nil
    toldAt = now
    let rows = Dictionary(uniqueKeysWithValues: untold.map { ($0, snapshot.rows[$0]) })
    untold = []
    snapshot.secondsLeft = secondsLeft
    let change = RunChange(run: plan.id, phase: snapshot.phase, rows: rows, secondsLeft: snapshot.secondsLeft)
    // What cannot be kept now is made up from the journal when the run is taken up again.
    try? local.keep(change, at: now)
    surroundings.report(.run(change))
    // In a run the outbox does not tell of each row: what waits is told as often as the run is.
    Task.detached { [outbox] in await outbox.reportQueue() }
    if now.timeIntervalSince(flushedAt) >= Self.flushInterval { flush() }
  }

  /// Until all rows are through, by how fast the last ones went; nil before the first was.
  private var secondsLeft: Int? {
    let rows = snapshot.rows
    return pace.map { Int(($0 * Double(rows.count { $0.state.isWaiting })).rounded(.up)) }
  }

  /// Takes into the mirror what rows read, beside the requests that follow.
  func flush() {
    flushedAt = now
    let (previous, intake, mirror, report) = (flushing, intake, surroundings.mirror, surroundings.report)
    flushing = Task.detached {
      await previous?.value
      for event in intake.flush(into: mirror) { report(event) }
    }
  }
}
