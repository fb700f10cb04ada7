import CCurses
import Glibc

/// ncurses at work on one terminal, from the first capability to the last byte of restoration.
///
/// ncurses keeps its state in globals: at most one session at a time, on one thread.
final class CursesSession {
  let isTruecolor: Bool
  private let screen: OpaquePointer
  private let input: UnsafeMutablePointer<FILE>
  private let output: UnsafeMutablePointer<FILE>
  private let frames: FrameOutput
  private var settings = termios()

  private static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"

  /// - Parameters:
  ///   - input: a descriptor of the terminal's keyboard; stays the caller's.
  ///   - output: a descriptor of the terminal's screen; stays the caller's.
  init(input: Int32, output: Int32, environment: TerminalEnvironment) throws(TerminalFailure) {
    guard isatty(input) == 1, tcgetattr(input, &settings) == 0 else { throw .inputIsNoTerminal }
    guard isatty(output) == 1 else { throw .outputIsNoTerminal }
    guard let type = environment.type else { throw .typeNotSet }
    (self.input, self.output) = try Self.streams(input: input, output: output)
    do throws(TerminalFailure) {
      (screen, isTruecolor) = try Self.open(type, environment, input: self.input, output: self.output)
    } catch {
      fclose(self.input)
      fclose(self.output)
      throw error
    }
    frames = FrameOutput(stream: fileno(self.output))
    setModes()
  }

  deinit {
    delscreen(screen)
    fclose(input)
    fclose(output)
  }

  /// A session on standard C streams of its own, so that closing them closes nobody else's descriptors.
  private static func streams(
    input: Int32, output: Int32
  ) throws(TerminalFailure) -> (UnsafeMutablePointer<FILE>, UnsafeMutablePointer<FILE>) {
    guard let reader = fdopen(terminal_duplicate(input), "r") else { throw .outOfDescriptors }
    guard let writer = fdopen(terminal_duplicate(output), "w") else {
      fclose(reader)
      throw .outOfDescriptors
    }
    return (reader, writer)
  }

  private static func open(
    _ type: String, _ environment: TerminalEnvironment, input: UnsafeMutablePointer<FILE>,
    output: UnsafeMutablePointer<FILE>
  ) throws(TerminalFailure) -> (OpaquePointer, isTruecolor: Bool) {
    if environment.hasTruecolor, let screen = truecolorScreen(input: input, output: output) { return (screen, true) }
    switch curses_describe_type(type, fileno(output)) {
    case CURSES_TYPE_USABLE: break
    case CURSES_TYPE_INCAPABLE: throw .incapableType(type)
    default: throw .unknownType(type)
    }
    guard let screen = newterm(type, output, input) else { throw .incapableType(type) }
    return (screen, false)
  }

  /// Starts with the embedded entry; nil where this ncurses cannot read it. The environment is as before afterwards,
  /// so that child processes meet the terminal under its own name.
  private static func truecolorScreen(
    input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>
  ) -> OpaquePointer? {
    let before = getenv(TruecolorEntry.variable).map { String(cString: $0) }
    setenv(TruecolorEntry.variable, TruecolorEntry.value, 1)
    defer {
      if let before { setenv(TruecolorEntry.variable, before, 1) } else { unsetenv(TruecolorEntry.variable) }
    }
    return newterm(TruecolorEntry.name, output, input)
  }

  private func setModes() {
    raw()
    noecho()
    nonl()
    turnOffFlowControl()
    typeahead(-1)
    leaveok(curses_standard_screen(), true)
    announceModes()
  }

  /// `^S` and `^Q` are keys of ours.
  private func turnOffFlowControl() {
    var modes = termios()
    guard tcgetattr(fileno(output), &modes) == 0 else { return }
    modes.c_iflag &= ~tcflag_t(IXON | IXOFF | IXANY | ISTRIP)
    tcsetattr(fileno(output), TCSANOW, &modes)
    def_prog_mode()
  }

  private func announceModes() {
    keypad(curses_standard_screen(), true)
    send(Self.pasteOn)
  }

  /// The size of the screen as ncurses knows it.
  var size: (width: Int32, height: Int32) { (curses_columns(), curses_lines()) }

  /// Adopts the size that the terminal's driver tells; false where it is the same as before or unknown.
  func adoptSize() -> Bool {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard terminal_size(fileno(output), &columns, &rows), (columns, rows) != (size.width, size.height) else {
      return false
    }
    return resizeterm(rows, columns) == OK
  }

  /// Writes bytes past ncurses, which has sent everything of its own after each frame.
  func send(_ text: String) {
    FrameOutput.write(Array(text.utf8)[...], to: fileno(output))
  }

  /// Sends what ncurses writes while `draw` runs in one piece.
  func sendFrame(_ draw: () -> Void) { frames.send(draw) }

  /// Gives the terminal back as it was found.
  func leave() {
    crash_guard_disarm()
    send(Self.pasteOff)
    endwin()
    // Without an ordinary screen to go back to, what comes next starts on a line of its own.
    if Capability.string("rmcup").isEmpty { send("\r\n") }
  }

  /// Takes the terminal again after `leave()`, showing the last frame at once.
  func enter() {
    clearok(curses_current_screen(), true)
    doupdate()
    announceModes()
    guardAgainstCrash()
  }

  /// Sets the modes anew after the process was stopped without warning and a shell may have set its own.
  func reclaim() {
    reset_prog_mode()
    announceModes()
  }

  /// Has the terminal restored should the program crash from now on.
  func guardAgainstCrash() {
    let sequence = restoration
    sequence.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress else { return }
        crash_guard_arm(frames.terminal, start, text.count, &settings)
      }
    }
  }

  /// What gives the screen back: plain characters, the caret, the keypad, the ordinary screen.
  private var restoration: [UInt8] {
    let leaving = Capability.string("rmcup")
    let sequence = [
      Capability.string("sgr0"), Self.pasteOff, Capability.string("rmkx"), Capability.string("cnorm"),
      leaving.isEmpty ? "\r\n" : leaving,
    ]
    return Array(sequence.joined().utf8)
  }
}
