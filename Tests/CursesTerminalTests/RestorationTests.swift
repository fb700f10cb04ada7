import CursesTerminal
import Glibc
import TerminalTestSupport
import TerminalUI
import Testing

extension OnPseudoTerminal {
  @Suite struct Restoration {
    @Test func `keys come raw while the terminal is ours, and flow control is off`() throws {
      let bench = try TerminalBench()
      #expect(bench.pair.settings.isRaw)
      #expect(!bench.pair.settings.hasFlowControl)
    }

    @Test(arguments: ["xterm-256color", "linux", "vt100", "tmux-256color"], ["", "truecolor"])
    func `closing leaves nothing behind`(type: String, colors: String) throws {
      let pair = try PseudoTerminalPair(width: 80, height: 24)
      let before = pair.settings
      var screen = ScreenModel(width: 80, height: 24)
      screen.feed("$ invoicematic\r\n".utf8)
      let fresh = screen
      let environment = TerminalEnvironment(["TERM": type, "COLORTERM": colors, "LANG": "C.UTF-8"])
      let terminal = try CursesTerminal(input: pair.terminal, output: pair.terminal, environment: environment)
      terminal.draw(Frame(size: terminal.size), theme: .builtIn)
      screen.feed(pair.read())
      #expect(screen.modes.contains(2004))
      terminal.close()
      terminal.close()
      screen.feed(pair.read())
      #expect(screen.modes.subtracting([8]) == fresh.modes)
      #expect(screen.isCaretVisible)
      #expect(!screen.isKeypadApplication)
      #expect(!screen.isAlternate)
      #expect(screen.nextStyle == ScreenStyle())
      #expect(pair.settings == before)
    }

    @Test func `the ordinary screen is as it was`() throws {
      let bench = try TerminalBench()
      bench.draw("the dashboard")
      bench.terminal.close()
      bench.receive()
      #expect(bench.screen.lines == Array(repeating: "", count: 24))
    }

    @Test func `a terminal with one screen goes on below the last frame`() throws {
      let bench = try TerminalBench(environment: ["TERM": "vt100"])
      var frame = Frame(size: bench.terminal.size)
      frame.write("the last row", x: 0, y: 23)
      bench.draw(frame)
      bench.terminal.close()
      bench.receive()
      #expect(bench.screen.lines.suffix(2) == ["the last row", ""])
      #expect((bench.screen.column, bench.screen.row) == (0, 23))
    }

    @Test func `signals are given back`() throws {
      var mine = sigaction()
      mine.__sigaction_handler.sa_handler = { _ in }
      var original = sigaction()
      sigaction(SIGTERM, &mine, &original)
      defer { sigaction(SIGTERM, &original, nil) }
      let bench = try TerminalBench()
      bench.terminal.close()
      var after = sigaction()
      sigaction(SIGTERM, nil, &after)
      let found = unsafeBitCast(after.__sigaction_handler.sa_handler, to: Int.self)
      #expect(found == unsafeBitCast(mine.__sigaction_handler.sa_handler, to: Int.self))
    }

    @Test func `standard error goes to the log while the screen is up, and back again`() throws {
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      defer { ends.forEach { close($0) } }
      let bench = try TerminalBench(standardErrorLog: ends[1])
      write(STDERR_FILENO, "noise", 5)
      bench.terminal.close()
      var bytes = [UInt8](repeating: 0, count: 64)
      let count = read(ends[0], &bytes, bytes.count)
      #expect(String(decoding: bytes.prefix(count), as: UTF8.self) == "noise")
      #expect(fcntl(STDERR_FILENO, F_GETFD) >= 0)
      #expect(bench.receive().isEmpty == false)
    }

    @Test func `child processes meet the terminal under its own name`() throws {
      setenv("TERMINFO", "/somewhere", 1)
      defer { unsetenv("TERMINFO") }
      let bench = try TerminalBench(environment: ["COLORTERM": "truecolor"])
      #expect(bench.terminal.colorDepth == .truecolor)
      #expect(getenv("TERMINFO").map { String(cString: $0) } == "/somewhere")
    }
  }
}
