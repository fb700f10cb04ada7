import BillingAPI
import Store
import TerminalUI

/// How often each value stands in a column of the list that is shown, and what the records with it come to.
package struct FrequencyTable: Sendable, Equatable {
  package let kind: ResourceKind
  package let column: SortColumn
  /// The column's title.
  package let title: String
  /// nil until they are counted.
  package private(set) var rows: [Frequency]?
  package private(set) var selected = 0
  /// Records came while they were being counted: they are counted once more.
  package var isStale = false
  package var isCounting = true

  package init(kind: ResourceKind, column: SortColumn, title: String) {
    self.kind = kind
    self.column = column
    self.title = title
  }

  package var selectedRow: Frequency? { rows.flatMap { $0.indices.contains(selected) ? $0[selected] : nil } }
  /// How many records were counted.
  var count: Int { (rows ?? []).reduce(0) { $0 + $1.count } }

  mutating func select(_ index: Int) { selected = max(0, min(index, (rows?.count ?? 0) - 1)) }

  /// Takes fresh counts; the selection stays on its value.
  mutating func take(_ fresh: [Frequency]) {
    let kept = selectedRow?.value
    rows = fresh
    isCounting = false
    select(kept.flatMap { value in fresh.firstIndex { $0.value == value } } ?? selected)
  }
}
