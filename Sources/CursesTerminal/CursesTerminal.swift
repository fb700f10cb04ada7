import CCurses
import Glibc
import TerminalUI

/// The real screen and keyboard: draws with ncurses, reads and decodes keys by itself.
///
/// All of it belongs to one thread, and there is one at a time in a process: ncurses and signals are global. From `init`
/// to `close()` it holds the terminal, the signals that concern it, and standard error if there is a log for it.
package final class CursesTerminal: Terminal {
  /// How many colours the terminal shows; themes adapt to it.
  package var colorDepth: ColorDepth { painter.palette.depth }
  /// Whether the terminal takes UTF-8; where it does not, frames are drawn in ASCII.
  package let isUnicode: Bool
  package let waker: @Sendable () -> Void

  var session: CursesSession?
  let signals: SignalPipe
  let input: Int32
  var painter: FramePainter
  /// The size that the application knows.
  var toldSize = Size(width: 0, height: 0)
  /// Events that wait for the next call of `events`.
  var queue: [TerminalEvent] = []
  private let wakeSignal: WakeSignal
  private let standardError: StandardErrorRedirection?
  private var keyboard: Keyboard
  private var mustRepaint = false

  /// Takes the terminal: raw keys, no echo, the alternate screen with the first frame.
  ///
  /// - Parameters:
  ///   - input: the descriptor of the keyboard.
  ///   - output: the descriptor of the screen.
  ///   - standardErrorLog: an open descriptor that takes standard error while the screen is up; stays the caller's.
  /// - Throws: `TerminalFailure`; then nothing was changed.
  package init(
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, environment: TerminalEnvironment = .current,
    standardErrorLog: Int32? = nil
  ) throws(TerminalFailure) {
    let wakeSignal = try WakeSignal()
    isUnicode = CharacterEncoding.adopt(environment)
    // Before ncurses starts: signals that are caught already are left to us.
    signals = try SignalPipe()
    let session: CursesSession
    do throws(TerminalFailure) {
      session = try CursesSession(input: input, output: output, environment: environment)
    } catch {
      signals.release()
      throw error
    }
    painter = FramePainter(
      palette: Palette(isTruecolor: session.isTruecolor, refusesColor: environment.refusesColor))
    keyboard = Keyboard(descriptor: input, isRemote: environment.isRemote)
    standardError = StandardErrorRedirection(to: standardErrorLog)
    (self.input, self.session, self.wakeSignal) = (input, session, wakeSignal)
    waker = { wakeSignal.wake() }
    _ = session.adoptSize()
    guard size.width > 0, size.height > 0 else {
      close()
      throw .sizeUnknown
    }
    toldSize = size
    hold()
  }

  deinit { close() }

  package var size: Size {
    Size(width: Int(curses_columns()), height: Int(curses_lines()))
  }

  package func events(waitingAtMost time: Duration?) -> [TerminalEvent] {
    let end = time.map { ContinuousClock.now + $0 }
    while true {
      let now = ContinuousClock.now
      let limits = [end, keyboard.deadline, queue.isEmpty ? nil : now].compactMap(\.self)
      let ready = Wait.forInput([input, signals.descriptor, wakeSignal.descriptor], until: limits.min())
      collect(from: ready)
      let isOver = end.map { $0 <= .now } ?? false
      if !queue.isEmpty || isOver || ready.contains(wakeSignal.descriptor) { break }
    }
    defer { queue.removeAll() }
    return queue.coalescingResizes
  }

  private func collect(from ready: [Int32]) {
    if ready.contains(wakeSignal.descriptor) { wakeSignal.clear() }
    if ready.contains(signals.descriptor) { signals.take().forEach(handle) }
    if ready.contains(input) {
      queue += keyboard.read()
    } else {
      queue += keyboard.giveUpWaiting(at: .now)
    }
  }

  package func draw(_ frame: Frame, theme: Theme) {
    guard let session else { return }
    session.sendFrame {
      painter.paint(isUnicode ? frame : GlyphSet.asciiOnly(frame), theme: theme, repaints: mustRepaint)
    }
    mustRepaint = false
  }

  package func send(_ sequence: String) { session?.send(sequence) }

  package func invalidate() {
    mustRepaint = true
    painter.invalidate()
  }

  package func close() {
    guard let session else { return }
    giveBack(session)
    self.session = nil
    crash_guard_remove()
    signals.release()
  }

  /// What is held while the screen is up.
  func hold() {
    session?.guardAgainstCrash()
    standardError?.begin()
  }

  /// Gives back what `hold()` took, and the screen.
  func giveBack(_ session: CursesSession) {
    session.leave()
    standardError?.end()
  }
}

extension [TerminalEvent] {
  /// Without the resizes that a later one overtook.
  fileprivate var coalescingResizes: [TerminalEvent] {
    let last = lastIndex(where: \.isResize)
    return indices.filter { $0 == last || !self[$0].isResize }.map { self[$0] }
  }
}

extension TerminalEvent {
  fileprivate var isResize: Bool {
    if case .resize = self { true } else { false }
  }
}
