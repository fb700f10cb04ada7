import FoundationEssentials

/// How long to wait before something that failed is tried again: 2 s, then twice as long each time, at most a minute.
enum Backoff {
  /// `attempt` counts from 1. A service that says how long to wait is believed, up to an hour.
  static func delay(attempt: Int, after failure: ServiceFailure) -> TimeInterval {
    if case .tooManyRequests(_, let seconds?) = failure { return TimeInterval(min(max(seconds, 1), 3600)) }
    let doublings = min(max(attempt, 1), 6) - 1
    return min(TimeInterval(2 << doublings), 60)
  }
}
