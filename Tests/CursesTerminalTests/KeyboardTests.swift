import CursesTerminal
import Glibc
import TerminalTestSupport
import TerminalUI
import Testing

extension OnPseudoTerminal {
  @Suite struct KeyboardInput {
    @Test func `keys arrive in the order they were typed`() throws {
      let bench = try TerminalBench()
      #expect(
        bench.type("jé\u{13}\u{1B}[B\u{3}", count: 5) == [
          .key(.character("j")), .key(.character("é")), .key(.control("s")), .key(Key(.down)), .key(.control("c")),
        ])
    }

    @Test func `a sequence that arrives in pieces is still one key`() throws {
      let bench = try TerminalBench()
      bench.pair.type("\u{1B}[".utf8)
      #expect(bench.terminal.events(waitingAtMost: .zero) == [])
      #expect(bench.type("5~") == [.key(Key(.pageUp))])
    }

    @Test func `the escape key alone is told without another key being pressed`() throws {
      let bench = try TerminalBench()
      #expect(bench.type("\u{1B}") == [.key(Key(.escape))])
    }

    @Test func `a paste is one event, commands and all`() throws {
      let bench = try TerminalBench()
      #expect(bench.type("\u{1B}[200~q\nj\u{1B}[201~") == [.paste("q\nj")])
    }

    @Test func `keys typed at once are all there at once`() throws {
      let bench = try TerminalBench()
      let keys = String(repeating: "jk", count: 500)
      bench.pair.type(keys.utf8)
      #expect(bench.terminal.events(waitingAtMost: nil).count == 1000)
    }

    @Test func `a wait that nothing ends is over after its time`() throws {
      let bench = try TerminalBench()
      #expect(bench.terminal.events(waitingAtMost: .milliseconds(1)) == [])
    }

    @Test func `another thread ends a wait`() async throws {
      let bench = try TerminalBench()
      let wake = bench.terminal.waker
      let thread = Task.detached { wake() }
      #expect(bench.terminal.events(waitingAtMost: nil) == [])
      await thread.value
    }

    @Test func `waking after the end does no harm`() throws {
      let bench = try TerminalBench()
      let wake = bench.terminal.waker
      bench.terminal.close()
      wake()
    }

    @Test func `a terminal that goes away hangs up`() throws {
      let bench = try TerminalBench()
      bench.pair.hangUp()
      #expect(bench.events() == [.hangup(signal: SIGHUP)])
    }
  }
}
