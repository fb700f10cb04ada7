import TerminalUI

extension State {
  private var conflictHeight: Int { PageLayout(self).listHeight }

  var conflictPage: ConflictPage? {
    if case .conflict(let page) = pages.last { page } else { nil }
  }

  mutating func changeConflict(_ change: (inout ConflictPage) -> Void) {
    for index in pages.indices {
      guard case .conflict(var page) = pages[index] else { continue }
      change(&page)
      pages[index] = .conflict(page)
    }
  }

  mutating func moveInConflict(_ move: Move) -> [Effect] {
    let height = conflictHeight
    changeConflict { $0.list.move(move, height: height) }
    return []
  }

  /// Others changed the same meanwhile: the form that waits gives way to both sides; else the outbox keeps it.
  mutating func meetConflict(_ report: WriteReport, _ intent: String) -> [Effect] {
    let wasWaiting = forms.last?.draftID == report.draftID
    forms.removeAll { $0.draftID == report.draftID }
    let effects = inform(.warning, "Others changed the same fields meanwhile: nothing was overwritten.")
    return wasWaiting && forms.isEmpty ? effects + open(.conflict(ConflictPage(id: intent))) : effects
  }

  /// What is to be picked from is there, or was settled meanwhile.
  mutating func takeConflict(_ facts: ConflictFacts?) -> [Effect] {
    guard let facts else {
      guard conflictPage != nil else { return [] }
      return leavePage() + inform(.information, "Nothing is left to pick: the write went on.")
    }
    let height = conflictHeight
    changeConflict { if $0.id == facts.id { $0.take(facts, height: height) } }
    return []
  }

  /// Picks a side for the selected field and goes on to the next.
  mutating func pick(_ pick: ConflictPick) -> [Effect] {
    guard let field = conflictPage?.list.selected else { return [] }
    changeConflict { $0.picks[field.name] = pick }
    return moveInConflict(.rows(1))
  }

  /// Sends what was picked; a field that nothing was picked for gets the selection instead.
  mutating func resolveConflict() -> [Effect] {
    guard let page = conflictPage, let rows = page.list.rows else { return [] }
    if let field = page.unpicked, let place = rows.firstIndex(of: field) {
      return moveInConflict(.rows(place - page.list.selectedIndex))
        + inform(.warning, "Pick mine or theirs for “\(field.label)” first: nothing is overwritten unasked.")
    }
    return leavePage() + inform(.information, "Sending what you picked.") + [.handle(.resolve(page.id, page.picks))]
  }
}
