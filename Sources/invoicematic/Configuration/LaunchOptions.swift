import ArgumentParser

/// The options of the dashboard. None takes a key: a command line is there for everybody on the machine to read.
struct LaunchOptions: ParsableArguments {
  @Flag(help: "Start on sample data of a small business. Nothing is kept.")
  var demo = false

  @Flag(help: "Start on your own books, kept on this machine.")
  var local = false

  @Option(help: ArgumentHelp("Start with this profile of the configuration file.", valueName: "name"))
  var profile: String?

  @Flag(help: "Send nothing that changes anything.")
  var readOnly = false

  @Option(help: ArgumentHelp("Use this theme.", valueName: "name"))
  var theme: String?

  @Flag(help: "Keep fetched records in memory only.")
  var noCache = false

  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false

  @Option(help: .hidden)
  var today: String?

  func validate() throws {
    if demo, local { throw ValidationError("--demo and --local are two ways to start: choose one.") }
    if demo || local, profile != nil {
      throw ValidationError("--profile names a service elsewhere; it does not go with --demo or --local.")
    }
  }
}
