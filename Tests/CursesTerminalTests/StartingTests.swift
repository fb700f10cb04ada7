import CursesTerminal
import Glibc
import TerminalTestSupport
import TerminalUI
import Testing

extension OnPseudoTerminal {
  @Suite struct Starting {
    private func failure(_ environment: [String: String], input: Int32? = nil, output: Int32? = nil) throws
      -> TerminalFailure?
    {
      let pair = try PseudoTerminalPair(width: 80, height: 24)
      let before = pair.settings
      defer { #expect(pair.settings == before) }
      do throws(TerminalFailure) {
        let terminal = try CursesTerminal(
          input: input ?? pair.terminal, output: output ?? pair.terminal, environment: TerminalEnvironment(environment))
        terminal.close()
        return nil
      } catch {
        return error
      }
    }

    @Test func `a type that is not known is named`() throws {
      #expect(try failure(["TERM": "nonesuch"]) == .unknownType("nonesuch"))
      #expect(TerminalFailure.unknownType("nonesuch").description.contains("nonesuch"))
    }

    @Test func `a type that cannot place its cursor is refused`() throws {
      #expect(try failure(["TERM": "dumb"]) == .incapableType("dumb"))
    }

    @Test(arguments: [[:], ["TERM": ""]]) func `no type at all is refused`(environment: [String: String]) throws {
      #expect(try failure(environment) == .typeNotSet)
    }

    @Test func `input and output that are no terminals are told apart`() throws {
      let file = open("/dev/null", O_RDWR)
      defer { close(file) }
      #expect(try failure(["TERM": "xterm"], input: file) == .inputIsNoTerminal)
      #expect(try failure(["TERM": "xterm"], output: file) == .outputIsNoTerminal)
    }

    @Test func `a type that is not installed still works where 24-bit colours are promised`() throws {
      #expect(try failure(["TERM": "xterm-kitty", "COLORTERM": "truecolor"]) == nil)
    }

    @Test func `signals are given back after a failure`() throws {
      _ = try failure(["TERM": "nonesuch"])
      var after = sigaction()
      sigaction(SIGWINCH, nil, &after)
      #expect(unsafeBitCast(after.__sigaction_handler.sa_handler, to: Int.self) == 0)
    }

    @Test func `the screen has the terminal's size`() throws {
      let bench = try TerminalBench(width: 133, height: 47)
      #expect(bench.terminal.size == Size(width: 133, height: 47))
    }

    @Test(arguments: [
      (["LANG": "C.UTF-8"], true), (["LANG": "xx_YY.UTF-8"], true), (["LANG": ""], true),
      (["LANG": "C"], false), (["LANG": "C.UTF-8", "LC_ALL": "POSIX"], false), (["LANG": "xx_YY.ISO-8859-1"], false),
    ]) func `the locale decides whether more than ASCII is sent`(environment: [String: String], isUnicode: Bool) throws
    {
      let bench = try TerminalBench(environment: environment)
      #expect(bench.terminal.isUnicode == isUnicode)
      bench.draw("╭ Zürich")
      #expect(bench.screen.lines.first == (isUnicode ? "╭ Zürich" : "+ Zurich"))
    }
  }
}
