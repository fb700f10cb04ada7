import Glibc

/// Reads small text files whole.
enum TextFile {
  /// Why a file could not be read.
  enum Problem: Error, Hashable {
    case missing
    case tooLong
    case notUTF8
    /// As the system words it: `Permission denied`.
    case system(String)

    /// As the end of a sentence.
    var reason: String {
      switch self {
      case .missing: "it is not there"
      case .tooLong: "it is longer than any such file"
      case .notUTF8: "it is not UTF-8"
      case .system(let words): words
      }
    }
  }

  /// - Parameter limit: in bytes.
  static func read(_ path: String, limit: Int = 1 << 20) throws(Problem) -> String {
    let descriptor = try open(path)
    defer { close(descriptor) }
    return try read(descriptor, limit: limit)
  }

  /// Opens a regular file for reading. A pipe would make the start wait for whoever writes to it.
  static func open(_ path: String) throws(Problem) -> Int32 {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .system(SystemWords.last) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .system("it is not a file")
    }
    return descriptor
  }

  static func read(_ descriptor: Int32, limit: Int) throws(Problem) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(SystemWords.last) }
      if count == 0 { break }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw .tooLong }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    return text
  }
}

/// The system's own words for its last refusal.
enum SystemWords {
  static var last: String { String(cString: strerror(errno)) }
}
