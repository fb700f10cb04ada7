/// The moments that the loop waits for; nothing runs while none is set.
struct Timers {
  private var moments: [TimerID: ContinuousClock.Instant] = [:]

  mutating func set(_ timer: TimerID, at moment: ContinuousClock.Instant) { moments[timer] = moment }
  func isSet(_ timer: TimerID) -> Bool { moments[timer] != nil }
  mutating func cancel(_ timer: TimerID) { moments[timer] = nil }

  /// How long until the next one; nil where none is set.
  func wait(from now: ContinuousClock.Instant) -> Duration? {
    moments.values.min().map { $0 > now ? now.duration(to: $0) : .zero }
  }

  /// Those whose moment has come, the earliest first; each is due once.
  mutating func due(at now: ContinuousClock.Instant) -> [TimerID] {
    let due = moments.filter { $0.value <= now }.sorted { $0.value < $1.value }.map(\.key)
    for timer in due { moments[timer] = nil }
    return due
  }

  /// The one with the earliest moment; nil where none is set.
  var next: TimerID? { moments.min { $0.value < $1.value }?.key }

  /// The next one whatever its moment: tests do not wait.
  mutating func takeNext() -> TimerID? {
    guard let next else { return nil }
    moments[next] = nil
    return next
  }
}
