import Glibc

/// Folders that are their owner's alone.
enum PrivateDirectory {
  enum Problem: Error, Hashable {
    /// It is there and belongs to another user.
    case ofAnother(path: String)
    case notADirectory(path: String)
    case system(path: String, reason: String)
  }

  /// Makes a folder with all that leads to it, and closes it to others (0700).
  ///
  /// Folders on the way that are there already stay as they are.
  static func make(_ path: String) throws(Problem) {
    var built = ""
    for part in path.split(separator: "/") {
      built += "/" + part
      guard mkdir(built, 0o700) == 0 || errno == EEXIST || errno == EISDIR || access(built, F_OK) == 0 else {
        throw .system(path: built, reason: SystemWords.last)
      }
    }
    try close(path)
  }

  /// Makes a folder with a name that nobody knew before, below another: `/tmp/invoicematic-x3F9aQ`.
  static func makeFresh(below parent: String) throws(Problem) -> String {
    // mkdtemp(3) puts a name of its own in place of the six X.
    var template = Array("\(parent)/invoicematic-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .system(path: parent, reason: SystemWords.last) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func close(_ path: String) throws(Problem) {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { throw .system(path: path, reason: SystemWords.last) }
    // A link may point to a folder on another disk; whose folder that is decides.
    if facts.st_mode & S_IFMT == S_IFLNK { stat(path, &facts) }
    guard facts.st_mode & S_IFMT == S_IFDIR else { throw .notADirectory(path: path) }
    guard facts.st_uid == geteuid() else { throw .ofAnother(path: path) }
    guard facts.st_mode & 0o077 == 0 || chmod(path, 0o700) == 0 else {
      throw .system(path: path, reason: SystemWords.last)
    }
  }
}

extension ProgramError {
  init(_ problem: PrivateDirectory.Problem) {
    switch problem {
    case .ofAnother(let path):
      self.init(.cannotCreate, "\(path) belongs to another user, so nothing is kept there. Remove it or name another.")
    case .notADirectory(let path):
      self.init(.cannotCreate, "\(path) is no folder. Move it away, so that a folder can be made there.")
    case .system(let path, let reason):
      self.init(.cannotCreate, "The folder \(path) cannot be made: \(reason).")
    }
  }
}
