import Synchronization

/// Events on their way to the loop, posted from any thread; each post ends the loop's wait.
package final class EventQueue: Sendable {
  private struct Contents {
    var events: [Event] = []
    /// Effects that were begun and have not ended.
    var outstanding = 0
  }

  private let contents = Mutex(Contents())
  private let waker: @Sendable () -> Void

  package init(waker: @escaping @Sendable () -> Void) { self.waker = waker }

  package func post(_ event: Event) {
    contents.withLock { $0.events.append(event) }
    waker()
  }

  /// Everything that waits, oldest first.
  package func drain() -> [Event] {
    contents.withLock { contents in
      defer { contents.events = [] }
      return contents.events
    }
  }

  /// Runs work off the loop and counts it until it has ended.
  func run(priority: TaskPriority = .userInitiated, _ work: @escaping @Sendable () async -> Void) {
    contents.withLock { $0.outstanding += 1 }
    Task.detached(priority: priority) { [self] in
      await work()
      contents.withLock { $0.outstanding -= 1 }
      waker()
    }
  }

  /// True when nothing waits and no effect is under way: what a test waits for instead of sleeping.
  package var isIdle: Bool { contents.withLock { $0.events.isEmpty && $0.outstanding == 0 } }
}
