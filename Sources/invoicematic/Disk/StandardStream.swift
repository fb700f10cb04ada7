import Glibc
import TerminalUI

/// Text made harmless for a terminal: names of files and words of servers may hold anything.
enum Sanitized {
  static func line(_ text: String) -> String { DisplayText.sanitized(text) }

  /// The same, line by line.
  static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { DisplayText.sanitized($0) }
      .joined(separator: "\n")
  }
}

/// What the program says outside the screen.
enum StandardStream {
  static func say(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// One sentence, after the program's name.
  static func complain(_ error: ProgramError) {
    write("invoicematic: \(Sanitized.line(error.message))", to: STDERR_FILENO)
  }

  /// Something beside the answer, for a person who looks on.
  static func note(_ text: String) { write(text, to: STDERR_FILENO) }

  static func write(_ text: String, to descriptor: Int32) { pass(Sanitized.lines(text) + "\n", to: descriptor) }

  /// Bytes as they are: for programs that read them.
  ///
  /// - Returns: the number of the error that kept some of them back; nil where all went, or nobody reads any more.
  @discardableResult
  static func pass(_ text: String, to descriptor: Int32) -> Int32? {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 && errno != EPIPE ? errno : nil }
      bytes = bytes.dropFirst(count)
    }
    return nil
  }
}
