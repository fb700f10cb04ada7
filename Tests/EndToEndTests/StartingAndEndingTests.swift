import Glibc
import TerminalTestSupport
import Testing

extension EndToEnd {
  /// How it starts, and how it gives the terminal back.
  @Suite struct StartingAndEnding {
    let home: Home

    init() throws { home = try Home() }

    @Test func `the demo shows whose books they are and that they are not kept`() throws {
      let program = try home.start("--demo")
      try program.see("● live since")
      try program.see("the company in the first line") {
        $0.lines[0].contains("Fernhill Studio · demo · not kept")
      }
      #expect(program.screenModel.isAlternate)
      #expect(program.terminalSettings.isRaw)
      #expect(program.screenModel.unknown == [])
    }

    @Test func `all six lists can be looked through`() throws {
      let program = try home.start("--demo")
      try program.see("● live since")
      for (key, title) in [
        ("2", "Invoices"), ("3", "Customers"), ("4", "Payments"), ("5", "Estimates"), ("6", "Expenses"), ("7", "Items"),
      ] {
        program.send(key)
        try program.see("the first row of \(title)") {
          $0.lines[0].contains("▸ \(title)") && $0.lines.contains { $0.hasPrefix("▶") && $0.count > 20 }
        }
        #expect(!program.screen.joined().contains("Reading"))
      }
    }

    @Test(arguments: ["q", Keys.f10]) func `a key ends it, and the terminal is as before`(key: String) throws {
      let program = try home.start("--demo")
      try program.see("● live since")
      program.send(key)
      #expect(try program.end() == .code(0))
      program.expectRestored()
      #expect(program.screen == Array(repeating: "", count: 24))
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `a signal ends it with its number, and what was typed is kept`(signal: Int32) throws {
      let program = try home.startLocal(isFirst: true)
      try program.beginInvoice(for: "Hurried Customer")
      program.signal(signal)
      #expect(try program.end() == .code(128 + signal))
      program.expectRestored()
      try home.expectDraft(of: "Hurried Customer")
    }

    @Test func `closing the window ends it, and what was typed is kept`() throws {
      let program = try home.startLocal(isFirst: true)
      try program.beginInvoice(for: "Window Shopper")
      program.hangUp()
      #expect(try program.end() == .code(128 + SIGHUP))
      try home.expectDraft(of: "Window Shopper")
    }

    @Test(arguments: [SIGSEGV, SIGABRT, SIGBUS, SIGILL])
    func `a crash gives the terminal back`(signal: Int32) throws {
      let program = try home.start("--demo")
      try program.see("● live since")
      program.signal(signal)
      #expect(try program.end() == .signal(signal))
      program.expectRestored()
    }

    @Test func `nothing is left of the demo`() throws {
      let program = try home.start("--demo")
      try program.see("● live since")
      program.send("q")
      #expect(try program.end() == .code(0))
      #expect(try home.access(below: home.path + "/run").isEmpty)
      #expect(throws: (any Error).self) { try home.access(below: home.data) }
    }
  }
}

extension PseudoTerminal {
  /// Opens a form for an invoice and types a name that no customer has.
  func beginInvoice(for customer: String) throws {
    send("n")
    try see("▸ New invoice")
    send(customer)
    try see("No customer “\(customer)” yet.")
  }
}

extension Home {
  /// Starts anew and finds what was typed among the drafts.
  func expectDraft(of customer: String) throws {
    let program = try startLocal()
    try program.see("1 draft is kept: :drafts brings it back.")
    try program.command("Drafts")
    try program.see("Invoice INV-000001")
    program.send("\r")
    try program.see("[ \(customer)")
    program.send(Keys.escape)
    try program.seeNoMore("[ \(customer)")
  }
}
