import TerminalUI

/// Keys while a page is shown: what it types itself comes first, then the commands of its mode.
func handlePageKey(_ key: Key, _ page: Page, _ state: inout State, _ environment: Environment) -> [Effect] {
  if page.content.isTyping { return typeIntoPage(key, page, &state) }
  return runKey(key, in: page.content.mode, &state, environment) ?? []
}

/// A field of the page has the keyboard.
private func typeIntoPage(_ key: Key, _ page: Page, _ state: inout State) -> [Effect] {
  switch page {
  case .activity: typeInActivityFilter(key, &state)
  case .review: typeInReviewNote(key, &state)
  case .bulk: typeRunAmount(key, &state)
  case .bankRows: typeBankRow(key, &state)
  case .outbox, .write, .conflict, .customer: []
  }
}

func pasteIntoPage(_ text: String, _ page: Page, _ state: inout State) -> [Effect] {
  switch page {
  case .activity where page.content.isTyping: return state.editActivityFilter { $0.insert(text) }
  case .review where page.content.isTyping: return pasteIntoReviewNote(text, &state)
  case .bankRows: return pasteBankRows(text, &state)
  case .bulk where page.content.isTyping: return pasteIntoRunAmount(text, &state)
  default: return state.inform(.information, "There is no field here to paste into.")
  }
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
    if let effects = leaveReviewDetail() { return effects }
    let words = wordsOnLeavingRun.map { inform(.information, $0) } ?? []
    pages.removeLast()
    guard pages.isEmpty else { return words + (pages.last?.content.reading ?? []) }
    return words + readUncovered()
  }

  /// What lies under the pages is on the screen again: what changed there meanwhile is read now.
  private mutating func readUncovered() -> [Effect] {
    guard let kind = section.kind else { return askForOverview() }
    return followSelection(kind) + (lists[kind]?.isStale == true ? refreshList(kind) : [])
  }

  /// The selection of the page on top moves.
  mutating func move(_ move: Move, on page: Page) -> [Effect] {
    switch page {
    case .outbox: moveInOutbox(move)
    case .activity: moveInActivity(move)
    case .write: scrollStory(move)
    case .conflict: moveInConflict(move)
    case .customer: moveInCustomer(move)
    case .review: moveInReview(move)
    case .bulk: moveInBulk(move)
    case .bankRows: moveInBankRows(move)
    }
  }

  /// What the help calls the place where the keyboard is.
  var placeTitle: String {
    if !forms.isEmpty { return "form" }
    return pages.last?.content.title ?? section.title
  }
}
