import TerminalUI

extension Registry {
  /// Doing again what was done last.
  static let repeatCommands: [Command] = [
    Command(
      "record.repeat", "Repeat",
      help: "Does with the selected record what was done with the last one: opens the form, copies.",
      group: .act, modes: [.list], keys: ["."], availability: { $0.canRepeat }
    ) { state, environment in
      guard let command = state.lastAction else { return [] }
      return command.perform(&state, environment)
    }
  ]
}

extension State {
  /// The action on a record that was run last.
  var lastAction: Command? { lastActionID.flatMap { id in Registry.commands.first { $0.id == id } } }

  /// The reason is that of the action itself.
  fileprivate var canRepeat: Availability {
    guard let lastAction else { return .unavailable("Nothing was done with a record yet.") }
    let availability = lastAction.availability(self)
    return availability == .absent ? .unavailable("\(lastAction.title) is not for this record.") : availability
  }
}
