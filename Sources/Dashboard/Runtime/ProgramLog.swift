import Glibc

/// Lines for whoever looks into a matter later: standard error, which is the program's log while the screen is up.
enum ProgramLog {
  /// Never holds a key. A log that cannot be written stops nothing.
  static func note(_ line: String) {
    let bytes = Array("invoicematic: \(line)\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
