import BillingAPI
import TerminalUI

extension Registry {
  static let formCommands: [Command] =
    fieldCommands + lineCommands

  private static let fieldCommands: [Command] = [
    Command(
      "form.next", "Next field", help: "Goes to the next field; Enter behind the last line adds one.", group: .form,
      modes: [.form], keys: ["Tab"], hint: .init("next", 60)
    ) { state, environment in state.moveFocus(1, environment) },
    Command(
      "form.previous", "Previous field", help: "Goes to the field before.", group: .form, modes: [.form],
      keys: ["S-Tab"]
    ) { state, environment in state.moveFocus(-1, environment) },
    Command(
      "form.take", "Take or next", help: "Takes what the list under the field offers, else goes to the next field.",
      group: .form, modes: [.form], keys: ["Enter"]
    ) { state, environment in state.enterInForm(environment) },
    Command(
      "form.down", "Down", help: "Next offer of the list under the field, or the next line.", group: .form,
      modes: [.form], keys: ["Down"]
    ) { state, environment in state.moveVertically(1, environment) },
    Command(
      "form.up", "Up", help: "Previous offer of the list under the field, or the line above.", group: .form,
      modes: [.form], keys: ["Up"]
    ) { state, environment in state.moveVertically(-1, environment) },
    Command(
      "form.pick", "Pick from a list", help: "Shows what the field can be filled with.", group: .form,
      modes: [.form], keys: ["F2"], hint: .init("pick", 40),
      availability: { $0.focusedField?.isPicker == true ? .available : .absent }
    ) { state, _ in state.askForSuggestions(showingAll: true) },
    Command(
      "form.last-price", "Take the last price", help: "Takes the price that this customer paid for the item last time.",
      group: .form, modes: [.form], keys: ["^X p", "F3"], availability: onlyInLines
    ) { state, environment in state.takeLastPrice(environment) },
    Command(
      "form.more", "More fields", help: "Shows the fields that few fill in, or folds them away.", group: .form,
      modes: [.form], keys: ["^X m"], availability: onlyWithFold
    ) { state, environment in state.toggleFold(environment) },
    Command(
      "form.new-record", "New record here",
      help: "Makes a new customer or item for the field with the keyboard; the form goes on where it was.",
      group: .form, modes: [.form], keys: ["^X n"],
      availability: { [.customer, .item].contains($0.focusedField) ? .available : .absent }
    ) { state, environment in state.createRecordHere(environment) },
    Command(
      "form.same-address", "Ship to the billing address", help: "Copies the billing address into the shipping address.",
      group: .form, modes: [.form], keys: ["^X s"],
      availability: { $0.forms.last?.recordKind == .customers ? .available : .absent }
    ) { state, _ in state.shipToBillingAddress() },
    Command(
      "form.leave", "Leave", help: "Closes the form; what was typed is kept as a draft.", group: .form,
      modes: [.form], keys: ["Esc", "^C"], hint: .init("leave", 50)
    ) { state, _ in state.leaveForm() },
    Command(
      "form.help", "Keys of the form", help: "Shows all keys of this place.", group: .form, modes: [.form],
      keys: ["F1", "^X ?"], hint: .init("help", 20)
    ) { state, _ in state.openHelp() },
    Command(
      "form.command", "Commands of the form", help: "Runs any command of the form by its name.", group: .form,
      modes: [.form], keys: ["^X :"]
    ) { state, _ in state.openPalette() },
  ]

  private static let lineCommands: [Command] = [
    Command(
      "form.insert-line", "Insert line", help: "Puts a blank line above the one with the keyboard.", group: .form,
      modes: [.form], keys: ["^X i"], availability: onlyInLines
    ) { state, _ in state.insertLine() },
    Command(
      "form.duplicate-line", "Duplicate line", help: "Puts a copy of the line below it.", group: .form,
      modes: [.form], keys: ["^X d"], availability: onlyInLines
    ) { state, _ in state.duplicateLine() },
    Command(
      "form.delete-line", "Delete line", help: "Removes the line with the keyboard.", group: .form, modes: [.form],
      keys: ["^X k"], hint: .init("delete line", 30), availability: onlyInLines
    ) { state, _ in state.deleteLine() },
    Command(
      "form.move-line-up", "Move line up", help: "Moves the line with the keyboard one place up.", group: .form,
      modes: [.form], keys: ["^X Up"], availability: onlyInLines
    ) { state, _ in state.moveLine(-1) },
    Command(
      "form.move-line-down", "Move line down", help: "Moves the line with the keyboard one place down.", group: .form,
      modes: [.form], keys: ["^X Down"], availability: onlyInLines
    ) { state, _ in state.moveLine(1) },
  ]

  @Sendable private static func onlyWithFold(_ state: State) -> Availability {
    state.forms.last?.fields.contains(where: \.group.isFolded) == true ? .available : .absent
  }

  @Sendable private static func onlyInLines(_ state: State) -> Availability {
    if case .line = state.forms.last?.focus { .available } else { .absent }
  }
}
