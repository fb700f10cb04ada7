import BillingAPI

/// The columns of a list while somebody chooses, orders and sizes them; the list beneath follows each key.
package struct ColumnMenu: Sendable, Equatable {
  /// A column that the kind has.
  package struct Row: Sendable, Equatable {
    package let id: String
    package let title: String
    package var isShown: Bool
    package var width: Int?
  }

  package let kind: ResourceKind
  /// Shown columns first as they stand in the list, then the others.
  package var rows: [Row]
  package var selected = 0
  /// What Esc goes back to.
  package let before: ColumnArrangement?

  /// What the list shows while this is open.
  var arrangement: ColumnArrangement {
    ColumnArrangement(rows.filter(\.isShown).map { ColumnArrangement.Choice($0.id, width: $0.width) })
  }
}

extension ColumnMenu {
  init(_ list: ListState) {
    let resource = AnyResource.of(list.kind)
    let shown = resource.arranged(list.columns)
    let widths = Dictionary(
      (list.columns?.choices ?? []).map { ($0.id, $0.width) }, uniquingKeysWith: { first, _ in first })
    let hidden = resource.columns.filter { column in !shown.contains { $0.id == column.id } }
    kind = list.kind
    before = list.columns
    rows =
      shown.map { Row(id: $0.id, title: $0.title, isShown: true, width: widths[$0.id] ?? nil) }
      + hidden.map { Row(id: $0.id, title: $0.title, isShown: false, width: nil) }
    selected = shown.firstIndex { $0.id == list.currentColumn?.id } ?? 0
  }

  mutating func select(_ distance: Int) { selected = max(0, min(selected + distance, rows.count - 1)) }

  /// Shows the selected column or hides it; the last one that is shown stays.
  mutating func toggle() {
    guard !rows[selected].isShown || rows.count(where: \.isShown) > 1 else { return }
    rows[selected].isShown.toggle()
  }

  /// Moves the selected column so many places; the selection goes with it.
  mutating func move(_ distance: Int) {
    let target = max(0, min(selected + distance, rows.count - 1))
    guard target != selected else { return }
    rows.swapAt(selected, target)
    selected = target
  }

  /// Makes the selected column wider or narrower; the first step begins at the width that it has by itself.
  mutating func resize(_ distance: Int) {
    guard let own = AnyResource.of(kind).column(rows[selected].id)?.leastWidth else { return }
    let width = (rows[selected].width ?? own) + distance
    rows[selected].width = max(ColumnArrangement.widths.lowerBound, min(width, ColumnArrangement.widths.upperBound))
  }
}
