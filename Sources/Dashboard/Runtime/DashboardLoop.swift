import FoundationEssentials
import TerminalUI

/// The event loop: one thread that owns the state, waits for events, applies all that wait, and shows the frame.
///
/// At rest it sleeps in the terminal's wait; there is no tick.
package final class DashboardLoop {
  /// The status of a loop that ended because its books could not be opened.
  package static let nothingOpened: Int32 = 69

  private let terminal: any Terminal
  private let theme: Theme
  private let runner: EffectRunner
  private let queue: EventQueue
  private let environment: () -> Environment
  private let now: () -> ContinuousClock.Instant
  private let editor = TextEditor()
  private var timers = Timers()
  private var pacing = FramePacing()
  private var shown: Frame?
  package private(set) var state: State
  /// Why the loop ended: 0, or 128 and the signal that ended it; nil while it runs.
  package private(set) var exitStatus: Int32?

  /// `environment` is asked before every event: the day may have changed. By `now` timers come due; tests let it stand.
  package init(
    terminal: any Terminal, theme: Theme, state: State, queue: EventQueue, runner: EffectRunner,
    now: @escaping () -> ContinuousClock.Instant = { .now }, environment: @escaping () -> Environment
  ) {
    self.terminal = terminal
    self.theme = theme
    self.state = state
    self.queue = queue
    self.runner = runner
    self.now = now
    self.environment = environment
  }

  /// Runs until the user quits or the terminal goes away; returns the exit status.
  package func run(startingWith effects: [Effect]) -> Int32 {
    start(effects)
    while exitStatus == nil { step(waitingAtMost: timers.wait(from: now())) }
    return exitStatus ?? 0
  }

  /// Shows the first frame and begins the first work.
  package func start(_ effects: [Effect]) {
    show()
    perform(effects)
  }

  /// Waits for events at most so long, applies all of them and shows what they changed.
  package func step(waitingAtMost time: Duration?) {
    let arrived = terminal.events(waitingAtMost: time).map(Event.terminal)
    let events = arrived + queue.drain() + timers.due(at: now()).map(Event.timer)
    for event in events { apply(event) }
    guard exitStatus == nil, !events.isEmpty else { return }
    guard let moment = pacing.moment(forShowing: events, at: now()) else { return show() }
    if !timers.isSet(.frame) { timers.set(.frame, at: moment) }
  }

  /// Lets the next timer come due at once; false when none is set. Tests do not wait.
  package func fireNextTimer() -> Bool {
    guard let timer = timers.takeNext() else { return false }
    apply(.timer(timer))
    show()
    return true
  }

  /// The timer that comes due next.
  package var nextTimer: TimerID? { timers.next }

  package var isIdle: Bool { queue.isIdle }

  private func apply(_ event: Event) {
    guard exitStatus == nil else { return }
    if case .terminal(.hangup(let signal)) = event {
      // Nobody is left to answer: what was typed goes to disk, and that is all.
      runner.keepNow(state.forms.filter { $0.isChanged && !$0.isDraftSaved })
      exitStatus = 128 + signal
      return
    }
    perform(update(&state, event, environment()))
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      // Typing on and on must not put off what keeps the text.
      case .timer(.draft, _) where timers.isSet(.draft): break
      case .timer(let timer, let delay): timers.set(timer, at: now() + delay)
      case .cancelTimer(let timer): timers.cancel(timer)
      case .redraw: redraw()
      case .suspend: suspend()
      case .copy(let text): terminal.send(Clipboard.sequence(for: text))
      case .editText(let draft, let text): edit(text, draft)
      case .quit: quit()
      case .giveUp: exitStatus = Self.nothingOpened
      default: runner.perform(effect)
      }
    }
  }

  private func show() {
    timers.cancel(.frame)
    pacing.noteShown(at: now())
    let frame = view(state)
    guard frame != shown else { return }
    terminal.draw(frame, theme: theme)
    shown = frame
  }

  private func redraw() {
    terminal.invalidate()
    shown = nil
  }

  private func suspend() {
    runner.keepNow(state.forms.filter { $0.isChanged && !$0.isDraftSaved })
    if !terminal.suspend() {
      perform(state.inform(.information, "There is no shell to go back to: the program cannot be suspended here."))
    }
  }

  /// The screen belongs to the editor meanwhile: there is nothing to draw and nobody to wait for keys.
  private func edit(_ text: String, _ draft: String) {
    let edited = terminal.release { () -> EditedText in
      do throws(TextEditor.Failure) {
        return .saved(try editor.edit(text))
      } catch {
        return .failed(error.sentence)
      }
    }
    redraw()
    apply(.answer(.editedText(edited, draft: draft)))
  }

  private func quit() {
    runner.keepNow(state.forms.filter { $0.isChanged && !$0.isDraftSaved })
    exitStatus = 0
  }
}

/// Text for the user's clipboard through the terminal (xterm's OSC 52).
enum Clipboard {
  /// The most bytes of text: terminals of this family take 100,000 bytes, of which the base64 of it and 8 more are sent.
  static let limit = 74_994

  static func sequence(for text: String) -> String {
    "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}"
  }
}
