import TerminalUI

extension Registry {
  static let appCommands: [Command] = [
    Command(
      "app.help", "Help", help: "Shows all keys of this place; typing searches them.", group: .app,
      modes: Mode.browsing,
      keys: ["?", "F1"], hint: .init("help", 75)
    ) { state, _ in state.openHelp() },
    Command(
      "app.suspend", "Suspend", help: "Stops the program; fg brings it back.", group: .app, modes: Mode.browsing,
      keys: ["^Z"]
    ) { _, _ in [.suspend] },
    Command(
      "app.up", "Up or quit", help: "Leaves a page or a record; on a list, quits.", group: .app, modes: Mode.browsing,
      keys: ["q"], hint: .init("quit", 40)
    ) { state, _ in state.isNested ? state.goUp() : state.quit() },
    Command(
      "app.quit", "Quit", help: "Ends the program and leaves the terminal as it was.", group: .app,
      modes: Mode.browsing,
      keys: ["F10"]
    ) { state, _ in state.quit() },
    Command(
      "app.cancel", "Cancel", help: "Cancels the current thing; twice where there is nothing to cancel, quits.",
      group: .app, modes: Mode.browsing.subtracting([.bulk]), keys: ["^C"]
    ) { state, _ in state.cancel() },
  ]
}
