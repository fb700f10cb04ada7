/// Something that happened at the terminal.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted in one piece: never a command, whatever it holds.
  case paste(String)
  case resize(Size)
  /// The program was stopped and goes on: the screen was lost and must be drawn again.
  case resumed
  /// The terminal went away or the program was told to end (SIGHUP, SIGTERM, SIGINT): leave at once.
  case hangup(signal: Int32)
}

/// The screen and keyboard that the application runs on; `CursesTerminal` is the real one, tests script another.
///
/// All of it belongs to the one thread of the event loop, except `wake()`.
package protocol Terminal: AnyObject {
  var size: Size { get }
  /// Blocks until something happened, `wake()` was called (then perhaps nothing is returned) or the time is over;
  /// without a time it waits for ever and uses no CPU.
  func events(waitingAtMost time: Duration?) -> [TerminalEvent]
  /// Ends a wait at once, from any thread.
  var waker: @Sendable () -> Void { get }
  /// Shows a frame; sends only what changed since the last.
  func draw(_ frame: Frame, theme: Theme)
  /// Sends bytes that are no part of the frame: the window title, the clipboard (OSC 52), the bell.
  func send(_ sequence: String)
  /// Draws everything anew with the next frame (`^L`, resumption).
  func invalidate()
  /// Gives the terminal back as it was found, while the work is done (an editor, a shell), and takes it again.
  func release<Result>(during work: () throws -> Result) rethrows -> Result
  /// Stops the process by job control; false where there is no job control to wake it up again.
  func suspend() -> Bool
  /// Gives the terminal back for good; harmless when called twice.
  func close()
}
