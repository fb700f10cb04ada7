import TerminalUI

/// Keys while the activity's filter has the keyboard: the rows follow what is typed.
func typeInActivityFilter(_ key: Key, _ state: inout State) -> [Effect] {
  switch key {
  case Key(.enter), Key(.down): state.changeActivity { $0.isTyping = false }
  case Key(.escape), .control("c"): return state.clearActivityFilter()
  default: return state.editActivityFilter { _ = $0.handle(key) }
  }
  return []
}

extension State {
  private var activityHeight: Int { PageLayout(self).listHeight }

  /// Changes the activity wherever it lies among the pages; nothing where it is not open.
  mutating func changeActivity(_ change: (inout ActivityPage) -> Void) {
    for index in pages.indices {
      guard case .activity(var page) = pages[index] else { continue }
      change(&page)
      pages[index] = .activity(page)
    }
  }

  var activityPage: ActivityPage? {
    if case .activity(let page) = pages.last { page } else { nil }
  }

  mutating func moveInActivity(_ move: Move) -> [Effect] {
    let height = activityHeight
    changeActivity { $0.list.move(move, height: height) }
    return readOlderActivity()
  }

  mutating func takeActivity(_ part: ActivityPart) -> [Effect] {
    let height = activityHeight
    changeActivity { $0.take(part, height: height) }
    return readOlderActivity()
  }

  mutating func focusActivityFilter() -> [Effect] {
    changeActivity { $0.isTyping = true }
    return []
  }

  mutating func editActivityFilter(_ edit: (inout TextField) -> Void) -> [Effect] {
    let height = activityHeight
    changeActivity { page in
      edit(&page.filter)
      page.applyFilter(height: height)
    }
    return readOlderActivity()
  }

  mutating func clearActivityFilter() -> [Effect] {
    changeActivity { $0.isTyping = false }
    return editActivityFilter { $0 = TextField("") }
  }

  private mutating func readOlderActivity() -> [Effect] {
    let height = activityHeight
    var effects: [Effect] = []
    changeActivity { effects += $0.nextPart(height: height) }
    return effects
  }

  /// The journal grew: pages that show it are read again.
  func readJournalAgain() -> [Effect] {
    pages.flatMap { page -> [Effect] in
      switch page {
      case .outbox, .activity, .write: page.content.reading
      default: []
      }
    }
  }
}
