import Store
import TerminalUI

extension State {
  /// Opens the line in which it is said why a record is flagged.
  mutating func beginFlag() -> [Effect] {
    _ = changeReview { $0.note = TextField($0.decision?.note ?? "", maximumLength: 500) }
    return []
  }
}

/// Keys while the note of a flag is typed: Enter flags, Esc leaves it.
func typeInReviewNote(_ key: Key, _ state: inout State) -> [Effect] {
  switch key {
  case Key(.enter), .control("s"):
    guard let note = state.reviewPage?.note else { return [] }
    _ = state.changeReview { $0.note = nil }
    return state.decide(ReviewDecision(.flagged, note: note.text.trimmingBlanks))
  case Key(.escape), .control("c"): _ = state.changeReview { $0.note = nil }
  default: _ = state.changeReview { _ = $0.note?.handle(key) }
  }
  return []
}

func pasteIntoReviewNote(_ text: String, _ state: inout State) -> [Effect] {
  _ = state.changeReview { $0.note?.insert(text) }
  return []
}
