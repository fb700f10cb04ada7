import BillingAPI
import Store
import TerminalUI

extension State {
  mutating func openSittings() -> [Effect] {
    overlays.append(.sittings(SittingList()))
    return [.readSittings]
  }

  mutating func takeSittings(_ sittings: [SittingSummary]) -> [Effect] {
    guard case .sittings(var list) = overlays.last else { return [] }
    list.sittings = sittings
    list.selected = max(0, min(list.selected, sittings.count - 1))
    replaceOverlay(.sittings(list))
    return []
  }

  /// A sitting was read: its section is shown under it.
  mutating func takeSitting(_ sitting: ReviewSitting?) -> [Effect] {
    guard let sitting else { return inform(.information, "That sitting is not kept any more.") }
    return show(Section(sitting.kind)) + resume(sitting)
  }
}

/// Keys while the sittings are listed: Enter goes on with one, `X` throws it away after a question.
func handleSittingsKey(_ key: Key, _ list: SittingList, _ state: inout State) -> [Effect] {
  var list = list
  let last = max(0, (list.sittings?.count ?? 0) - 1)
  switch key {
  case Key(.escape), .control("c"), Key(.character("q")):
    state.overlays.removeLast()
    return []
  case Key(.down), Key(.character("j")): list.selected = min(list.selected + 1, last)
  case Key(.up), Key(.character("k")): list.selected = max(list.selected - 1, 0)
  case Key(.enter):
    guard let chosen = list.chosen else { return [] }
    state.overlays.removeLast()
    return [.openSitting(chosen.id)]
  case Key(.character("X")):
    guard let chosen = list.chosen else { return [] }
    state.overlays.append(.question(.discard(chosen)))
    return []
  default: break
  }
  state.replaceOverlay(.sittings(list))
  return []
}

extension Question {
  static func discard(_ sitting: SittingSummary) -> Question {
    Question(
      dialog: Dialog(
        title: "Throw this sitting away?",
        body: [
          "\(sitting.title): \(sitting.decided) of \(sitting.records) decided. The decisions and notes go; marks stay."
        ],
        choices: [
          DialogChoice(key: "y", label: "throw away", kind: .destructive),
          DialogChoice(key: "n", label: "keep", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.discardSitting(sitting.id), .stay])
  }
}
