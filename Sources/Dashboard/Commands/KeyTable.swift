import TerminalUI

/// The keys as a page of the documentation, straight from the commands.
package enum KeyTable {
  /// In Markdown: first what is the same everywhere outside of forms, then a chapter for what each mode adds to it, in
  /// which each group of commands has a table.
  package static var markdown: String {
    let common = chapter("Everywhere outside of forms") { $0.isEverywhere }
    let chapters = Mode.allCases.flatMap { mode in
      let isBrowsing = Mode.browsing.contains(mode)
      return chapter(mode.chapter) { $0.modes.contains(mode) && !(isBrowsing && $0.isEverywhere) }
    }
    return (heading + common + chapters).joined(separator: "\n")
  }

  private static func chapter(_ title: String, of belongs: (Command) -> Bool) -> [String] {
    let commands = Registry.commands.filter(belongs)
    return ["", "## \(title)"] + CommandGroup.allCases.flatMap { group in table(of: group, commands) }
  }

  private static let heading = [
    "# Keys", "",
    "<!-- Written by `make docs` from the program's own commands. Changes belong there. -->", "",
    "`^S` is Ctrl and S, `S-Tab` is Shift and Tab, `gd` is g and then d. A command without a key is run by its title: `:` in",
    "lists, `^X :` in forms. `?` shows the keys of the place where you are. Text fields, pickers and questions have keys of",
    "their own, which [guide.md](guide.md) tells.",
  ]

  private static func table(of group: CommandGroup, _ commands: [Command]) -> [String] {
    let commands = commands.filter { $0.group == group }
    guard !commands.isEmpty else { return [] }
    return ["", "### \(group.rawValue)", "", "| keys | command | what it does |", "|---|---|---|"]
      + commands.map { "| \(keys(of: $0)) | \($0.title) | \(cell($0.help)) |" }
  }

  private static func keys(of command: Command) -> String {
    command.keys.map { "`\(cell($0.description))`" }.joined(separator: " ")
  }

  /// A bar would end the cell, in code too.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}

extension Command {
  /// It is the same in every place where single characters are commands.
  fileprivate var isEverywhere: Bool { modes.isSuperset(of: Mode.browsing) }
}

extension Mode {
  /// The heading over the keys of a mode.
  package var chapter: String {
    switch self {
    case .list: "In lists and records"
    case .form: "In forms"
    case .outbox: "In the outbox"
    case .allocation: "Where a payment is divided"
    case .activity: "In the activity"
    case .write: "In the story of a write"
    case .conflict: "Where others changed the same"
    case .customer: "On the page of a customer"
    case .review: "In a review"
    case .bulk: "In a plan and its run"
    case .rows: "Among the rows of a bank"
    }
  }
}
