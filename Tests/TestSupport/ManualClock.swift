import BillingSync
import Foundation
import Synchronization

/// The clock of synchronisation: it stands until a test moves it, or lets it run: then nobody sleeps, time jumps.
package final class ManualClock: SyncClock {
  private struct Sleeper {
    let moment: Date
    let continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now: Date
    var sleepers: [UUID: Sleeper] = [:]
    var isRunning = false
    var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state: Mutex<State>

  package init(at now: Date = Date(timeIntervalSince1970: 1_790_000_000)) { state = Mutex(State(now: now)) }

  package var now: Date { state.withLock { $0.now } }
  /// How many wait for a later moment: timers that run.
  package var sleeping: Int { state.withLock { $0.sleepers.count } }

  package func sleep(until moment: Date) async throws {
    let id = UUID()
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { add(id, Sleeper(moment: moment, continuation: $0)) }
    } onCancel: {
      state.withLock { $0.sleepers.removeValue(forKey: id) }?.continuation.resume(throwing: CancellationError())
    }
  }

  /// Returns once so many timers run.
  package func untilSleeping(_ count: Int) async {
    await withCheckedContinuation { continuation in
      let isSo = state.withLock { state in
        if state.sleepers.count >= count { return true }
        state.watchers.append((count, continuation))
        return false
      }
      if isSo { continuation.resume() }
    }
  }

  package func advance(by seconds: TimeInterval) {
    let due = state.withLock { state in
      state.now += seconds
      let due = state.sleepers.filter { $0.value.moment <= state.now }
      for id in due.keys { state.sleepers.removeValue(forKey: id) }
      return due.values.map(\.continuation)
    }
    for continuation in due { continuation.resume() }
  }

  /// From here on every sleep is over at once, and the time is then what the sleeper waited for.
  package func run() {
    let due = state.withLock { state in
      state.isRunning = true
      state.now = max(state.now, state.sleepers.values.map(\.moment).max() ?? state.now)
      defer { state.sleepers = [:] }
      return state.sleepers.values.map(\.continuation)
    }
    for continuation in due { continuation.resume() }
  }

  package func stand() { state.withLock { $0.isRunning = false } }

  private func add(_ id: UUID, _ sleeper: Sleeper) {
    let isOver = state.withLock { state in
      if state.isRunning { state.now = max(state.now, sleeper.moment) }
      if sleeper.moment <= state.now || Task.isCancelled { return true }
      state.sleepers[id] = sleeper
      return false
    }
    guard isOver else { return tellWatchers() }
    if Task.isCancelled {
      sleeper.continuation.resume(throwing: CancellationError())
    } else {
      sleeper.continuation.resume()
    }
  }

  private func tellWatchers() {
    let satisfied = state.withLock { state in
      let satisfied = state.watchers.filter { $0.count <= state.sleepers.count }
      state.watchers.removeAll { $0.count <= state.sleepers.count }
      return satisfied
    }
    for watcher in satisfied { watcher.continuation.resume() }
  }
}
