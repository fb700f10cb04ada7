import Billing
import BillingAPI
import Store
import TerminalUI

extension State {
  /// How many rows are asked for beyond the screen, in screens, so that scrolling does not wait.
  static let overscan = 2

  /// How many rows the list shows, also while a record covers it.
  var listHeight: Int {
    ScreenLayout(size: size, preview: preview, previewWidth: previewWidth).listHeight
  }

  /// Asks for the order of a list anew; what is shown stays until the answer comes.
  mutating func askForOrder(_ kind: ResourceKind) -> [Effect] {
    lists[kind]?.generation += 1
    lists[kind]?.isOrdering = true
    guard let list = lists[kind] else { return [] }
    return [.order(list.request(today: figures.today), generation: list.generation)]
  }

  /// Takes in an order and keeps the selection on its record, or on its place where the record is gone.
  mutating func takeOrder(_ answer: ListOrder) -> [Effect] {
    guard var list = lists[answer.kind], list.generation == answer.generation else { return [] }
    list.isOrdering = false
    // Sums of other records say nothing true of these; those of the same ones in another order stay until they come anew.
    if list.shownFilter != list.filter { list.summary = nil }
    list.shownRequest = list.request(today: figures.today)
    list.order = answer.ids
    list.summary = answer.summary ?? list.summary
    list.completeness = answer.completeness
    if let id = list.selectedID, let index = answer.ids.firstIndex(of: id) { list.moveSelection(to: index) }
    lists[answer.kind] = list
    return select(list.selectedIndex, in: answer.kind) + countFilters(answer.kind)
  }

  /// Takes in what the records of the order at hand come to.
  mutating func takeSums(_ sums: ListSummary, _ kind: ResourceKind, generation: Int) -> [Effect] {
    if lists[kind]?.generation == generation { lists[kind]?.summary = sums }
    return []
  }

  /// Moves the selection to a row and asks for what that makes necessary.
  mutating func select(_ index: Int, in kind: ResourceKind) -> [Effect] {
    guard var list = lists[kind], let order = list.order else { return [] }
    let previous = list.selectedID
    list.selectedIndex = max(0, min(index, order.count - 1))
    list.selectedID = order.isEmpty ? nil : order[list.selectedIndex]
    lists[kind] = list
    let effects = followSelection(kind)
    guard list.selectedID != previous || list.selectedDetail == nil else { return effects }
    zoomOffset = 0
    guard list.selectedID != nil, section.kind == kind else { return effects }
    return effects + (list.detail == nil || isZoomed ? askForDetail() : [.timer(.detail, after: .milliseconds(80))])
  }

  /// Scrolls so that the selection shows, and asks for rows that come near and for the page behind the last.
  mutating func followSelection(_ kind: ResourceKind) -> [Effect] {
    guard var list = lists[kind] else { return [] }
    let height = listHeight
    list.viewport.follow(selected: list.selectedIndex, count: list.count, height: height, margin: 1)
    list.dropDistantRows(height: height)
    let missing = list.missingRows(height: height)
    list.requestedRows.formUnion(missing)
    lists[kind] = list
    var effects: [Effect] = missing.isEmpty ? [] : [.rows(kind, ids: missing)]
    if list.wantsMore(height: height) {
      lists[kind]?.isFetching = true
      effects.append(.fetchMore(kind))
    }
    return effects
  }

  /// Asks for the selected record's detail, when a list is shown.
  func askForDetail() -> [Effect] {
    guard let kind = section.kind, let id = lists[kind]?.selectedID else { return [] }
    return [.detail(kind, id: id)]
  }

  mutating func takeRows(_ kind: ResourceKind, _ rows: [MirrorRow]) -> [Effect] {
    for row in rows {
      lists[kind]?.rows[row.id] = row
      lists[kind]?.requestedRows.remove(row.id)
    }
    return []
  }
}

extension ListState {
  /// The selected record stands elsewhere now: where the list is scrolled, it stays on its line of the screen.
  mutating func moveSelection(to index: Int) {
    if viewport.offset > 0 { viewport.offset = max(1, viewport.offset + index - selectedIndex) }
    selectedIndex = index
  }

  /// Keeps no more rows at hand than a person scrolls through in a while: those near the screen, and the selected one.
  mutating func dropDistantRows(height: Int) {
    guard rows.count > Self.mostRows, let order else { return }
    let near = max(0, viewport.offset - 10 * height)..<min(order.count, viewport.offset + 10 * height)
    let kept = Set(order[near]).union([selectedID].compactMap { $0 })
    rows = rows.filter { kept.contains($0.key) }
  }

  private static let mostRows = 4_000

  /// The ids near the screen whose rows are neither here nor asked for.
  func missingRows(height: Int) -> [Int64] {
    guard let order, height > 0 else { return [] }
    let overscan = State.overscan * height
    let first = max(0, viewport.offset - overscan)
    let last = min(order.count, viewport.offset + height + overscan)
    guard first < last else { return [] }
    return order[first..<last].filter { rows[$0] == nil && !requestedRows.contains($0) }
  }

  /// True when the end of what is loaded comes near and the service has more.
  func wantsMore(height: Int) -> Bool {
    // What came and is not in the order yet would be asked for again.
    guard !isFetching, !isExhausted, !isStale, !isOrdering, order != nil, let total = completeness.total else {
      return false
    }
    return completeness.loaded < total && viewport.offset + 2 * height >= count
  }
}
