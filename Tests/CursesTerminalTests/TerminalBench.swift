import CursesTerminal
import TerminalTestSupport
import TerminalUI
import Testing

/// Everything that runs ncurses: its state is global, so one test at a time.
@Suite(.serialized, .timeLimit(.minutes(1))) struct OnPseudoTerminal {}

/// A terminal of ours on one end of a pseudo-terminal, and at the other end a model of what a person would see.
final class TerminalBench {
  let pair: PseudoTerminalPair
  let terminal: CursesTerminal
  private(set) var screen: ScreenModel
  var theme: Theme

  init(
    width: Int = 80, height: Int = 24, environment: [String: String] = [:], theme: Theme = .builtIn,
    standardErrorLog: Int32? = nil
  ) throws {
    pair = try PseudoTerminalPair(width: width, height: height)
    screen = ScreenModel(width: width, height: height)
    self.theme = theme
    let variables = environment.merging(["TERM": "xterm-256color", "LANG": "C.UTF-8"]) { given, _ in given }
    terminal = try CursesTerminal(
      input: pair.terminal, output: pair.terminal, environment: TerminalEnvironment(variables),
      standardErrorLog: standardErrorLog)
  }

  /// Shows what was sent since the last call on the model, and returns the bytes.
  @discardableResult func receive() -> [UInt8] {
    let bytes = pair.read()
    screen.feed(bytes)
    return bytes
  }

  /// Draws a frame and returns what had to be sent for it.
  @discardableResult func draw(_ frame: Frame) -> [UInt8] {
    terminal.draw(frame, theme: theme)
    return receive()
  }

  /// Draws a frame with one line of text at the top left.
  @discardableResult func draw(_ text: String, role: Role = "text") -> [UInt8] {
    var frame = Frame(size: terminal.size)
    frame.write(text, x: 0, y: 0, role: role)
    return draw(frame)
  }

  /// Types bytes and returns the events that they make, waiting for as many.
  func type(_ keys: String, count: Int = 1) -> [TerminalEvent] {
    pair.type(keys.utf8)
    return events(count)
  }

  /// Waits for some events.
  func events(_ count: Int = 1) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    while events.count < count { events += terminal.events(waitingAtMost: nil) }
    return events
  }
}
