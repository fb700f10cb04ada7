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
  return state.beginRun()
}

extension Question {
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
