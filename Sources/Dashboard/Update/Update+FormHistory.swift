import TerminalUI

/// Undo and redo over the whole form on top.
extension State {
  func canGo(_ way: KeyPath<FormHistory, Bool>, or sentence: String) -> Availability {
    guard let form = forms.last else { return .absent }
    return form.history[keyPath: way] ? .available : .unavailable(sentence)
  }

  mutating func undoInForm() -> [Effect] { changeBack { $0.undo() } }

  mutating func redoInForm() -> [Effect] { changeBack { $0.redo() } }

  private mutating func changeBack(_ go: (inout Form) -> Bool) -> [Effect] {
    guard forms.last?.isEditable == true else { return sayFormIsBusy() }
    changeForm { form in
      if go(&form) { form.settleAtFocus() }
    }
    return [.timer(.draft, after: .milliseconds(600))] + askForSuggestions(showingAll: false)
  }
}
