import Glibc

/// A file that a person named to be read whole.
enum NamedFile {
  /// Why it could not be read, as the end of a sentence.
  struct Problem: Error, Equatable { let reason: String }

  /// The most bytes that are read: a plan of 100,000 rows has 80 MB.
  private static let limit = 128 << 20

  static func read(_ path: String) throws(Problem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw last }
    defer { close(descriptor) }
    var facts = stat()
    // Pipes and devices would make everybody wait.
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw Problem(reason: "it is no file")
    }
    return try read(descriptor)
  }

  private static func read(_ descriptor: Int32) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw last }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= limit else { throw Problem(reason: "it is longer than any such file") }
    }
  }

  private static var last: Problem { Problem(reason: String(cString: strerror(errno))) }
}
