import Synchronization

/// Tells a waiting journey that something happened; rung from any thread.
final class Bell: Sendable {
  private struct State {
    var isRung = false
    var waiting: CheckedContinuation<Bool, Never>?
  }

  private let state = Mutex(State())

  func ring() {
    let waiting = state.withLock { state in
      defer { state.waiting = nil }
      state.isRung = state.waiting == nil
      return state.waiting
    }
    waiting?.resume(returning: true)
  }

  /// Returns at the next ring, or at once where one was missed; false when none comes within the deadline.
  func wait(atMost deadline: Duration = .seconds(60)) async -> Bool {
    let guardian = Task { [self] in
      // A cancelled guardian has nothing to give up.
      guard (try? await Task.sleep(for: deadline)) != nil else { return }
      giveUp()
    }
    defer { guardian.cancel() }
    return await withCheckedContinuation { continuation in
      let wasRung = state.withLock { state in
        defer { state.isRung = false }
        if !state.isRung { state.waiting = continuation }
        return state.isRung
      }
      if wasRung { continuation.resume(returning: true) }
    }
  }

  private func giveUp() {
    let waiting = state.withLock { state in
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume(returning: false)
  }
}
