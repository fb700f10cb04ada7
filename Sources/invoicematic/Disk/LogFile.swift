import Glibc

/// Where standard error goes while the screen is up: a file for its owner alone, of a bounded size.
///
/// Beyond the limit its content moves to `….1`, whose own goes: when it is opened, before each line, and whenever the
/// program calls `turnOverIfLong`.
final class LogFile {
  let path: String
  /// The open file; the log's own until it is gone.
  let descriptor: Int32
  /// In bytes.
  private let limit: Int

  init(_ path: String, limit: Int = 1 << 20) throws(ProgramError) {
    self.path = path
    self.limit = limit
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw ProgramError(.cannotCreate, "The log \(path) cannot be opened: \(SystemWords.last).")
    }
    fchmod(descriptor, 0o600)
    turnOverIfLong()
  }

  deinit { close(descriptor) }

  /// Keeps a copy of a log that grew beyond the limit and empties it, so that standard error, which shares the open
  /// file, goes on in the same one.
  func turnOverIfLong() {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_size > limit else { return }
    let copy = open(path + ".1", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    let source = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    defer {
      close(copy)
      close(source)
    }
    if copy >= 0, source >= 0 { sendfile(copy, source, nil, Int(facts.st_size)) }
    ftruncate(descriptor, 0)
  }

  /// Adds one line, with everything in it that could act on a terminal that shows it replaced.
  func write(_ line: String) {
    turnOverIfLong()
    let bytes = Array((Sanitized.line(line) + "\n").utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }
}
