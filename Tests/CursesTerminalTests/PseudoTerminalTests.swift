import Glibc
import TerminalTestSupport
import Testing

/// The driver of end-to-end tests, tried on a shell.
@Suite(.timeLimit(.minutes(1))) struct PseudoTerminalTests {
  private func shell(_ script: String) throws -> PseudoTerminal {
    try PseudoTerminal(executable: "/bin/sh", arguments: ["-c", script], environment: ["GREETING": "hello"])
  }

  @Test func `a program is shown, answered and seen to end`() throws {
    let program = try shell("echo $GREETING; read name; echo \"you are $name\"; exit 3")
    try program.waitFor("hello")
    program.send("Ada\r")
    try program.waitFor("you are Ada")
    #expect(try program.waitForExit() == .code(3))
    #expect(program.screen.first == "hello")
  }

  @Test func `the terminal has the size it was given, and another when resized`() throws {
    let program = try shell("trap 'stty size; exit 0' WINCH; stty size; while :; do read x; done")
    try program.waitFor("24 80")
    program.resize(width: 100, height: 30)
    try program.waitFor("30 100")
    #expect(try program.waitForExit() == .code(0))
  }

  @Test func `signals reach it and their mark is seen`() throws {
    let program = try shell("echo ready; read x")
    try program.waitFor("ready")
    program.signal(SIGTERM)
    #expect(try program.waitForExit() == .signal(SIGTERM))
  }

  @Test func `settings that it leaves behind are seen`() throws {
    let program = try shell("stty raw -echo")
    #expect(!program.initialSettings.isRaw)
    _ = try program.waitForExit()
    #expect(program.terminalSettings.isRaw)
  }

  @Test func `waiting for what never comes tells what the screen showed`() throws {
    let program = try shell("echo something else")
    let failure = #expect(throws: PseudoTerminal.Failure.self) { try program.waitFor("never") }
    #expect(failure?.description.contains("something else") == true)
  }

  @Test func `closing the window hangs up`() throws {
    let program = try shell("echo ready; read x")
    try program.waitFor("ready")
    program.hangUp()
    #expect(try program.waitForExit() == .signal(SIGHUP))
  }
}
