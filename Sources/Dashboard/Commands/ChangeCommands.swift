import TerminalUI

extension Registry {
  static let changeCommands: [Command] = [
    Command(
      "form.save", "Save", help: "Sends the form to the service; what was typed stays until the service has it.",
      group: .change, modes: Mode.filling, keys: ["^S"], hint: .init("save", 100)
    ) { state, environment in state.saveForm(environment) },
    Command(
      "record.delete", "Delete", help: "Deletes the selected record, after it is said what would be lost.",
      group: .change, modes: [.list], keys: ["X"], isRecordAction: true, availability: { $0.canDelete }
    ) { state, _ in state.prepareDeletion() },
    Command(
      "change.undo", "Take back or undo",
      help: "Takes payments back before they are sent, or makes a deleted record again, after a question.",
      group: .change, modes: Mode.browsing.subtracting([.bulk, .rows]), keys: ["u"], availability: { $0.canUndo }
    ) { state, _ in state.undo() },
    Command(
      "change.redo", "Redo", help: "Deletes again what was made again; it asks as any deletion does.", group: .change,
      modes: [.list], keys: ["^R"], availability: { $0.canRedo }
    ) { state, _ in state.redo() },
    Command(
      "outbox.retry", "Send again now", help: "Sends writes without an answer again, with the same key.",
      group: .change, modes: [.list], keys: [],
      availability: { $0.outbox.unsettled == 0 ? .unavailable("Every write is settled.") : .available }
    ) { state, _ in state.inform(.information, "Sending again with the same keys.") + [.retryWrites] },
  ]
}
