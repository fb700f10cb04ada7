import ArgumentParser

/// The program's command line: without a verb it opens the dashboard.
struct Invoicematic: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invoicematic",
    abstract: "A dashboard in the terminal for the Invoicematic invoicing API.",
    usage: usage,
    discussion: """
      A key is never an option: it comes from INVOICEMATIC_API_KEY, or from the file or command that the \
      configuration names ($XDG_CONFIG_HOME/invoicematic/config.toml). INVOICEMATIC_BASE_URL, \
      INVOICEMATIC_PROFILE, INVOICEMATIC_READ_ONLY and INVOICEMATIC_REQUESTS_PER_MINUTE come before the \
      configuration; NO_COLOR turns colours off.

      Exit status: 0 fine, 64 wrong use, 65 unreadable data, 66 a file that is not there, 69 no service, 73 a \
      file that cannot be made, 74 a failure of disk or terminal, 75 a plan that is not done as a whole, 77 the key, 78 the configuration; 128 and the \
      signal's number where a signal ended it.
      """,
    version: "invoicematic \(Version.current)",
    subcommands: [
      ListVerb.self, PlanVerb.self, ApplyVerb.self, ServeVerb.self, KeysVerb.self, LookUpVerb<ExpenseCategories>.self,
      LookUpVerb<PaymentMethods>.self,
      LookUpVerb<Units>.self, WebhooksVerb.self, JournalVerb.self, BackupVerb.self, CheckVerb.self, HazardVerb.self,
      ReferenceVerb.self, MeasureVerb.self,
    ])

  /// The forms of the command line, a line for each; the parser's own would put dashboard and commands into one.
  static let usage = """
    invoicematic [--demo | --local | --profile <name>] [<options>]
    invoicematic <command> [<options>]
    invoicematic --version
    """

  @OptionGroup var options: LaunchOptions

  func run() async throws {
    let launch = try Launch(options, variables: .current, binary: ThemeLibrary.runningBinary)
    let status = try await DashboardStart(launch: launch).run()
    if status != 0 { throw ExitCode(status) }
  }
}
