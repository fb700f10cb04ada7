import TerminalUI

extension Registry {
  static let findCommands: [Command] = [
    Command(
      "find.filter", "Filter", help: "Hides what does not match: words, is:late, status:sent,viewed, !x, a|b.",
      group: .find, modes: [.list], keys: ["/"], hint: .init("filter", 70), availability: onlyInLists
    ) { state, _ in state.focusFilter() },
    Command(
      "find.clear", "Clear the filter", help: "Shows everything again.", group: .find, modes: [.list],
      keys: ["\\"], availability: onlyInLists
    ) { state, _ in setFilter("", &state) },
    Command(
      "find.customer", "Find a customer",
      help: "Finds a customer by any part of name, company, contact, e-mail, phone or address.", group: .find,
      modes: Mode.browsing, keys: ["@"], hint: .init("customer", 60)
    ) { state, _ in state.openFinder(.customer) },
    Command(
      "find.number", "Find a number", help: "Finds any record by a part of its number or reference.", group: .find,
      modes: Mode.browsing, keys: ["#"]
    ) { state, _ in state.openFinder(.number) },
    Command(
      "find.amount", "Find an amount", help: "Finds records by an amount: 1980.50 exactly, ~6k about.", group: .find,
      modes: Mode.browsing, keys: ["$"]
    ) { state, _ in state.openFinder(.amount) },
    Command(
      "find.command", "Command palette", help: "Runs any command by its name.", group: .find, modes: Mode.browsing,
      keys: [":"], hint: .init("commands", 65)
    ) { state, _ in state.openPalette() },
    Command(
      "find.sort", "Sort…", help: "Chooses the column that the list is sorted by.", group: .find, modes: [.list],
      keys: ["s"], hint: .init("sort", 50), availability: onlyInLists
    ) { state, _ in state.openSortMenu() },
    Command(
      "find.reverse", "Reverse the order", help: "Turns the sort order around.", group: .find, modes: [.list],
      keys: ["S"], availability: onlyInLists
    ) { state, _ in state.reverseSort() },
    Command(
      "find.column-left", "Column to the left",
      help: "Makes the column left of the current one the current one; on the overview, goes left.", group: .find,
      modes: [.list], keys: ["h", "Left"]
    ) { state, _ in state.section == .start ? state.moveAcrossOverview(-1) : state.stepColumn(-1) },
    Command(
      "find.column-right", "Column to the right",
      help: "Makes the column right of the current one the current one; on the overview, goes right.", group: .find,
      modes: [.list], keys: ["l", "Right"]
    ) { state, _ in state.section == .start ? state.moveAcrossOverview(1) : state.stepColumn(1) },
    Command(
      "find.frequencies", "Frequency table", help: "Counts the values of the current column, with their sums.",
      group: .find, modes: [.list], keys: ["F"], availability: onlyInLists
    ) { state, _ in state.openFrequencies() },
    Command(
      "find.columns", "Columns…", help: "Chooses, orders and sizes the columns of this list.", group: .find,
      modes: [.list], keys: ["|"], hint: .init("columns", 35), availability: onlyInLists
    ) { state, _ in state.openColumnMenu() },
    Command(
      "find.views", "Views…", help: "Opens a saved view by its name, or saves this list under one.", group: .find,
      modes: Mode.browsing, keys: ["V"], hint: .init("views", 45)
    ) { state, _ in state.openViewMenu() },
    Command(
      "find.quick-previous", "Previous chip", help: "Takes the filter or view left of the current one above the list.",
      group: .find, modes: [.list], keys: ["("], availability: onlyInLists
    ) { state, _ in state.stepChip(-1) },
    Command(
      "find.quick-next", "Next chip", help: "Takes the filter or view right of the current one above the list.",
      group: .find, modes: [.list], keys: [")"], availability: onlyInLists
    ) { state, _ in state.stepChip(1) },
  ]

  /// The start page has nothing to filter or sort.
  @Sendable static func onlyInLists(_ state: State) -> Availability {
    state.section.kind == nil ? .absent : .available
  }
}
