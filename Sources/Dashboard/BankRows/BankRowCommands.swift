import BillingAPI
import TerminalUI

extension Registry {
  /// Rows of a bank as a plan of payments.
  static let bankRowCommands: [Command] = [
    Command(
      "rows.open", "Payments from bank rows",
      help: "Records payments from rows that are pasted, typed or read from a bank's file; a plan comes first.",
      group: .go, modes: [.list, .customer], keys: ["g b"], availability: { $0.canWrite(.payments) }
    ) { state, _ in state.openBankRows() },
    Command(
      "rows.new", "Type a row", help: "Types rows one after another: number;amount;date;note.", group: .act,
      modes: [.rows], keys: ["n"], hint: .init("type", 95)
    ) { state, _ in state.typeBankRow(nil) },
    Command(
      "rows.read", "Read a bank's file", help: "Reads rows from a file of comma-separated values.", group: .act,
      modes: [.rows], keys: ["o"], hint: .init("file", 94)
    ) { state, _ in state.askForPath(.bankRows) },
    Command(
      "rows.edit", "Write the row anew", help: "Changes the row as text: number;amount;date;note.", group: .act,
      modes: [.rows], keys: ["e"], hint: .init("edit", 90), availability: { $0.hasBankRow }
    ) { state, _ in state.typeBankRow(state.bankRowsPage?.list.selected?.id) },
    Command(
      "rows.pick", "Pick its invoice", help: "Picks the invoice that the row pays, the likeliest first.", group: .act,
      modes: [.rows], keys: ["Enter"], hint: .init("invoice", 92), availability: { $0.hasBankRow }
    ) { state, _ in state.askForCandidates() },
    Command(
      "rows.remove", "Take the row out", help: "Takes the row out of the page; u brings it back.", group: .act,
      modes: [.rows], keys: ["X"], hint: .init("out", 60), availability: { $0.hasBankRow }
    ) { state, _ in state.removeBankRow() },
    Command(
      "rows.clear", "Take all rows out", help: "Takes every row out of the page; u brings them back one by one.",
      group: .act, modes: [.rows], keys: [],
      availability: { $0.bankRowsPage?.entries.isEmpty == false ? .available : .absent }
    ) { state, _ in state.removeAllBankRows() },
    Command(
      "rows.bring-back", "Bring the row back", help: "Puts what was taken out last in its place again.", group: .act,
      modes: [.rows], keys: ["u"],
      availability: { $0.bankRowsPage?.removed.isEmpty == false ? .available : .absent }
    ) { state, _ in state.bringBackBankRow() },
    Command(
      "rows.show-missed", "Show what matches nothing", help: "Shows the rows alone that pay no open invoice.",
      group: .view, modes: [.rows], keys: ["f"], hint: .init("unmatched", 70), availability: { $0.hasMissedBankRow }
    ) { state, _ in state.changeBankRows { $0.showMissesAlone(true, height: $1) } },
    Command(
      "rows.show-all", "Show all rows", help: "Shows every row again.", group: .view, modes: [.rows], keys: ["a"]
    ) { state, _ in state.changeBankRows { $0.showMissesAlone(false, height: $1) } },
    Command(
      "rows.plan", "Plan the payments", help: "Plans a payment for each row that matches; nothing is sent yet.",
      group: .act, modes: [.rows], keys: ["^S"], hint: .init("plan", 99), availability: { $0.canPlanBankRows }
    ) { state, _ in state.planBankRows() },
  ]
}

extension State {
  var hasBankRow: Availability { bankRowsPage?.list.selected == nil ? .absent : .available }

  var hasMissedBankRow: Availability {
    guard let page = bankRowsPage else { return .absent }
    return page.missCount > 0 ? .available : .unavailable("Every row matches an invoice.")
  }
}
