import Glibc

/// Runs the line of `api_key_command` with `/bin/sh -c` and takes the first line that it prints.
///
/// It keeps the terminal, so that a password manager can ask; what it says on standard error is seen.
struct KeyCommand {
  let line: String
  /// It is ended after so many.
  let seconds: Int

  func firstLine() throws(KeyProblem) -> String {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .commandUnstartable(reason: SystemWords.last) }
    defer { close(ends[0]) }
    let started = Result { () throws(KeyProblem) in try start(output: ends[1], unused: ends[0]) }
    close(ends[1])
    let child = try started.get()
    let output = read(ends[0], until: ContinuousClock.now + .seconds(seconds))
    guard let output else {
      kill(child, SIGKILL)
      _ = status(of: child)
      throw .commandTimedOut(seconds: seconds)
    }
    let status = status(of: child)
    guard status == 0 else { throw .commandFailed(status: status) }
    return String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  private func start(output: Int32, unused: Int32) throws(KeyProblem) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, output)
    posix_spawn_file_actions_addclose(&actions, unused)
    let words: [String] = ["/bin/sh", "-c", line]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    var child = pid_t()
    let refusal = posix_spawn(&child, "/bin/sh", &actions, nil, arguments + [nil], environ)
    guard refusal == 0 else { throw .commandUnstartable(reason: String(cString: strerror(refusal))) }
    return child
  }

  /// What is printed until the end; nil when the time is up first. More than 4096 bytes are not kept.
  private func read(_ descriptor: Int32, until deadline: ContinuousClock.Instant) -> [UInt8]? {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return nil }
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wait, 1, Int32(clamping: left.components.seconds * 1000 + 1))
      if ready <= 0 { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return output }
      if output.count < 4096 { output += buffer[..<count] }
    }
  }

  /// The status that the command ends with; 128 and the signal's number where a signal ended it.
  private func status(of child: pid_t) -> Int {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
  }
}
