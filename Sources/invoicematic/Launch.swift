import Billing
import BillingAPI
import TerminalUI

/// A start that was thought through: options, environment, configuration and theme are read and make sense.
struct Launch {
  let plan: LaunchPlan
  let theme: Theme
  let variables: Variables
  let places: Places
  /// The day to take for today, where one was named.
  let today: CalendarDate?

  init(_ options: LaunchOptions, variables: Variables, binary: String?) throws(ProgramError) {
    do {
      self.variables = variables
      places = try Places(variables)
      plan = try LaunchPlan(
        options: options, variables: variables, places: places, file: try Self.configuration(places))
      theme = try ThemeLibrary(places: places, binary: binary).theme(named: plan.appearance.theme)
    } catch {
      throw ProgramError(error)
    }
    today = try options.today.map { text throws(ProgramError) in try Self.day(text) }
  }

  /// What `config.toml` says; nothing where there is none.
  private static func configuration(_ places: Places) throws(ConfigurationError) -> ConfigurationFile {
    let path = places.configurationFile
    let text: String
    do {
      text = try TextFile.read(path)
    } catch {
      guard error != .missing else { return ConfigurationFile() }
      throw .unreadable(path: path, reason: error.reason)
    }
    return try ConfigurationFile(text, path: path, places: places)
  }

  private static func day(_ text: String) throws(ProgramError) -> CalendarDate {
    guard let day = CalendarDate(iso: text) else {
      throw ProgramError(.usage, "--today takes a day such as 2026-04-17, not “\(text)”.")
    }
    return day
  }
}
