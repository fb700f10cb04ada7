import TerminalTestSupport
import Testing

extension EndToEnd {
  /// A session that must change nothing.
  @Suite struct ReadOnly {
    let home: Home

    init() throws { home = try Home() }

    @Test(arguments: [(["--demo", "--read-only"], ""), (["--demo"], "1")])
    func `no form opens, and the reason is told`(arguments: [String], variable: String) throws {
      let program = try PseudoTerminal(
        executable: Home.program, arguments: arguments,
        environment: home.environment.merging(["INVOICEMATIC_READ_ONLY": variable]) { $1 })
      try program.see("● live since")
      #expect(program.screen[0].hasSuffix("ro"))
      try program.open("2", "Invoices")
      try program.see("▶  INV-000400")
      for key in ["n", "p"] {
        program.send("j\(key)")
        try program.see("Read-only: nothing is sent. Start without --read-only to write.")
        #expect(!program.screen[0].contains("New"))
        program.send("3")
        try program.see("▸ Customers")
        program.send("2")
        try program.see("▸ Invoices")
      }
    }

    @Test
    func `nothing but questions leaves for the service`() throws {
      let service = try ScriptedService(ScriptedService.books)
      try home.configure("[profiles.a]\nbase_url = \"\(service.address)\"\napi_key_file = \"keys/a\"\nread_only = true")
      try home.configure("is_key_1\n", file: "keys/a")
      let program = try home.start()
      try program.see("● live since")
      #expect(program.screen[0].hasSuffix("ro"))
      program.send("n")
      try program.see("Read-only: nothing is sent.")
      program.send("q")
      #expect(try program.end() == .code(0))
      #expect(Set(service.methods) == ["GET"])
    }
  }
}
