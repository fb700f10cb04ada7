import TerminalUI

/// Keys that come before the answer that says what they are about. Over a slow line many come at once; they take effect
/// in their order when the rows, the offers or the hits are there, and never on older ones.
extension State {
  /// What the next key is about is on its way.
  var awaitsAnswer: Bool {
    if case .opening = phase { return true }
    guard case .working = phase else { return false }
    if let overlay = overlays.last { return overlay.awaitsHits }
    if let form = forms.last { return form.waitsForOffers || form.progress == .filling }
    if case .customer(let page) = pages.last { return !typedAhead.isEmpty && page.isAwaited }
    guard pages.isEmpty, !isFilterFocused else { return false }
    return !typedAhead.isEmpty && (awaitsOrder || awaitsSelectedRow)
  }

  /// What a command is about in the list that is shown, or on the page of a customer, is on its way.
  func awaitsRows(of command: Command) -> Bool {
    if case .customer(let page) = pages.last { return command.isAboutRows && page.isAwaited }
    return command.isAboutRows && awaitsOrder || command.isRecordAction && awaitsSelectedRow
  }

  /// The list that is shown is not yet the one that was asked for.
  private var awaitsOrder: Bool {
    guard let list = section.kind.flatMap({ lists[$0] }) else { return false }
    return list.isOrdering && list.shownRequest != list.request(today: figures.today)
  }

  /// A record is selected, and its row is on its way.
  private var awaitsSelectedRow: Bool {
    guard pages.isEmpty, let list = section.kind.flatMap({ lists[$0] }), let id = list.selectedID else { return false }
    return list.rows[id] == nil && (list.isOrdering || list.requestedRows.contains(id))
  }

  /// Seconds until keys that wait are dropped: what they are about does not come.
  private static let patience = Duration.seconds(5)

  /// Keeps keys until it is known what they are about; keys that were kept before and mean the same time follow them.
  mutating func keep(_ keys: [Key], before later: [Key] = []) -> [Effect] {
    typedAhead = keys + later
    guard case .working = phase else { return [] }
    return [.timer(.typedAhead, after: Self.patience)]
  }

  /// Nothing that waits takes effect any more.
  mutating func dropTypedAhead() -> [Effect] {
    changeForm { $0.waitsForOffers = false }
    guard !typedAhead.isEmpty else { return [] }
    typedAhead = []
    return [.cancelTimer(.typedAhead)]
  }

  /// What the keys were about has not come.
  mutating func giveUpTypedAhead() -> [Effect] {
    guard !typedAhead.isEmpty else { return [] }
    return dropTypedAhead() + inform(.warning, "No answer came for what you typed ahead: nothing of it was done.")
  }

  /// Enter came before the offers for what is typed: what it means is decided when they are there, never by older ones.
  mutating func waitForOffers() -> [Effect] {
    changeForm { $0.waitsForOffers = true }
    return askForSuggestions(showingAll: false)
  }

  /// The offers are there: Enter takes effect now.
  mutating func resumeTyping(_ environment: Environment) -> [Effect] {
    changeForm { $0.waitsForOffers = false }
    return enterInForm(environment)
  }
}

/// A key waits where it is not known yet what it is about. Esc and ^C call off what waits for rows or offers; elsewhere
/// they mean what they always mean.
func typeAhead(_ key: Key, _ state: inout State, _ environment: Environment) -> [Effect] {
  let isCalledOff = state.forms.last?.waitsForOffers ?? !state.typedAhead.isEmpty
  if case .opening = state.phase, key == .character("q") { return dispatchKey(key, &state, environment) }
  guard key == Key(.escape) || key == .control("c") else { return state.keep(state.typedAhead + [key]) }
  let effects = state.dropTypedAhead()
  return isCalledOff ? effects : dispatchKey(key, &state, environment)
}

/// Has the keys that waited take effect, up to one that is about something that has not come.
func catchUp(_ state: inout State, _ environment: Environment) -> [Effect] {
  guard !state.typedAhead.isEmpty, !state.awaitsAnswer else { return [] }
  var effects: [Effect] = [.cancelTimer(.typedAhead)]
  while !state.typedAhead.isEmpty, !state.awaitsAnswer {
    effects += dispatchKey(state.typedAhead.removeFirst(), &state, environment)
  }
  return effects
}

extension Command {
  /// It moves through the rows of a list, or does something with them.
  fileprivate var isAboutRows: Bool {
    isRecordAction || [.move, .mark, .act, .change].contains(group) && !Self.leaving.contains(id)
  }

  /// They go elsewhere, whatever the list shows.
  private static let leaving: Set<String> = [
    "move.back", "move.history-back", "move.history-forward", "move.last-section", "move.next-section",
    "move.previous-section",
  ]
}

extension Overlay {
  /// Enter was pressed before what is looked for was found.
  fileprivate var awaitsHits: Bool {
    if case .finder(let finder) = self { finder.opensFirst } else { false }
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
