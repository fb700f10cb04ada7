import Glibc

/// Lets one program at a time send for the same books: whoever holds the lock beside their file.
final class SenderLock: Sendable {
  private let descriptor: Int32?

  /// Nil while another program has it. Books in memory have no other program.
  init?(_ books: Books) {
    guard case .file(let path) = books.place else {
      descriptor = nil
      return
    }
    let opened = open(path + ".sender", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard opened >= 0 else { return nil }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      close(opened)
      return nil
    }
    descriptor = opened
  }

  deinit { if let descriptor { close(descriptor) } }
}
