import TerminalUI

extension Registry {
  /// Marks: what is to be acted on together. They change nothing at the service.
  static let markCommands: [Command] = [
    Command(
      "mark.toggle", "Mark", help: "Marks the selected row, or takes its mark away, and goes to the next.",
      group: .mark, modes: [.list], keys: ["Space"], hint: .init("mark", 72), availability: { $0.canMarkRow }
    ) { state, _ in state.toggleMark() },
    Command(
      "mark.range", "Mark a range", help: "Begins a range of rows at this one; again at its other end marks it.",
      group: .mark, modes: [.list], keys: ["v"], availability: { $0.canMarkRow }
    ) { state, _ in state.stepRange() },
    Command(
      "mark.all", "Mark all of the filter",
      help: "Marks every record that the filter lets through, also those not on the screen; again: none of them.",
      group: .mark, modes: [.list], keys: ["*"], availability: { $0.canMarkRow }
    ) { state, _ in state.markAll() },
    Command(
      "mark.invert", "Turn marks around",
      help: "Marks what the filter lets through and is not marked, and unmarks the rest.",
      group: .mark, modes: [.list], keys: ["i"], availability: { $0.canMarkRow }
    ) { state, _ in state.invertMarks() },
    Command(
      "mark.alone", "Marked only", help: "Shows the marked records alone, or everything again.", group: .mark,
      modes: [.list], keys: ["'"], availability: onlyInLists
    ) { state, _ in state.toggleMarkedAlone() },
    Command(
      "mark.none", "Take all marks away", help: "Unmarks every record of this list, hidden ones too.", group: .mark,
      modes: [.list], keys: [], availability: { $0.hasMarks }
    ) { state, _ in state.unmarkAll() },
  ]
}

extension State {
  var canMarkRow: Availability { selectedID == nil ? .absent : .available }

  /// What acts on marks needs some.
  var hasMarks: Availability {
    guard let list = selectedList else { return .absent }
    return list.marks.isEmpty ? .unavailable(Self.nothingMarked) : .available
  }
}
