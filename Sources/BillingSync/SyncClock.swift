import Foundation

/// The time as synchronisation sees it: tests put in a clock that they move by hand.
package protocol SyncClock: Sendable {
  var now: Date { get }
  /// Returns at that moment, or at once when it has passed. Throws where the task is cancelled.
  func sleep(until moment: Date) async throws
}

/// The clock of the machine.
package struct SystemSyncClock: SyncClock {
  package init() {}

  package var now: Date { Date() }

  package func sleep(until moment: Date) async throws {
    let seconds = moment.timeIntervalSince(now)
    guard seconds > 0 else { return try Task.checkCancellation() }
    try await Task.sleep(for: .seconds(seconds))
  }
}
