import TerminalTestSupport
import Testing

/// How long a test waits at most for what must come; machines that test are slow and shared.
let patience = Duration.seconds(30)

extension PseudoTerminal {
  /// Waits until the screen shows a text.
  func see(_ text: String) throws { try waitFor(text, timeout: patience) }

  /// Waits until the screen shows a text no more.
  func seeNoMore(_ text: String) throws {
    try waitUntil("no “\(text)” any more", timeout: patience) { !$0.text.contains(text) }
  }

  /// Waits until the screen is as described.
  func see(_ goal: String, _ isReached: (ScreenModel) -> Bool) throws {
    try waitUntil(goal, timeout: patience, isReached)
  }

  func end() throws -> ExitStatus { try waitForExit(timeout: patience) }

  /// Goes to a section and waits for it.
  func open(_ section: Character, _ title: String, mark: String = "▸") throws {
    send(String(section))
    try see("\(mark) \(title)")
  }

  /// Runs a command by its name.
  func command(_ name: String) throws {
    send(":")
    try see("━ Commands ━")
    send(name)
    try see("⌕ \(name)")
    send("\r")
    try seeNoMore("━ Commands ━")
  }

  /// What stands on the screen and does not belong to the program: a sentence that it ended with, over the lines.
  var sentence: String { screenModel.unwrapped }

  /// Holds that the terminal is as the program found it.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    let screen = screenModel
    #expect(!screen.isAlternate, sourceLocation: sourceLocation)
    #expect(screen.isCaretVisible, sourceLocation: sourceLocation)
    #expect(!screen.isKeypadApplication, sourceLocation: sourceLocation)
    // The keypad's sequences leave 8, auto-repeat, as terminals have it anyway.
    #expect(screen.modes.subtracting([8]) == [7, 25], sourceLocation: sourceLocation)
    #expect(screen.nextStyle == ScreenStyle(), sourceLocation: sourceLocation)
    #expect(terminalSettings == initialSettings, sourceLocation: sourceLocation)
  }
}

extension ScreenModel {
  /// The text with its lines put together again where the terminal's edge cut them.
  var unwrapped: String {
    lines.map { $0.count < width ? $0 + "\n" : $0 }.joined()
  }
}

/// Keys that have no letter.
enum Keys {
  static let controlC = "\u{03}"
  static let save = "\u{13}"
  static let clear = "\u{15}"
  static let suspend = "\u{1A}"
  static let escape = "\u{1B}"
  static let f10 = "\u{1B}[21~"
}
