import Glibc

/// A line of the shell that takes something on its standard input, without the terminal.
struct ShellCommand {
  enum Problem: Error, Equatable {
    /// The system's number for what went wrong (errno).
    case unstartable(Int32)
    /// With the last line that it said.
    case failed(status: Int32, said: String)
    case timedOut(seconds: Int)

    /// A whole sentence.
    var sentence: String {
      switch self {
      case .unstartable(let number): "The command could not be started (\(String(cString: strerror(number))))."
      case .failed(let status, let said):
        "The command ended with status \(status)\(said.isEmpty ? "" : ": \(said)"). Nothing else changed."
      case .timedOut(let seconds): "The command took longer than \(seconds) s and was ended."
      }
    }
  }

  let line: String
  /// It is ended after so many.
  var seconds = 120

  /// Gives it all of the input and waits for its end; answers the last line that it said.
  func run(input: [UInt8]) async throws -> String {
    let child = try ShellChild(line)
    let deadline = ContinuousClock.now + .seconds(seconds)
    var rest = input[...]
    // It has ended when the system says so: a line that sends its output elsewhere closes ours and goes on reading.
    while child.status == nil {
      guard ContinuousClock.now < deadline else {
        child.end()
        throw Problem.timedOut(seconds: seconds)
      }
      // Called off, the next look at the child says how it stands.
      if !child.step(&rest) { try? await Task.sleep(for: .milliseconds(5)) }
    }
    child.hearOut()
    if let status = child.status, status != 0 { throw Problem.failed(status: status, said: child.lastLine) }
    return child.lastLine
  }
}

/// The process of such a line; nothing of it is ever waited for.
private final class ShellChild {
  private let process: pid_t
  private var input: Int32
  private let output: Int32
  private var said: [UInt8] = []
  private var ending: Int32?

  init(_ line: String) throws(ShellCommand.Problem) {
    let (toChild, fromChild) = (try Self.ends(), try Self.ends())
    defer {
      close(toChild[1])
      close(fromChild[1])
    }
    (input, output) = (toChild[0], fromChild[0])
    do {
      process = try Self.spawn(line, input: toChild[1], output: fromChild[1])
    } catch {
      close(toChild[0])
      close(fromChild[0])
      throw error
    }
    for end in [input, output] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  /// Sockets, unlike pipes, are written to without the signal that ends programs when nobody reads any more.
  private static func ends() throws(ShellCommand.Problem) -> [Int32] {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .unstartable(errno) }
    return ends
  }

  deinit {
    if input >= 0 { close(input) }
    close(output)
  }

  /// POSIX_SPAWN_SETSID of spawn.h, which Swift does not see: without a terminal nothing is drawn into the screen.
  private static let newSession: Int32 = 0x80

  private static func spawn(_ line: String, input: Int32, output: Int32) throws(ShellCommand.Problem) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    ChildSignals.restore(&attributes, and: Self.newSession)
    let words: [String] = ["/bin/sh", "-c", line]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let refusal = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments + [nil], environ)
    guard refusal == 0 else { throw .unstartable(refusal) }
    return child
  }

  /// Writes what it takes now and reads what it says; false where it did neither.
  func step(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let wrote = write(&rest)
    return read() || wrote
  }

  /// Reads what an ended child said last.
  func hearOut() { while read() {} }

  private func write(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard input >= 0 else { return false }
    guard !rest.isEmpty else { return closeInput() }
    let count = rest.withUnsafeBytes { send(input, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    if count > 0 {
      rest = rest.dropFirst(count)
      return true
    }
    // A command that wants no more may end well all the same.
    return errno == EAGAIN || errno == EINTR ? false : closeInput()
  }

  private func closeInput() -> Bool {
    close(input)
    input = -1
    return true
  }

  private func read() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = Glibc.read(output, &buffer, buffer.count)
    guard count > 0 else { return false }
    said = Array((said + buffer[..<count]).suffix(4_096))
    return true
  }

  /// How it ended, 128 and the signal's number where a signal ended it; nil while it runs.
  var status: Int32? {
    if ending == nil { ending = look(WNOHANG) }
    return ending
  }

  private func look(_ options: Int32) -> Int32? {
    var status: Int32 = 0
    guard waitpid(process, &status, options) == process else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// Ends it and all that it started.
  func end() {
    kill(-process, SIGKILL)
    ending = look(0)
  }

  var lastLine: String {
    let text = String(decoding: said, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).last.map { String($0.prefix(120)) } ?? ""
  }
}
