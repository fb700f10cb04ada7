import CCurses
import Glibc

/// Ends a wait of the event loop, from any thread.
///
/// It lives as long as anyone can still call it, so that a late call never meets a descriptor that was given to another.
final class WakeSignal: Sendable {
  let descriptor: Int32

  init() throws(TerminalFailure) {
    descriptor = terminal_make_wake()
    if descriptor < 0 { throw .outOfDescriptors }
  }

  deinit { close(descriptor) }

  func wake() { terminal_wake(descriptor) }

  /// Takes note of all calls so far.
  func clear() {
    var count: UInt64 = 0
    read(descriptor, &count, MemoryLayout.size(ofValue: count))
  }
}
