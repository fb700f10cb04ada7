import CPseudoTerminal
import Glibc

/// A program running in a pseudo-terminal, driven as a person would: keys in, screen out.
///
/// Waiting is for what the screen shows or for the end of the program, with a deadline, never for a time. It reads the
/// program's output whenever it is asked something; it belongs to one thread.
package final class PseudoTerminal {
  /// How a program ended.
  package enum ExitStatus: Hashable, Sendable {
    case code(Int32)
    case signal(Int32)
  }

  package enum Failure: Error, CustomStringConvertible {
    case cannotOpen
    case cannotStart(String)
    /// What was waited for, and the screen at the deadline.
    case timedOut(waitingFor: String, screen: String)

    package var description: String {
      switch self {
      case .cannotOpen: "no pseudo-terminal could be opened"
      case .cannotStart(let path): "\(path) could not be started"
      case .timedOut(let goal, let screen): "waited in vain for \(goal); the screen shows:\n\(screen)"
      }
    }
  }

  package let process: pid_t
  /// Every byte that the program wrote.
  package private(set) var output: [UInt8] = []
  /// The terminal's settings before the program started.
  package let initialSettings: TerminalSettings
  private let pair: PseudoTerminalPair
  private let watch: Int32
  private var model: ScreenModel
  private var status: ExitStatus?

  /// Starts a program on a terminal of a size, with exactly this environment and `TERM=xterm-256color` if it names none.
  package init(
    executable: String, arguments: [String] = [], environment: [String: String] = [:],
    size: (width: Int, height: Int) = (80, 24)
  ) throws {
    pair = try PseudoTerminalPair(width: size.width, height: size.height)
    initialSettings = pair.settings
    model = ScreenModel(width: size.width, height: size.height)
    let variables = environment.merging(["TERM": "xterm-256color"]) { given, _ in given }
    process = Self.spawn(
      executable, [executable] + arguments, variables.map { "\($0.key)=\($0.value)" }, at: pair.terminal)
    guard process > 0 else { throw Failure.cannotStart(executable) }
    watch = pseudo_terminal_watch(process)
  }

  deinit {
    if watch >= 0 { close(watch) }
    var number: Int32 = 0
    if status == nil, !pseudo_terminal_reap(process, &number) {
      kill(process, SIGKILL)
      waitpid(process, &number, 0)
    }
  }

  private static func spawn(_ path: String, _ arguments: [String], _ environment: [String], at terminal: Int32) -> pid_t
  {
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { (words + variables).forEach { free($0) } }
    return pseudo_terminal_spawn(terminal, path, &words, &variables)
  }

  /// The screen as it is now.
  package var screenModel: ScreenModel {
    drain()
    return model
  }

  /// The rows of the screen as it is now, without the blanks at their ends.
  package var screen: [String] { screenModel.lines }

  /// The terminal's settings now: compare them with `initialSettings`.
  package var terminalSettings: TerminalSettings { pair.settings }

  /// Types keys: `"j"`, `"\u{1B}[A"`, `"\r"`.
  package func send(_ keys: String) {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(pair.controller, $0.baseAddress, $0.count) }
      if count < 0, errno != EAGAIN, errno != EINTR { return }
      if count < 0 { drain() }
      bytes = bytes.dropFirst(max(0, count))
    }
  }

  package func resize(width: Int, height: Int) {
    drain()
    model.resize(width: width, height: height)
    pair.resize(width: width, height: height)
  }

  package func signal(_ number: Int32) { kill(process, number) }

  /// Takes the terminal away, as closing its window does.
  package func hangUp() { pair.close() }

  /// Waits until the screen shows a text.
  package func waitFor(_ text: String, timeout: Duration = .seconds(10)) throws {
    try waitUntil("“\(text)”", timeout: timeout) { $0.text.contains(text) }
  }

  /// Waits until the screen is as described.
  package func waitUntil(
    _ goal: String, timeout: Duration = .seconds(10), _ isReached: (ScreenModel) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + timeout
    drain()
    while !isReached(model) {
      guard status == nil, waitForChange(until: deadline) else {
        throw Failure.timedOut(waitingFor: goal, screen: model.text)
      }
    }
  }

  /// Waits until the program ended, and tells how.
  package func waitForExit(timeout: Duration = .seconds(10)) throws -> ExitStatus {
    let deadline = ContinuousClock.now + timeout
    while status == nil {
      guard waitForChange(until: deadline) else {
        throw Failure.timedOut(waitingFor: "the end of the program", screen: model.text)
      }
    }
    drain()
    return status ?? .code(-1)
  }

  /// Waits for output or the end of the program; false when the time is over.
  private func waitForChange(until deadline: ContinuousClock.Instant) -> Bool {
    let left = ContinuousClock.now.duration(to: deadline)
    guard left > .zero else { return false }
    var waits = [
      pollfd(fd: pair.controller, events: Int16(POLLIN), revents: 0),
      pollfd(fd: watch, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
    poll(&waits, nfds_t(waits.count), Int32(clamping: milliseconds + 1))
    drain()
    if waits[1].revents != 0 { reap() }
    return true
  }

  private func reap() {
    var number: Int32 = 0
    guard pseudo_terminal_reap(process, &number) else { return }
    drain()
    status = number < 0 ? .signal(-number) : .code(number)
  }

  private func drain() {
    let bytes = pair.read()
    output += bytes
    model.feed(bytes)
  }
}
