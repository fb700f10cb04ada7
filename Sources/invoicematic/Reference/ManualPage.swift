import Dashboard

/// The manual page invoicematic(1), made from the options, commands, variables and statuses that the program has.
enum ManualPage {
  static var text: String {
    let lines =
      [#".\" Written by "make docs" from the program itself. Changes belong there."#, heading] + name + synopsis
      + description + options + verbs + keys + environment + files + statuses
    return lines.joined(separator: "\n")
  }

  private static let heading = #".TH INVOICEMATIC 1 "" "invoicematic \#(Version.current)" "User Commands""#

  private static var name: [String] {
    Troff.section("Name", ["invoicematic \\- a dashboard in the terminal for the Invoicematic invoicing API"])
  }

  private static var synopsis: [String] {
    let forms = CommandLineOptions.synopsis.map { Troff.escaped($0) }
    return Troff.section("Synopsis", [".nf"] + forms + [".fi"])
  }

  private static var description: [String] {
    Troff.section(
      "Description",
      [
        "Shows invoices, customers, payments, estimates, expenses and items of a company, writes invoices and records",
        "payments. The books lie with a service: one elsewhere, reached with an API key, or one within the program, for",
        "sample data or books of one\\(aqs own. Without options and configuration a welcome screen offers the three.",
      ])
  }

  private static var options: [String] {
    Troff.section("Options", CommandLineOptions.all.flatMap { Troff.item($0.term, $0.help) })
  }

  /// None where the program has no verb that the help shows.
  private static var verbs: [String] {
    let lines = CommandLineOptions.verbs.flatMap { verb in
      Troff.item("invoicematic \(verb.name)", verb.help)
        + verb.options.flatMap { option in [".RS"] + Troff.item(option.term, option.help) + [".RE"] }
    }
    return lines.isEmpty ? [] : Troff.section("Commands", lines)
  }

  private static var keys: [String] {
    Troff.section(
      "Keys",
      Mode.allCases.flatMap { mode -> [String] in
        let commands = Registry.commands.filter { $0.modes.contains(mode) && !$0.keys.isEmpty }
        return [Troff.part(mode.chapter)]
          + commands.flatMap { Troff.item($0.keys.map(\.description).joined(separator: "  "), $0.help) }
      })
  }

  private static var environment: [String] {
    Troff.section("Environment", Variables.explanations.flatMap { Troff.item($0.name, $0.meaning) })
  }

  private static var files: [String] {
    Troff.section("Files", Places.explanations.flatMap { Troff.item($0.path, $0.meaning) })
  }

  private static var statuses: [String] {
    let numbered = ExitStatus.allCases.flatMap { Troff.item(String($0.rawValue), $0.meaning) }
    return Troff.section(
      "Exit status", numbered + Troff.item("128+n", "Signal n ended the program, after the terminal was given back."))
  }
}
