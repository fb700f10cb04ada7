import TerminalUI

/// A terminal whose keys come from a script and whose screen is kept as values.
///
/// It never blocks: the journey waits for the bell, and asks the loop to go on when it rings.
final class ScriptedTerminal: Terminal {
  let bell = Bell()
  private(set) var size: Size
  private var script: [TerminalEvent] = []
  /// What the screen shows, and everything it showed before.
  private(set) var frames: [Frame] = []
  private(set) var sent: [String] = []
  /// Called with every frame that is shown.
  var onFrame: (Frame) -> Void = { _ in }

  init(size: Size) { self.size = size }

  var waker: @Sendable () -> Void { { [bell] in bell.ring() } }

  func enqueue(_ event: TerminalEvent) {
    if case .resize(let size) = event { self.size = size }
    script.append(event)
  }

  func events(waitingAtMost time: Duration?) -> [TerminalEvent] {
    defer { script = [] }
    return script
  }

  func draw(_ frame: Frame, theme: Theme) {
    // Thousands of frames of a long run would only fill memory.
    if frames.count == 64 { frames.removeFirst(32) }
    frames.append(frame)
    onFrame(frame)
  }

  func send(_ sequence: String) { sent.append(sequence) }
  func invalidate() {}
  func release<Result>(during work: () throws -> Result) rethrows -> Result { try work() }
  func suspend() -> Bool { false }
  func close() {}
}
