import TerminalUI

extension Registry {
  static let outboxCommands: [Command] = [
    Command(
      "outbox.show", "Outbox", help: "Lists every write that is not settled, and why.", group: .change,
      modes: Mode.browsing, keys: ["O"]
    ) { state, _ in state.open(.outbox(OutboxPage())) }
  ]
}
