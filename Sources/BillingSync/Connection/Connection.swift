import FoundationEssentials

/// Knows whether the service answers, and tries again by itself when it does not.
///
/// No timer runs while the service answers or while only a person can mend what is wrong.
actor Connection {
  private(set) var state: ConnectionState = .unknown
  private let clock: any SyncClock
  private let report: @Sendable (SyncEvent) -> Void
  /// Losses in a row, each within a minute of the service being back.
  private var attempts = 0
  /// When it was found back last.
  private var backSince: Date?
  private var timer: Task<Void, Never>?
  private var reconnect: (@Sendable () async -> Void)?

  init(clock: any SyncClock, report: @escaping @Sendable (SyncEvent) -> Void) {
    self.clock = clock
    self.report = report
  }

  /// What is done when it is time to try again; it ends in `reached` or `lost`.
  func onRetry(_ work: @escaping @Sendable () async -> Void) { reconnect = work }

  /// The service answered. Answers true where it did not before.
  @discardableResult
  func reached() -> Bool {
    let wasLive = if case .live = state { true } else { false }
    if !wasLive { backSince = clock.now }
    timer?.cancel()
    timer = nil
    state = .live(since: clock.now)
    report(.connection(state))
    return !wasLive
  }

  /// The service did not answer, or not usefully.
  ///
  /// - Parameter concernsAll: it was asked what every key may ask, so that no other answer can be hoped for either.
  func lost(_ failure: ServiceFailure, concernsAll: Bool = false) {
    guard failure.meansOff || (concernsAll && !failure.isCancellation) else { return }
    guard failure.isPassing else { return turnOff(failure, retryAt: nil) }
    if case .off(_, .some) = state, timer != nil { return }
    if let backSince, clock.now.timeIntervalSince(backSince) >= Self.steadyTime { attempts = 0 }
    attempts += 1
    let moment = clock.now.addingTimeInterval(Backoff.delay(attempt: attempts, after: failure))
    turnOff(failure, retryAt: moment)
    timer = Task { await retry(at: moment) }
  }

  func stop() {
    timer?.cancel()
    timer = nil
    reconnect = nil
  }

  /// Seconds. A service that knows the key and then fails over every list must not be asked every two seconds for ever.
  private static let steadyTime: TimeInterval = 60

  private func turnOff(_ failure: ServiceFailure, retryAt: Date?) {
    state = .off(failure, retryAt: retryAt)
    report(.connection(state))
  }

  private func retry(at moment: Date) async {
    do {
      try await clock.sleep(until: moment)
    } catch {
      return
    }
    timer = nil
    await reconnect?()
  }
}
