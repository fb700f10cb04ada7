import BillingAPI
import Store
import TerminalUI

/// Keys while something lies over the screen.
func handleOverlayKey(
  _ key: Key, _ overlay: Overlay, _ state: inout State, _ environment: Environment
) -> [Effect] {
  switch overlay {
  case .palette(let picker): return searchCommands(key, picker, &state, environment) { .palette($0) }
  case .actions(let picker): return searchCommands(key, picker, &state, environment) { .actions($0) }
  case .bulkActions(let picker): return searchCommands(key, picker, &state, environment) { .bulkActions($0) }
  case .help(let search): return handleHelpKey(key, search, &state)
  case .finder(let finder): return handleFinderKey(key, finder, &state, environment)
  case .frequency(let table): return handleFrequencyKey(key, table, &state)
  case .columns(let menu): return handleColumnKey(key, menu, &state)
  case .views(let menu): return handleViewKey(key, menu, &state)
  case .sort(let menu): return handleSortKey(key, menu, &state)
  case .jump(let labels): return handleJumpKey(key, labels, &state)
  case .question(let question): return handleQuestionKey(key, question, &state, environment)
  case .drafts(let list): return handleDraftsKey(key, list, &state, environment)
  case .bulkValues(let values): return handleBulkValuesKey(key, values, &state)
  case .runConfirmation(let confirmation): return handleRunConfirmationKey(key, confirmation, &state)
  case .runs(let menu): return handleRunMenuKey(key, menu, &state)
  case .export(let menu): return handleExportKey(key, menu, &state)
  case .path(let prompt): return handlePathKey(key, prompt, &state)
  case .invoicePicker(let picking): return handleInvoicePickerKey(key, picking, &state)
  case .sittings(let list): return handleSittingsKey(key, list, &state)
  case .calendar(let calendar): return handleCalendarKey(key, calendar, &state)
  case .text(let page): return handleTextPageKey(key, page, &state)
  case .note(let editor): return handleNoteKey(key, editor, &state)
  case .confirmation(let confirmation): return handleConfirmationKey(key, confirmation, &state, environment)
  }
}

func pasteIntoOverlay(_ text: String, _ overlay: Overlay, _ state: inout State) -> [Effect] {
  switch overlay {
  case .palette(var picker):
    picker.insert(text)
    state.replaceOverlay(.palette(picker))
  case .note(var editor):
    editor.field.insert(text)
    state.replaceOverlay(.note(editor))
  case .finder(let finder): return state.pasteIntoFinder(text, finder)
  case .actions(var picker):
    picker.insert(text)
    state.replaceOverlay(.actions(picker))
  case .bulkActions(var picker):
    picker.insert(text)
    state.replaceOverlay(.bulkActions(picker))
  case .views(var menu):
    menu.insert(text)
    state.replaceOverlay(.views(menu))
  case .export(var menu) where menu.focus == .field:
    menu.field.insert(text)
    state.replaceOverlay(.export(menu))
  case .path(var prompt):
    prompt.field.insert(text.trimmingBlanks)
    state.replaceOverlay(.path(prompt))
  case .invoicePicker(var picking):
    picking.picker.insert(text)
    state.replaceOverlay(.invoicePicker(picking))
  case .bulkValues(var values) where values.focused.map { $0.id != .method } == true:
    values.fields[values.focus].text.insert(text)
    state.replaceOverlay(.bulkValues(values))
  default: break
  }
  return []
}

extension State {
  mutating func replaceOverlay(_ overlay: Overlay) {
    guard !overlays.isEmpty else { return }
    overlays[overlays.count - 1] = overlay
  }

  /// The mode whose keys are underneath the overlays.
  var mode: Mode {
    guard let form = forms.last else { return pages.last?.content.mode ?? .list }
    return form.isInAllocation ? .allocation : .form
  }

  mutating func openPalette(text: String = "") -> [Effect] {
    let items = Registry.commands.filter { $0.modes.contains(mode) }.compactMap { paletteItem($0) }
    overlays.append(.palette(PickerState(items: items, query: text)))
    return []
  }

  func paletteItem(_ command: Command) -> PickerItem<String>? {
    let keys = command.keys.map(\.description).joined(separator: ", ")
    return switch command.availability(self) {
    case .absent: nil
    case .available: PickerItem(id: command.id, title: command.title, detail: keys)
    case .unavailable(let reason):
      PickerItem(id: command.id, title: command.title, detail: keys, disabledReason: reason)
    }
  }

  mutating func openHelp() -> [Effect] {
    overlays.append(.help(HelpState()))
    return []
  }
}

/// The palette: typing searches, Enter runs what is selected.
private func searchCommands(
  _ key: Key, _ picker: PickerState<String>, _ state: inout State, _ environment: Environment,
  _ overlay: (PickerState<String>) -> Overlay
) -> [Effect] {
  var picker = picker
  if picker.query.caret == 0, let effects = state.switchOmnibox(key, text: picker.query.text) { return effects }
  switch picker.handle(key) {
  case .picked(let id):
    state.overlays.removeLast()
    guard let command = Registry.commands.first(where: { $0.id == id }) else { return [] }
    return run(command, &state, environment)
  case .cancelled:
    state.overlays.removeLast()
    return []
  default:
    state.replaceOverlay(overlay(picker))
    return []
  }
}

private func handleHelpKey(_ key: Key, _ help: HelpState, _ state: inout State) -> [Effect] {
  let limit = HelpView(help: help, state: state).scrollLimit
  var help = help
  switch key {
  case Key(.escape), .control("c"), Key(.function(1)): state.overlays.removeLast()
  case Key(.character("q")) where help.query.text.isEmpty: state.overlays.removeLast()
  case Key(.character("?")) where help.query.text.isEmpty: state.overlays.removeLast()
  case Key(.down), Key(.pageDown): help.scroll(key == Key(.down) ? 1 : 8, limit: limit)
  case Key(.up), Key(.pageUp): help.scroll(key == Key(.up) ? -1 : -8, limit: limit)
  default: if help.query.handle(key) { help.offset = 0 }
  }
  if case .help = state.overlays.last { state.replaceOverlay(.help(help)) }
  return []
}

extension State {
  mutating func focusFilter() -> [Effect] {
    guard let kind = section.kind else { return [] }
    lists[kind]?.isFilterFocused = true
    return askForFilterOffers()
  }
}
