import ArgumentParser
import BillingAPI

/// Which books a script works on; the same options as the dashboard's.
struct ScriptOptions: ParsableArguments {
  @Flag(help: "Work on sample data of a small business. Nothing is kept.")
  var demo = false

  @Flag(help: "Work on your own books, kept on this machine.")
  var local = false

  @Option(help: ArgumentHelp("Work with this profile of the configuration file.", valueName: "name"))
  var profile: String?

  @Option(help: .hidden)
  var today: String?

  /// As if the dashboard had been started with them.
  ///
  /// - Parameter program: the program's own options, which the parser gives what both of them know.
  func launchOptions(_ program: LaunchOptions) throws(ProgramError) -> LaunchOptions {
    var arguments: [String] = []
    if demo || program.demo { arguments.append("--demo") }
    if local || program.local { arguments.append("--local") }
    if let profile = profile ?? program.profile { arguments += ["--profile", profile] }
    if let today = today ?? program.today { arguments += ["--today", today] }
    if program.readOnly { arguments.append("--read-only") }
    do {
      return try LaunchOptions.parse(arguments)
    } catch {
      throw ProgramError(.usage, LaunchOptions.message(for: error))
    }
  }
}

extension ResourceKind: ExpressibleByArgument {}
