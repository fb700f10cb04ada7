import TerminalTestSupport
import Testing

extension EndToEnd {
  /// What the command line answers without a screen.
  @Suite struct CommandLine {
    let home: Home

    init() throws { home = try Home() }

    @Test func `the version is one line`() throws {
      let program = try home.start("--version")
      #expect(try program.end() == .code(0))
      #expect(program.screenModel.text.split(separator: "\n") == ["invoicematic 0.1.0"])
    }

    @Test func `the help names each way to start and each exit status`() throws {
      let program = try home.start("--help", size: (100, 60))
      #expect(try program.end() == .code(0))
      let help = program.screenModel.text
      for word in ["--demo", "--local", "--profile", "--read-only", "--theme", "INVOICEMATIC_API_KEY", "NO_COLOR"] {
        #expect(help.contains(word))
      }
      for status in [64, 65, 66, 69, 73, 74, 77, 78, 128] { #expect(help.contains("\(status) ")) }
      #expect(!help.contains("--key"))
    }

    @Test(arguments: [
      (["--nope"], "Unknown option '--nope'"),
      (["extra"], "Unexpected argument 'extra'"),
      (["--demo", "--local"], "--demo and --local are two ways to start: choose one."),
      (["--demo", "--profile", "a"], "--profile names a service elsewhere; it does not go with --demo or --local."),
      (["--profile"], "Missing value for '--profile <name>'"),
    ])
    func `wrong use is told`(arguments: [String], sentence: String) throws {
      let program = try PseudoTerminal(
        executable: Home.program, arguments: arguments, environment: home.environment, size: (120, 24))
      #expect(try program.end() == .code(64))
      #expect(program.sentence.contains(sentence))
      #expect(!program.output.contains(0x1B))
    }

    @Test func `what was typed comes back harmless`() throws {
      let program = try home.start("--\u{1B}]0;pwned\u{07}")
      #expect(try program.end() == .code(64))
      #expect(!program.output.contains(0x1B))
    }
  }
}
