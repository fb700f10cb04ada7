import TerminalUI

/// The keys as a page of the documentation, straight from the commands.
package enum KeyTable {
  /// In Markdown: a chapter for each mode, in it a table for each group of commands.
  package static var markdown: String {
    let chapters = Mode.allCases.flatMap { mode in
      ["", "## \(mode.chapter)"] + CommandGroup.allCases.flatMap { group in table(of: group, in: mode) }
    }
    return (heading + chapters).joined(separator: "\n")
  }

  private static let heading = [
    "# Keys", "",
    "<!-- Written by `make docs` from the program's own commands. Changes belong there. -->", "",
    "`^S` is Ctrl and S, `S-Tab` is Shift and Tab, `gd` is g and then d. A command without a key is run by its title: `:` in",
    "lists, `^X :` in forms. `?` shows the keys of the place where you are. Text fields, pickers and questions have keys of",
    "their own, which [guide.md](guide.md) tells.",
  ]

  private static func table(of group: CommandGroup, in mode: Mode) -> [String] {
    let commands = Registry.commands.filter { $0.group == group && $0.modes.contains(mode) }
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
    }
  }
}
