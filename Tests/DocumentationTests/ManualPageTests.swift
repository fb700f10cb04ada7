import Dashboard
import Testing

@testable import invoicematic

/// The manual page is made of what the program has.
@Suite struct ManualPageTests {
  @Test func `every option that the help shows is there with its sentence`() {
    let options = CommandLineOptions.all
    #expect(options.contains(.init(term: "--theme <name>", help: "Use this theme.")))
    #expect(options.contains { $0.term.hasPrefix("--demo") })
    #expect(options.contains { $0.term.hasPrefix("-h") || $0.term.contains("--help") })
    #expect(!options.contains { $0.term.contains("--today") })
    #expect(options.allSatisfy { !$0.help.isEmpty })
  }

  @Test func `what is for make alone is no verb of the manual`() {
    #expect(!CommandLineOptions.verbs.contains { $0.name.hasPrefix("reference") || $0.name.hasPrefix("help") })
    #expect(!ManualPage.text.contains("invoicematic reference"))
  }

  @Test func `every variable that the program reads is explained, and none twice`() {
    let names = Variables.explanations.map(\.name)
    #expect(Set(names).isSuperset(of: Variables.names))
    #expect(Set(names).count == names.count)
  }

  @Test func `every exit status is there`() {
    for status in invoicematic.ExitStatus.allCases {
      #expect(ManualPage.text.contains("\\fB\(status.rawValue)\\fR\n"))
    }
  }

  @Test func `characters that troff would take for its own are escaped`() {
    #expect(Troff.item("\\", "'") == [".TP", "\\fB\\e\\fR", "\\(aq"])
    #expect(Troff.escaped("^S --demo") == "\\(haS \\-\\-demo")
    #expect(Troff.escaped("\u{2193}") == "\\[u2193]")
    #expect(ManualPage.text.utf8.allSatisfy { $0 < 0x80 })
    #expect(Troff.paragraph(".5 is a number.") == "\\&.5 is a number.")
  }

  @Test func `no line is a macro that the page does not use`() {
    let macros = Set(ManualPage.text.split(separator: "\n").filter { $0.hasPrefix(".") }.map { $0.prefix(3) })
    #expect(macros.isSubset(of: [".\\\"", ".TH", ".SH", ".SS", ".TP", ".nf", ".fi", ".RS", ".RE"]))
  }
}
