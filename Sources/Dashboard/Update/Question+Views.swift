import BillingAPI
import Store
import TerminalUI

/// What is asked before a view is lost.
extension Question {
  static func overwriteView(_ taken: SavedView, with view: SavedView) -> Question {
    let before = taken.filter.isEmpty ? "everything" : taken.filter
    return Question(
      dialog: Dialog(
        title: "Overwrite this view?",
        body: [
          "“\(taken.name)” shows \(taken.kind.rawValue): \(before), \(taken.sort.words(in: taken.kind)). What is on the screen now takes its place."
        ],
        choices: [
          DialogChoice(key: "y", label: "overwrite", kind: .destructive),
          DialogChoice(key: "n", label: "keep", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.changeViews(.save(view)), .stay])
  }

  static func deleteView(_ name: String) -> Question {
    Question(
      dialog: Dialog(
        title: "Delete this view?", body: ["“\(name)” is forgotten. The records that it shows stay."],
        choices: [
          DialogChoice(key: "y", label: "delete", kind: .destructive),
          DialogChoice(key: "n", label: "keep", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.changeViews(.delete(name)), .stay])
  }
}
