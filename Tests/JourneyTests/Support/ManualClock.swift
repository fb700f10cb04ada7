import BillingSync
import Foundation
import Synchronization

/// The clock of synchronisation: it stands until a journey moves it, or lets it run: then nobody sleeps, time jumps.
final class ManualClock: SyncClock {
  private struct Sleeper {
    let moment: Date
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now = Date(timeIntervalSince1970: 1_773_835_200)  // 2026-03-18, noon UTC
    var sleepers: [UUID: Sleeper] = [:]
    var cancelled: Set<UUID> = []
    var isRunning = false
  }

  private let state = Mutex(State())

  var now: Date { state.withLock { $0.now } }

  func sleep(until moment: Date) async throws {
    let id = UUID()
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { add(id, Sleeper(moment: moment, continuation: $0)) }
    } onCancel: {
      cancel(id)
    }
  }

  func advance(by seconds: TimeInterval) {
    let due = state.withLock { state in
      state.now += seconds
      let due = state.sleepers.filter { $0.value.moment <= state.now }
      for id in due.keys { state.sleepers.removeValue(forKey: id) }
      return due.values.map(\.continuation)
    }
    for continuation in due { continuation.resume() }
  }

  /// From here on every sleep is over at once, and the time is then what the sleeper waited for.
  func run() {
    let due = state.withLock { state in
      state.isRunning = true
      state.now = max(state.now, state.sleepers.values.map(\.moment).max() ?? state.now)
      defer { state.sleepers = [:] }
      return state.sleepers.values.map(\.continuation)
    }
    for continuation in due { continuation.resume() }
  }

  func stand() { state.withLock { $0.isRunning = false } }

  private func cancel(_ id: UUID) {
    let sleeper = state.withLock { state in
      state.cancelled.insert(id)
      return state.sleepers.removeValue(forKey: id)
    }
    sleeper?.continuation.resume(throwing: CancellationError())
  }

  private func add(_ id: UUID, _ sleeper: Sleeper) {
    let outcome: Result<Void, any Error>? = state.withLock { state in
      if state.cancelled.contains(id) { return .failure(CancellationError()) }
      if state.isRunning { state.now = max(state.now, sleeper.moment) }
      if sleeper.moment <= state.now { return .success(()) }
      state.sleepers[id] = sleeper
      return nil
    }
    if let outcome { sleeper.continuation.resume(with: outcome) }
  }
}
