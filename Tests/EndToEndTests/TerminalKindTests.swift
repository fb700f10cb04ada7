import TerminalTestSupport
import Testing

extension EndToEnd {
  /// Terminals that cannot do everything, or nothing.
  @Suite struct TerminalKinds {
    let home: Home

    init() throws { home = try Home() }

    @Test(arguments: [
      ("", "TERM is not set: set it to the type of your terminal, for example TERM=xterm-256color."),
      (
        "dumb",
        "The terminal type “dumb” cannot show a full screen: set TERM to what your terminal is, such as xterm-256color."
      ),
      (
        "nonesuch",
        "The terminal type “nonesuch” is not known here: try TERM=xterm-256color, or install its terminfo entry."
      ),
    ])
    func `a type that cannot show a screen is named`(type: String, sentence: String) throws {
      let program = try home.start("--demo", environment: ["TERM": type], size: (140, 24))
      #expect(try program.end() == .code(74))
      #expect(program.sentence.contains("invoicematic: \(sentence)\n"))
      program.expectRestored()
    }

    @Test(arguments: [
      ("true | \(Home.program) --demo", "Standard input is not a terminal"),
      ("\(Home.program) --demo | cat; exit ${PIPESTATUS[0]}", "Standard output is not a terminal"),
    ])
    func `a pipe is not a terminal`(line: String, sentence: String) throws {
      let shell = try PseudoTerminal(
        executable: "/bin/bash", arguments: ["--norc", "-c", line], environment: home.environment, size: (140, 24))
      #expect(try shell.end() == .code(74))
      #expect(shell.sentence.contains("invoicematic: \(sentence): start the dashboard"))
      shell.expectRestored()
    }

    @Test(arguments: ["vt100", "linux", "xterm-mono", "screen", "tmux-256color", "xterm"])
    func `lists, arrows and forms work`(type: String) throws {
      let program = try home.start("--demo", environment: ["TERM": type])
      try program.see("live since")
      try program.open("3", "Customers")
      try program.see("Café Lumière")
      #expect(program.selectedRow == 5)
      // In the mode that ncurses asks for, where the terminal has one.
      program.send(program.screenModel.modes.contains(1) ? "\u{1B}OB" : "\u{1B}[B")
      try program.see("the second row selected") { $0.lines[6].hasPrefix("▶") }
      program.send("2n")
      try program.see("▸ New invoice")
      try program.see("Æther Games")
      program.send(Keys.escape)
      try program.seeNoMore("Æther Games")
      program.send(Keys.escape)
      try program.seeNoMore("▸ New invoice")
      program.send("q")
      #expect(try program.end() == .code(0))
      #expect(program.terminalSettings == program.initialSettings)
      #expect(program.screenModel.unknown == [])
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "xterm-mono"], ["TERM": "vt100"]])
    func `without colours there are none, and the marks still tell`(variables: [String: String]) throws {
      let program = try home.start("--demo", environment: variables)
      try program.see("live since")
      try program.open("2", "Invoices")
      try program.see("▶  INV-000400")
      try program.see("●  SENT")
      try program.see("·  DRAFT")
      #expect(program.screenModel.colors == [.terminal])
    }

    @Test func `with colours there are some`() throws {
      let program = try home.start("--demo")
      try program.see("live since")
      #expect(program.screenModel.colors.count > 2)
    }

    @Test(arguments: [
      ["LANG": "C"], ["LC_ALL": "POSIX"], ["LANG": "en_US.ISO-8859-1"],
    ])
    func `where there is no UTF-8 it draws with ASCII alone`(variables: [String: String]) throws {
      let program = try home.start("--demo", environment: variables)
      try program.see("live since")
      try program.open("3", "Customers", mark: ">")
      program.send("2")
      try program.see(">  INV-000400")
      #expect(program.output.allSatisfy { $0 < 0x80 })
      #expect(program.screen.contains { $0.hasPrefix("+---") })
    }

    @Test func `ASCII can be asked for`() throws {
      let program = try home.start("--demo", "--ascii")
      try program.see("live since")
      #expect(program.output.allSatisfy { $0 < 0x80 })
    }
  }
}

extension ScreenModel {
  /// All colours on the screen, of characters and of grounds.
  fileprivate var colors: Set<ScreenStyle.Color> {
    Set(
      (0..<height).flatMap { y in
        (0..<width).flatMap { x in [self[x, y].style.foreground, self[x, y].style.background] }
      })
  }
}

extension PseudoTerminal {
  fileprivate var selectedRow: Int? { screen.firstIndex { $0.hasPrefix("▶") } }
}
