import TerminalUI

extension Registry {
  static let moveCommands: [Command] = [
    Command(
      "move.down", "Next row", help: "Selects the next row, or scrolls a record that fills the screen.", group: .move,
      modes: Mode.browsing, keys: ["j", "Down"]
    ) { state, _ in state.move(.rows(1)) },
    Command(
      "move.up", "Previous row", help: "Selects the row before, or scrolls back.", group: .move, modes: Mode.browsing,
      keys: ["k", "Up"]
    ) { state, _ in state.move(.rows(-1)) },
    Command(
      "move.first", "First row", help: "Selects the first row of the list.", group: .move, modes: Mode.browsing,
      keys: ["g g", "Home"]
    ) { state, _ in state.move(.first) },
    Command(
      "move.last", "Last row", help: "Selects the last row that is loaded.", group: .move, modes: Mode.browsing,
      keys: ["G", "End"]
    ) { state, _ in state.move(.last) },
    Command(
      "move.half-down", "Half a page down", help: "Moves the selection down half a screen.", group: .move,
      modes: Mode.browsing, keys: ["^D"]
    ) { state, _ in state.move(.screens(1, of: 2)) },
    Command(
      "move.half-up", "Half a page up", help: "Moves the selection up half a screen.", group: .move,
      modes: Mode.browsing,
      keys: ["^U"]
    ) { state, _ in state.move(.screens(-1, of: 2)) },
    Command(
      "move.page-down", "Page down", help: "Moves the selection down a screen.", group: .move, modes: Mode.browsing,
      keys: ["PgDn"]
    ) { state, _ in state.move(.screens(1, of: 1)) },
    Command(
      "move.page-up", "Page up", help: "Moves the selection up a screen.", group: .move, modes: Mode.browsing,
      keys: ["PgUp"]
    ) { state, _ in state.move(.screens(-1, of: 1)) },
    Command(
      "move.jump", "Jump to a row", help: "Puts a letter beside each row on the screen; pressing one selects its row.",
      group: .move, modes: [.list], keys: ["f"], availability: onlyInLists
    ) { state, _ in state.openJump() },
    Command(
      "move.open", "Open", help: "Shows the selected record on the whole screen.", group: .move, modes: [.list],
      keys: ["Enter"], hint: .init("open", 90),
      availability: { $0.canOpen ? .available : .absent }
    ) { state, _ in state.openSelected() },
    Command(
      "move.back", "Back", help: "Leaves a page or a record, then clears the filter.", group: .move,
      modes: Mode.browsing,
      keys: ["Esc"]
    ) { state, _ in state.goUp() },
    Command(
      "move.history-back", "Back in history", help: "Opens the section that was shown before.", group: .move,
      modes: Mode.browsing, keys: ["["]
    ) { state, _ in state.goThroughHistory(-1) },
    Command(
      "move.history-forward", "Forward in history", help: "Opens the section that [ came from.", group: .move,
      modes: Mode.browsing, keys: ["]"]
    ) { state, _ in state.goThroughHistory(1) },
    Command(
      "move.last-section", "Last section", help: "Goes to and fro between this section and the last one.",
      group: .move, modes: Mode.browsing, keys: ["-"]
    ) { state, _ in state.history.last.map { state.show($0) } ?? [] },
    Command(
      "move.next-section", "Next section",
      help: "Opens the section right of this one; on the overview, goes to its next pane.", group: .move,
      modes: [.list], keys: ["Tab"]
    ) { state, _ in state.section == .start ? state.stepPane(1) : state.show(state.section.neighbour(1)) },
    Command(
      "move.previous-section", "Previous section",
      help: "Opens the section left of this one; on the overview, goes to the pane before.", group: .move,
      modes: [.list], keys: ["S-Tab"]
    ) { state, _ in state.section == .start ? state.stepPane(-1) : state.show(state.section.neighbour(-1)) },
  ]
}

extension Section {
  /// The section so many places further, around the end.
  func neighbour(_ distance: Int) -> Section {
    let all = Self.allCases
    return all[(digit - 1 + distance + all.count) % all.count]
  }
}
