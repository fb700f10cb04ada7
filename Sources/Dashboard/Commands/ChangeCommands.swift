import TerminalUI

extension Registry {
  static let changeCommands: [Command] = [
    Command(
      "form.save", "Save", help: "Sends the form to the service; what was typed stays until the service has it.",
      group: .change, modes: [.form], keys: ["^S"], hint: .init("save", 100)
    ) { state, environment in state.saveForm(environment) },
    Command(
      "outbox.retry", "Send again now", help: "Sends writes without an answer again, with the same key.",
      group: .change, modes: [.list], keys: [],
      availability: { $0.outbox.unsettled == 0 ? .unavailable("Every write is settled.") : .available }
    ) { state, _ in state.inform(.information, "Sending again with the same keys.") + [.retryWrites] },
  ]
}
