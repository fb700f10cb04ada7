import TerminalUI

extension Registry {
  static let formToolCommands: [Command] = [
    Command(
      "form.undo", "Undo", help: "Takes the last change of the form back, wherever in it that was.", group: .form,
      modes: Mode.filling, keys: ["^Z"], hint: .init("undo", 23),
      availability: { $0.canGo(\.canUndo, or: "Nothing was changed here yet.") }
    ) { state, _ in state.undoInForm() },
    Command(
      "form.redo", "Redo", help: "Makes the change of the form again that was taken back last.", group: .form,
      modes: Mode.filling, keys: ["^Y"], hint: .init("redo", 22),
      availability: { $0.canGo(\.canRedo, or: "There is nothing to do again.") }
    ) { state, _ in state.redoInForm() },
    Command(
      "form.calculate", "Calculate", help: "Works out what stands in a number field: 12*85.50, 240+20%.",
      group: .form, modes: [.form], keys: ["="], hint: .init("calculate", 25),
      availability: { $0.forms.last?.isNumberFocused == true ? .available : .absent }
    ) { state, environment in state.calculate(environment) },
    Command(
      "form.calendar", "Calendar", help: "Picks the day of a date field from a month.", group: .form, modes: [.form],
      keys: ["F4", "^X c"], hint: .init("calendar", 35), availability: onlyInDates
    ) { state, _ in state.openCalendar() },
    Command(
      "form.text", "Edit as text", help: "Opens the whole form in your editor ($VISUAL, $EDITOR) and takes it back.",
      group: .form, modes: [.form], keys: ["^X e"]
    ) { state, _ in state.editAsText() },
    Command(
      "form.json", "Show as JSON", help: "Shows the request that ^S would send.", group: .form, modes: [.form],
      keys: ["^X j"]
    ) { state, _ in state.showRequest() },
  ]

  @Sendable private static func onlyInDates(_ state: State) -> Availability {
    if case .date = state.focusedField { .available } else { .absent }
  }
}
