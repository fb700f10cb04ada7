import BillingAPI
import BillingClient
import FoundationEssentials

/// Counts the requests of the last minute: the background keeps within so many, and what a person waits for does not
/// wait. While the service asks for rest nothing leaves at all.
actor RequestBudget: RequestGate {
  private let limit: Int
  private let clock: any SyncClock
  /// When the requests of the last minute left, oldest first.
  private var departures: [Date] = []
  private var restUntil: Date?

  /// - Parameter limit: requests in any minute; 0 for any number.
  init(limit: Int, clock: any SyncClock) {
    self.limit = limit
    self.clock = clock
  }

  /// When a background request may leave, if not now.
  var nextTurn: Date? {
    let now = clock.now
    departures.removeAll { now.timeIntervalSince($0) >= Self.window }
    let rest = restUntil.flatMap { $0 > now ? $0 : nil }
    guard limit > 0, departures.count >= limit else { return rest }
    let free = departures[departures.count - limit].addingTimeInterval(Self.window)
    return max(free, rest ?? free)
  }

  /// Returns when a background request may leave, and counts it. Throws where the task is cancelled.
  func takeTurn() async throws {
    while let moment = nextTurn { try await clock.sleep(until: moment) }
    note()
  }

  func refusal(of urgency: RequestUrgency) -> APIError? {
    if let restUntil, restUntil > clock.now {
      let seconds = restUntil.timeIntervalSince(clock.now).rounded(.up)
      return .tooManyRequests(message: "The service asked to be left alone.", retryAfter: .seconds(seconds))
    }
    if urgency == .foreground { note() }
    return nil
  }

  func rest(for time: Duration) {
    let moment = clock.now.addingTimeInterval(TimeInterval(time.components.seconds))
    restUntil = max(restUntil ?? moment, moment)
  }

  private func note() {
    // Without a limit nobody asks how many there were.
    if limit > 0 { departures.append(clock.now) }
  }

  private static let window: TimeInterval = 60
}
