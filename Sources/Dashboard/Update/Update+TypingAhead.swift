import TerminalUI

extension State {
  /// Enter came before the offers for what is typed: what it means is decided when they are there, never by older ones.
  mutating func waitForOffers() -> [Effect] {
    changeForm { $0.waitsForOffers = true }
    return askForSuggestions(showingAll: false)
  }

  /// Keys pressed meanwhile follow later, in order; Esc calls off the waiting.
  mutating func typeAhead(_ key: Key) -> [Effect] {
    guard key != Key(.escape), key != .control("c") else {
      stopWaitingForOffers()
      return []
    }
    changeForm { $0.typedAhead.append(key) }
    return []
  }

  mutating func stopWaitingForOffers() {
    changeForm {
      $0.waitsForOffers = false
      $0.typedAhead = []
    }
  }

  /// The offers are there: Enter and the keys after it take effect now.
  mutating func resumeTyping(_ environment: Environment) -> [Effect] {
    let keys = forms.last?.typedAhead ?? []
    stopWaitingForOffers()
    var effects = enterInForm(environment)
    for key in keys { effects += handleKey(key, &self, environment) }
    return effects
  }
}

extension Form {
  /// Something is typed that a record may stand for, and none was picked.
  var needsOffers: Bool {
    suggestionSource != nil && !hasPickedReference && !keepsText && !focusedText.text.trimmingBlanks.isEmpty
  }

  /// The offers shown are those for exactly what is typed here.
  var hasFreshOffers: Bool {
    guard let query = suggestions?.query else { return false }
    return query.focus == focus && query.text == focusedText.text.trimmingBlanks
  }
}
