import TerminalUI

/// A key takes effect at once, or as soon as it is known what it is about.
func handleKey(_ key: Key, _ state: inout State, _ environment: Environment) -> [Effect] {
  state.awaitsAnswer ? typeAhead(key, &state, environment) : dispatchKey(key, &state, environment)
}

/// A key goes to what has the keyboard: the overlay on top, the welcome screen, the form on top, the filter, or the list.
func dispatchKey(_ key: Key, _ state: inout State, _ environment: Environment) -> [Effect] {
  if let overlay = state.overlays.last { return handleOverlayKey(key, overlay, &state, environment) }
  switch state.phase {
  case .welcome(let welcome): return handleWelcomeKey(key, welcome, &state, environment)
  case .opening: return key == .control("c") || key == .character("q") ? [.quit] : []
  case .working: break
  }
  if !state.forms.isEmpty { return handleFormKey(key, &state, environment) + state.followPayment() }
  if let page = state.pages.last { return handlePageKey(key, page, &state, environment) }
  if state.isFilterFocused { return handleFilterKey(key, &state, environment) }
  return runKey(key, in: .list, &state, environment) ?? []
}

/// Text pasted in one piece goes into the field that has the keyboard, and is never taken for keys.
func handlePaste(_ text: String, _ state: inout State, _ environment: Environment) -> [Effect] {
  if let overlay = state.overlays.last { return pasteIntoOverlay(text, overlay, &state) }
  if case .welcome(let welcome) = state.phase { return pasteIntoWelcome(text, welcome, &state) }
  if !state.forms.isEmpty { return pasteIntoForm(text, &state, environment) + state.followPayment() }
  if let page = state.pages.last { return pasteIntoPage(text, page, &state) }
  guard state.isFilterFocused else {
    return state.inform(.information, "Paste works in a field: / filters this list, gb takes rows of a bank.")
  }
  return editFilter(&state) { $0.insert(text) }
}

/// Runs the command that a key completes in a mode; nil where the key means nothing there.
func runKey(_ key: Key, in mode: Mode, _ state: inout State, _ environment: Environment) -> [Effect]? {
  let keys = state.pendingKeys + [key]
  let wasPending = !state.pendingKeys.isEmpty
  state.clearPendingKeys()
  switch Registry.keymap.match(keys, in: mode) {
  // A letter that means nothing in this field is typed into it.
  case .command(let command) where mode == .form && key.isTyping && command.availability(state) == .absent: return nil
  case .command(let command) where [.list, .customer].contains(mode) && state.awaitsRows(of: command):
    return state.keep(keys, before: state.typedAhead)
  case .command(let command):
    return (wasPending ? [.cancelTimer(.pendingKeys)] : []) + run(command, &state, environment)
  case .prefix:
    state.pendingKeys = keys
    return [.timer(.pendingKeys, after: .milliseconds(300))]
  case .none:
    return wasPending ? [.cancelTimer(.pendingKeys)] : nil
  }
}

/// Runs a command, or says why it cannot run.
func run(_ command: Command, _ state: inout State, _ environment: Environment) -> [Effect] {
  switch command.availability(state) {
  case .available: perform(command, &state, environment)
  case .absent:
    state.inform(.information, "\(command.title) is not for this \(state.forms.isEmpty ? "screen" : "field").")
  case .unavailable(let reason): state.inform(.warning, reason)
  }
}

private func perform(_ command: Command, _ state: inout State, _ environment: Environment) -> [Effect] {
  if command.isRecordAction { state.lastActionID = command.id }
  return command.perform(&state, environment)
}

extension State {
  mutating func clearPendingKeys() {
    pendingKeys = []
    showsPendingKeys = false
  }

  /// Shows a sentence and sees to it that it goes away by itself.
  mutating func inform(_ tone: Notice.Tone, _ text: String) -> [Effect] {
    notice = Notice(tone, text)
    return [.timer(.notice, after: tone == .problem ? .seconds(30) : .seconds(8))]
  }

  var isFilterFocused: Bool { pages.isEmpty && section.kind.flatMap { lists[$0]?.isFilterFocused } == true }
}
