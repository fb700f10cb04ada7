import BillingAPI
import Store
import TerminalUI

/// A run that waits for the number of its rows to be typed: nothing else begins it, Enter least of all.
package struct RunConfirmation: Sendable, Equatable {
  let run: PlanID
  let rows: Int
  let heading: [String]
  var field = TextField("")

  init(run: PlanID, rows: Int, heading: [String]) {
    self.run = run
    self.rows = rows
    self.heading = heading
  }

  var dialog: Dialog {
    Dialog(
      title: "Run \(rows) rows?", body: heading + ["Type \(rows) to run it; Esc leaves it."], choices: [],
      titleRole: "warning")
  }
}

func handleRunConfirmationKey(_ key: Key, _ confirmation: RunConfirmation, _ state: inout State) -> [Effect] {
  if key == Key(.escape) || key == .control("c") {
    state.overlays.removeLast()
    return state.inform(.information, "Nothing was sent.")
  }
  var confirmation = confirmation
  guard confirmation.field.handle(key) else { return [] }
  guard confirmation.field.text.trimmingBlanks == String(confirmation.rows) else {
    state.replaceOverlay(.runConfirmation(confirmation))
    return []
  }
  state.overlays.removeLast()
  state.changeBulk(confirmation.run) { $0.isJustConfirmed = true }
  return state.beginRun()
}

extension Question {
  /// Before a run that is through sends more.
  static func sendMore(_ run: PlanID, _ command: RunCommand, _ words: String) -> Question {
    Question(
      dialog: Dialog(
        title: "Send it now?", body: [words, "It leaves at once: there is no time to take it back."],
        choices: [
          DialogChoice(key: "y", label: "send", kind: .destructive),
          DialogChoice(key: "n", label: "not now", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.controlRun(run, command), .stay])
  }

  static func beginRun(_ run: RunSnapshot, _ page: BulkPage, _ figures: Figures) -> Question {
    let count = RunFigures(run, page).count(.waiting)
    return Question(
      dialog: Dialog(
        title: "Run \(figures.count(count)) \(count == 1 ? "row" : "rows")?",
        body: RunSentences.heading(run, page, figures),
        choices: [
          DialogChoice(key: "y", label: "run", kind: .destructive),
          DialogChoice(key: "n", label: "not yet", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.beginRun, .stay])
  }
}
