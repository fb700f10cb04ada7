import Billing
import TerminalUI

extension Registry {
  static let allocationCommands: [Command] = [
    Command(
      "allocation.oldest", "Oldest first", help: "Pays one invoice after the other, as far as the amount goes.",
      group: .form, modes: [.allocation], keys: ["a"], hint: .init("oldest first", 90)
    ) { state, _ in state.allocate(.oldestFirst) },
    Command(
      "allocation.even", "Even", help: "Gives each invoice the same; odd cents go to the first.", group: .form,
      modes: [.allocation], keys: ["e"], hint: .init("even", 89)
    ) { state, _ in state.allocate(.even) },
    Command(
      "allocation.by-hand", "By hand", help: "Sets the shares yourself; typing a number does so too.", group: .form,
      modes: [.allocation], keys: ["m"], hint: .init("by hand", 88)
    ) { state, _ in state.allocate(.byHand) },
    Command(
      "allocation.skip", "Skip the row", help: "Leaves this invoice out, or takes it in again.", group: .form,
      modes: [.allocation], keys: ["Space"], hint: .init("skip", 87)
    ) { state, _ in state.skipShare() },
    Command(
      "allocation.keep-rest", "Keep the rest",
      help: "Records what no invoice takes as a payment without an invoice; it lowers no balance.", group: .form,
      modes: Mode.filling, keys: ["^X r"],
      availability: { $0.forms.last?.isNewPayment == true ? .available : .absent }
    ) { state, _ in state.keepRest() },
    Command(
      "allocation.down", "Next invoice", help: "Goes to the next open invoice.", group: .form, modes: [.allocation],
      keys: ["j", "Down", "Enter"]
    ) { state, environment in state.moveFocus(1, environment) },
    Command(
      "allocation.up", "Invoice before", help: "Goes to the open invoice before.", group: .form, modes: [.allocation],
      keys: ["k", "Up"]
    ) { state, environment in state.moveFocus(-1, environment) },
  ]
}
