import TerminalUI

/// The line of keys at the foot: what can be done here, the most important first; never wraps.
struct HintsView {
  let state: State

  func draw(in row: Rect, on frame: inout Frame) {
    HintsBar(hints, trailing: [Span(modeName, "text.dim")]).draw(in: row, on: &frame)
  }

  private var modeName: String {
    if state.showsFilterCaret { return "FILTER" }
    return state.mode.label
  }

  private var hints: [Hint] {
    if state.showsPendingKeys || !state.pendingKeys.isEmpty { return continuations }
    if state.showsFilterCaret {
      return [
        Hint("⏎", "keep", priority: 4), Hint("Esc", "clear", priority: 3), Hint("Tab", "complete", priority: 2),
        Hint("words is:late status:sent !x a|b", "", priority: 1),
      ]
    }
    return Registry.commands
      .filter { $0.modes.contains(state.mode) }
      .compactMap(hint)
      .sorted { $0.priority > $1.priority }
  }

  private func hint(_ command: Command) -> Hint? {
    let availability = command.availability(state)
    guard let hint = command.hint, availability != .absent, let key = command.keys.first else { return nil }
    return Hint(key.symbol, hint.label, priority: hint.priority, isAvailable: availability == .available)
  }

  /// The keys that can follow the one that was pressed.
  private var continuations: [Hint] {
    guard case .prefix(let commands) = Registry.keymap.match(state.pendingKeys, in: state.mode) else { return [] }
    return commands.compactMap { command in
      guard command.availability(state) != .absent,
        let keys = command.keys.first(where: { $0.starts(with: state.pendingKeys) }), let last = keys.keys.last
      else { return nil }
      return Hint(last.description, command.title.lowercased(), priority: 1)
    }
  }
}

extension State {
  /// The filter line has the keyboard.
  var showsFilterCaret: Bool { forms.isEmpty && overlays.isEmpty && pages.isEmpty && isFilterFocused }
}

extension KeySequence {
  /// As the hints bar shows it: Enter as its sign.
  var symbol: String { description == "Enter" ? "⏎" : description }
}
