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
  var launchOptions: LaunchOptions {
    get throws(ProgramError) {
      var arguments: [String] = []
      if demo { arguments.append("--demo") }
      if local { arguments.append("--local") }
      if let profile { arguments += ["--profile", profile] }
      if let today { arguments += ["--today", today] }
      do {
        return try LaunchOptions.parse(arguments)
      } catch {
        throw ProgramError(.usage, LaunchOptions.message(for: error))
      }
    }
  }
}

extension ResourceKind: ExpressibleByArgument {}
