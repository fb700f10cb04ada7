import ArgumentParser
import BillingServer
import Dashboard
import TerminalUI

/// Prints what the documentation takes from the program itself; `make docs` keeps it in files.
struct ReferenceVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print what the documentation takes from the program.", shouldDisplay: false)

  /// What can be printed.
  enum Page: String, ExpressibleByArgument, CaseIterable {
    case keys, roles, man, hazards

    var text: String {
      switch self {
      case .keys: KeyTable.markdown
      case .roles: RoleTable.markdown
      case .man: ManualPage.text
      case .hazards: HazardTable.markdown
      }
    }
  }

  @Argument(help: "The page.") var page: Page

  func run() { StandardStream.say(page.text) }
}
