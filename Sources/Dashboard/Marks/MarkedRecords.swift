import BillingAPI
import Store

/// What is marked in a list: a set of ids that survives refreshing, sorting, filtering and the end of the program.
package struct MarkedRecords: Sendable, Equatable {
  private(set) package var ids: Set<Int64> = []
  /// Counts the changes of the set, so that late sums of an earlier one are known as such.
  private(set) var generation = 0
  /// How many of them are loaded and what they come to; nil until it is counted.
  private(set) var summary: ListSummary?
  /// Sums were asked for and have not come.
  var isCounting = false
  /// Where a range of rows begins that goes to the selected one.
  var rangeStart: Int64?
  /// The list shows nothing else.
  var isAlone = false

  package init() {}

  package var count: Int { ids.count }
  package var isEmpty: Bool { ids.isEmpty }
  package func contains(_ id: Int64) -> Bool { ids.contains(id) }

  /// Adds records; returns those that were not marked before.
  mutating func add(_ added: [Int64]) -> [Int64] {
    let fresh = ids.isEmpty ? added : added.filter { !ids.contains($0) }
    guard !fresh.isEmpty else { return [] }
    ids.formUnion(fresh)
    expire()
    return fresh
  }

  /// Takes marks away; returns those that there were.
  mutating func remove(_ removed: [Int64]) -> [Int64] {
    let gone = removed.filter(ids.contains)
    guard !gone.isEmpty else { return [] }
    if gone.count == ids.count { ids = [] } else { ids.subtract(gone) }
    expire()
    return gone
  }

  /// What the records come to may have changed.
  mutating func expire() {
    generation += 1
    summary = nil
  }

  mutating func take(_ counted: ListSummary, generation counting: Int) {
    isCounting = false
    if counting == generation { summary = counted }
  }
}

extension ListState {
  /// The places of the rows between where a range was begun and the selection; nil where none was begun.
  var range: ClosedRange<Int>? {
    guard let start = marks.rangeStart, let order, let first = order.firstIndex(of: start) else { return nil }
    return min(first, selectedIndex)...max(first, selectedIndex)
  }
}
