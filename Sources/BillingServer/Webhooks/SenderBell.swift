internal import Synchronization

/// Wakes the sender of webhooks when something was queued in this program, so that it need not look all the time.
final class SenderBell: Sendable {
  private struct State {
    var isRung = false
    var waiting: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  func ring() {
    let waiting = state.withLock { state in
      if state.waiting == nil { state.isRung = true }
      return state.waiting.take()
    }
    waiting?.resume()
  }

  /// Returns when it was rung since the last time, when `limit` has passed, or when the task was cancelled.
  ///
  /// For one who waits at a time. Without a limit nothing ticks meanwhile.
  func wait(atMost limit: Duration?) async {
    let timer = limit.map { limit in
      Task {
        // A cancelled timer has nothing to say.
        guard (try? await Task.sleep(for: limit)) != nil else { return }
        ring()
      }
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isRung = state.withLock { state in
          guard !state.isRung, !Task.isCancelled else {
            state.isRung = false
            return true
          }
          state.waiting = continuation
          return false
        }
        if isRung { continuation.resume() }
      }
    } onCancel: {
      ring()
    }
    timer?.cancel()
  }
}
