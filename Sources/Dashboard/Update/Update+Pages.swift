import TerminalUI

/// Keys while a page is shown: what it types itself comes first, then the commands of its mode.
func handlePageKey(_ key: Key, _ page: Page, _ state: inout State, _ environment: Environment) -> [Effect] {
  runKey(key, in: page.content.mode, &state, environment) ?? []
}

func pasteIntoPage(_ text: String, _ page: Page, _ state: inout State) -> [Effect] {
  state.inform(.information, "There is no field here to paste into.")
}

extension State {
  /// Shows a page over what is shown; one of its kind that is shown already stays as it is.
  mutating func open(_ page: Page) -> [Effect] {
    guard pages.last?.content.mode != page.content.mode else { return [] }
    pages.append(page)
    return page.content.reading
  }

  /// Goes back to what lies beneath, which is read again.
  mutating func leavePage() -> [Effect] {
    pages.removeLast()
    guard pages.isEmpty else { return pages.last?.content.reading ?? [] }
    return section.kind.map { followSelection($0) } ?? [.startPage]
  }

  /// The selection of the page on top moves.
  mutating func move(_ move: Move, on page: Page) -> [Effect] {
    switch page {
    case .outbox: moveInOutbox(move)
    }
  }

  /// What the help calls the place where the keyboard is.
  var placeTitle: String {
    if !forms.isEmpty { return "form" }
    return pages.last?.content.title ?? section.title
  }
}
