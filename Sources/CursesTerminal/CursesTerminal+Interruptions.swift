import CCurses
import Glibc
import TerminalUI

/// What interrupts the screen: signals, job control, another program on the same terminal.
extension CursesTerminal {
  /// Turns a signal into what it means for the application.
  func handle(signal: Int32) {
    switch signal {
    case SIGWINCH: adoptSize()
    case SIGCONT: goOn()
    case SIGTSTP: _ = suspend()
    default: queue.append(.hangup(signal: signal))
    }
  }

  /// ncurses takes a new size by itself as it comes back to the screen: what was told last decides what is news.
  private func adoptSize() {
    _ = session?.adoptSize()
    guard session != nil, size != toldSize else { return }
    toldSize = size
    painter.invalidate()
    queue.append(.resize(size))
  }

  /// The process was stopped by SIGSTOP, without a chance to leave the screen, and goes on.
  private func goOn() {
    session?.reclaim()
    resume()
  }

  private func resume() {
    invalidate()
    adoptSize()
    queue.append(.resumed)
  }

  package func suspend() -> Bool {
    guard let session, JobControl.isAvailable(at: input) else { return false }
    giveBack(session)
    stop()
    take(session)
    resume()
    return true
  }

  /// Stops the whole job, wrappers of this program too, and returns when it goes on.
  ///
  /// Should the kernel drop the signal because the shell died just now, nothing would ever go on: hence the limit.
  private func stop() {
    terminal_signals_let_stop(true)
    kill(0, SIGTSTP)
    let limit = ContinuousClock.now + .seconds(1)
    var others: [Int32] = []
    var isContinued = false
    while !isContinued, ContinuousClock.now < limit {
      let ready = Wait.forInput([signals.descriptor], until: limit)
      let came = ready.isEmpty ? [] : signals.take()
      isContinued = came.contains(SIGCONT)
      others += came.filter { $0 != SIGCONT && $0 != SIGTSTP }
    }
    terminal_signals_let_stop(false)
    others.forEach(handle)
  }

  package func release<Result>(during work: () throws -> Result) rethrows -> Result {
    guard let session else { return try work() }
    giveBack(session)
    // `^Z` in an editor must stop us with it, or its shell would wait for ever.
    terminal_signals_let_stop(true)
    defer {
      terminal_signals_let_stop(false)
      dropKeysOfOthers()
      take(session)
      invalidate()
      adoptSize()
    }
    return try work()
  }

  /// Interrupts were typed to the program that had the terminal, not to us.
  private func dropKeysOfOthers() {
    let own = signals.take().filter { ![SIGINT, SIGQUIT, SIGTSTP, SIGCONT].contains($0) }
    own.forEach(handle)
  }

  private func take(_ session: CursesSession) {
    session.enter()
    hold()
  }
}
