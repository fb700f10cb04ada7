import CursesTerminal
import Glibc
import TerminalTestSupport
import TerminalUI
import Testing

extension OnPseudoTerminal {
  @Suite struct Interruptions {
    @Test func `resizes in a row are told once, with the last size`() throws {
      let bench = try TerminalBench(width: 80, height: 24)
      bench.pair.resize(width: 100, height: 30)
      kill(getpid(), SIGWINCH)
      bench.pair.resize(width: 40, height: 12)
      kill(getpid(), SIGWINCH)
      #expect(bench.events() == [.resize(Size(width: 40, height: 12))])
      #expect(bench.terminal.size == Size(width: 40, height: 12))
    }

    @Test func `after a resize a frame fills the new screen`() throws {
      let bench = try TerminalBench(width: 20, height: 5)
      bench.draw("before")
      bench.pair.resize(width: 30, height: 8)
      kill(getpid(), SIGWINCH)
      _ = bench.events()
      var frame = Frame(size: bench.terminal.size)
      frame.write(String(repeating: "x", count: 30), x: 0, y: 7)
      bench.terminal.draw(frame, theme: .builtIn)
      var larger = ScreenModel(width: 30, height: 8)
      larger.feed(bench.pair.read())
      #expect(larger.lines == Array(repeating: "", count: 7) + [String(repeating: "x", count: 30)])
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func `a signal to end is told instead of ending the program`(signal: Int32) throws {
      // Tests that run in the background are started with some of them ignored, which a terminal leaves as it is.
      Glibc.signal(signal, SIG_DFL)
      let bench = try TerminalBench()
      kill(getpid(), signal)
      #expect(bench.events() == [.hangup(signal: signal)])
    }

    @Test func `going on after a stop sets the modes again and repaints`() throws {
      let bench = try TerminalBench()
      bench.draw("still here")
      kill(getpid(), SIGCONT)
      #expect(bench.events() == [.resumed])
      let bytes = String(decoding: bench.draw("still here"), as: UTF8.self)
      #expect(bytes.contains("\u{1B}[?2004h"))
      #expect(bytes.contains("still here"))
    }

    @Test func `without job control there is no suspending`() throws {
      let bench = try TerminalBench()
      bench.draw("still here")
      #expect(!bench.terminal.suspend())
      #expect(bench.receive() == [])
    }

    @Test func `the terminal is lent as it was found, and taken again`() throws {
      let bench = try TerminalBench()
      let taken = bench.pair.settings
      bench.draw("ours")
      let lent = bench.terminal.release {
        bench.receive()
        return (bench.pair.settings, bench.screen.isAlternate, bench.screen.modes.contains(2004))
      }
      #expect(!lent.0.isRaw)
      #expect(!lent.1)
      #expect(!lent.2)
      bench.draw("ours")
      #expect(bench.pair.settings == taken)
      #expect(bench.screen.isAlternate)
      #expect(bench.screen.modes.contains(2004))
      #expect(bench.screen.lines.first == "ours")
    }

    @Test func `an interrupt typed to a program that had the terminal is not ours`() throws {
      let bench = try TerminalBench()
      bench.draw("ours")
      bench.terminal.release { _ = raise(SIGINT) }
      #expect(bench.type("j") == [.key(.character("j"))])
    }
  }
}
