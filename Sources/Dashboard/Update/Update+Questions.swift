import BillingAPI
import TerminalUI

func handleQuestionKey(
  _ key: Key, _ question: Question, _ state: inout State, _ environment: Environment
) -> [Effect] {
  guard let place = question.dialog.answer(to: key), question.answers.indices.contains(place) else { return [] }
  state.overlays.removeLast()
  return state.carryOut(question.answers[place], environment)
}

extension State {
  mutating func carryOut(_ answer: Question.Answer, _ environment: Environment) -> [Effect] {
    switch answer {
    case .stay: []
    case .quit: [.quit]
    case .mark(let mark): carryOutMark(mark, environment)
    case .markReviewed(let verdict): markReviewed(verdict)
    case .beginRun: beginRun()
    case .controlRun(let run, let command): [.bulk(.control(run, command))]
    case .export(let request): [.export(request)]
    case .previewPlan(let plan): [.bulk(.preview(plan))]
    case .discardSitting(let id): [.keep(.discardSitting(id)), .readSittings]
    case .discardDraft(let id): [.discardDraft(id: id), .loadDrafts]
    case .order(let order): [.handle(order)]
    case .recordAnyway: savePayment(environment, isSure: true)
    case .delete(let deletion): delete(deletion, environment)
    case .recreate(let undo): recreate(undo, environment)
    case .discardNote: discardNote()
    case .removeNote(let note): [.removeNote(note)]
    case .changeViews(let change): [.changeViews(change)]
    }
  }
}

extension Question {
  /// Quitting while writes have no answer: they are safe on disk, and one may still want to wait.
  static func quitWithUnsettled(_ count: Int) -> Question {
    let writes = count == 1 ? "1 write has" : "\(count) writes have"
    return Question(
      dialog: Dialog(
        title: "Quit?",
        body: [
          "\(writes) not ended yet. They are in the journal: what was sent is settled with the same key at the next start, what was not waits in the outbox (O)."
        ],
        choices: [
          DialogChoice(key: "q", label: "quit", kind: .destructive),
          DialogChoice(key: "n", label: "stay", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.quit, .stay])
  }

  static func discard(_ draft: DraftSummary) -> Question {
    Question(
      dialog: Dialog(
        title: "Discard this draft?",
        body: ["\(draft.title.capitalizedFirst), kept \(draft.savedAt). It cannot be brought back."],
        choices: [
          DialogChoice(key: "y", label: "discard", kind: .destructive),
          DialogChoice(key: "n", label: "keep", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.discardDraft(draft.id), .stay])
  }
}

func handleDraftsKey(
  _ key: Key, _ list: DraftList, _ state: inout State, _ environment: Environment
) -> [Effect] {
  var list = list
  let drafts = list.drafts ?? []
  switch key {
  case Key(.escape), .control("c"), Key(.character("q")):
    state.overlays.removeLast()
    return []
  case Key(.down), Key(.character("j")): list.selected = max(0, min(list.selected + 1, drafts.count - 1))
  case Key(.up), Key(.character("k")): list.selected = max(list.selected - 1, 0)
  case Key(.enter) where drafts.indices.contains(list.selected):
    state.overlays.removeLast()
    return state.resume(drafts[list.selected], environment)
  case Key(.character("X")) where drafts.indices.contains(list.selected):
    state.overlays.append(.question(.discard(drafts[list.selected])))
    return []
  default: break
  }
  state.replaceOverlay(.drafts(list))
  return []
}
