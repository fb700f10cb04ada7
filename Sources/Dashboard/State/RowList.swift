import TerminalUI

/// The rows of a page in their order and which of them is selected: the selection keeps to its row, not to its place.
package struct RowList<Row: Identifiable & Equatable & Sendable>: Equatable, Sendable where Row.ID: Sendable {
  /// nil until they were read the first time.
  private(set) package var rows: [Row]?
  private(set) package var selectedIndex = 0
  private(set) package var viewport = ListViewport()

  package init() {}

  package var count: Int { rows?.count ?? 0 }
  package var selected: Row? { rows.flatMap { $0.indices.contains(selectedIndex) ? $0[selectedIndex] : nil } }

  /// Takes rows in place of those before; the selection stays on its row, or on its place where the row is gone.
  package mutating func take(_ fresh: [Row], height: Int) {
    let kept = selected?.id
    rows = fresh
    select(fresh.firstIndex { $0.id == kept } ?? selectedIndex, height: height)
  }

  mutating func move(_ move: Move, height: Int) {
    switch move {
    case .rows(let rows): select(selectedIndex + rows, height: height)
    case .screens(let screens, let part): select(selectedIndex + screens * max(1, height / part), height: height)
    case .first: select(0, height: height)
    case .last: select(count - 1, height: height)
    }
  }

  private mutating func select(_ index: Int, height: Int) {
    selectedIndex = max(0, min(index, count - 1))
    viewport.follow(selected: selectedIndex, count: count, height: height)
  }
}
