import BillingAPI
import Store
import TerminalUI

extension State {
  /// While many pages come in one after another a list is made anew at most four times a second: each time the mirror
  /// reads it whole, and an answer that comes after the next question would never be shown.
  private static let rest = Duration.milliseconds(250)

  /// Makes the list that is shown anew because its rows changed, at once or after its rest; one that a page covers is
  /// made anew when the page is left.
  mutating func refreshList(_ kind: ResourceKind) -> [Effect] {
    guard let list = lists[kind], !list.isResting, pages.isEmpty else { return [] }
    lists[kind]?.isResting = true
    return askForEverythingAgain(kind) + askForDetail() + [.timer(.listRest, after: Self.rest)]
  }

  /// The rest is over: what changed meanwhile is read now, unless the mirror is still at the last question.
  mutating func endListRest() -> [Effect] {
    for kind in ResourceKind.allCases where lists[kind]?.isResting == true {
      guard lists[kind]?.isOrdering == false else { return [.timer(.listRest, after: Self.rest)] }
      lists[kind]?.isResting = false
    }
    guard let kind = section.kind, lists[kind]?.isStale == true else { return [] }
    return refreshList(kind)
  }

  /// Asks for order and rows once more; those at hand stay on the screen until the fresh ones are there.
  mutating func askForEverythingAgain(_ kind: ResourceKind) -> [Effect] {
    lists[kind]?.isStale = false
    lists[kind]?.isCountStale = true
    return askForOrder(kind) + askForRowsAgain(kind) + countMarksAgain(kind)
  }

  /// The mirror could not be read: no order is on its way any more.
  mutating func stopWaitingForOrders() {
    for kind in ResourceKind.allCases {
      lists[kind]?.isOrdering = false
      lists[kind]?.requestedRows = []
      lists[kind]?.marks.isCounting = false
    }
  }

  private mutating func askForRowsAgain(_ kind: ResourceKind) -> [Effect] {
    guard let list = lists[kind], let order = list.order else { return [] }
    let last = min(order.count, list.viewport.offset + 2 * listHeight)
    let visible = order[min(list.viewport.offset, last)..<last]
    // The selected row stays at hand also while a record covers the list, or it is scrolled away.
    let hidden = list.selectedID.flatMap { visible.contains($0) ? nil : $0 }
    let shown = (visible + [hidden].compactMap { $0 }).filter { list.rows[$0] != nil }
    let kept = Set(shown)
    lists[kind]?.rows = list.rows.filter { kept.contains($0.key) }
    lists[kind]?.requestedRows = []
    return shown.isEmpty ? [] : [.rows(kind, ids: Array(shown))]
  }
}
