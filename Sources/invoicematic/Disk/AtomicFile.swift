import Dashboard
import Glibc

/// Replaces a small text file as a whole: whoever reads it finds what was or what is, never a part.
struct AtomicFile {
  let path: String

  /// Keeps the permissions that the file has; a new one is for its owner alone (0600).
  func write(_ text: String) throws(ViewsProblem) {
    let fresh = "\(path).\(getpid())"
    let descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw problem }
    let isWritten = fill(descriptor, text)
    close(descriptor)
    guard isWritten, rename(fresh, path) == 0 else {
      let reason = problem
      unlink(fresh)
      throw reason
    }
  }

  private func fill(_ descriptor: Int32, _ text: String) -> Bool {
    var facts = stat()
    if stat(path, &facts) == 0 { fchmod(descriptor, facts.st_mode & 0o777) }
    let bytes = Array(text.utf8)
    return Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
  }

  private var problem: ViewsProblem {
    ViewsProblem("\(path) cannot be written (\(SystemWords.last)): nothing was saved.")
  }
}
