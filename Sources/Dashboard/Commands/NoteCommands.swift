import TerminalUI

extension Registry {
  static let noteCommands: [Command] = [
    Command(
      "note.write", "Write a note",
      help: "Puts a note beside the selected customer or invoice; it stays on this machine.", group: .act,
      modes: [.list], keys: ["N"], hint: .init("note", 25),
      availability: { state in
        if state.noteSubject != nil { return .available }
        return state.section.kind?.takesNotes == true ? .unavailable("No record is selected.") : .absent
      }
    ) { state, _ in state.noteSubject.map { state.writeNote($0) } ?? [] }
  ]
}
