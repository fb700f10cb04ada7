import Glibc
import Store
import Synchronization

/// How far a run has come, on standard error where that is a terminal. Any thread may tell it.
final class RunProgress: Sendable {
  private struct State {
    var finished: Set<Int> = []
    var hasWritten = false
  }

  private let rows: Int
  private let isShown = isatty(STDERR_FILENO) == 1
  private let state = Mutex(State())

  init(rows: Int) { self.rows = rows }

  func take(_ change: RunChange) {
    guard isShown else { return }
    state.withLock { state in
      for (place, row) in change.rows where row.state.isFinished { state.finished.insert(place) }
      state.hasWritten = true
      let left = change.secondsLeft.map { ", about \($0) s left" } ?? ""
      StandardStream.pass("\r\(state.finished.count) of \(rows)\(left)\u{1B}[K", to: STDERR_FILENO)
    }
  }

  func end() {
    if state.withLock({ $0.hasWritten }) { StandardStream.pass("\r\u{1B}[K", to: STDERR_FILENO) }
  }
}
