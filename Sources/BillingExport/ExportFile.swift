internal import Glibc

/// A file that an export is written to: beside its place first, and put there when it is whole.
///
/// It gets the permissions that the user's mask leaves, as every file that somebody asks for by name.
package final class ExportFile {
  /// Why an export was not written; nothing is left behind, and what was there before is untouched.
  package enum Problem: Error, Hashable, Sendable {
    /// A file of that name is there, and nobody said that it may be replaced.
    case exists(String)
    /// The system's number for what went wrong (errno).
    case failed(String, number: Int32)
  }

  private let path: String
  private let fresh: String
  private let replaces: Bool
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  /// Opens it; throws `exists` at once where that is known already.
  package init(_ path: String, replacing: Bool = false) throws(Problem) {
    self.path = path
    replaces = replacing
    fresh = "\(path).\(getpid()).part"
    if !replacing, access(path, F_OK) == 0 { throw .exists(path) }
    descriptor = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .failed(path, number: errno) }
  }

  deinit { giveUp() }

  package func write(_ text: String) throws(Problem) {
    buffer += Array(text.utf8)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Puts the whole file in its place, on the disk.
  package func finish() throws(Problem) {
    try flush()
    guard fsync(descriptor) == 0 else { throw failure() }
    // A link is refused where a file of that name came up meanwhile; a rename would go over it.
    guard (replaces ? rename(fresh, path) : link(fresh, path)) == 0 else {
      throw errno == EEXIST ? .exists(path) : failure()
    }
    giveUp()
  }

  private func flush() throws(Problem) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure() }
      rest = rest.dropFirst(count)
    }
    buffer = []
  }

  private func failure() -> Problem { .failed(path, number: errno) }

  private func giveUp() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
    unlink(fresh)
  }
}
