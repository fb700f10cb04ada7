import CCurses
import Glibc

/// Keeps what libraries write to standard error off the screen: it goes to a log until it is given back.
final class StandardErrorRedirection {
  private let log: Int32
  private let original: Int32

  /// - Parameter log: an open descriptor, which stays the caller's.
  init?(to log: Int32?) {
    guard let log else { return nil }
    self.log = log
    original = terminal_duplicate(STDERR_FILENO)
    guard original >= 0 else { return nil }
  }

  deinit { close(original) }

  func begin() { dup2(log, STDERR_FILENO) }
  func end() { dup2(original, STDERR_FILENO) }
}
