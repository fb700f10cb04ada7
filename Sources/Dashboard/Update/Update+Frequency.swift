import BillingAPI
import Store
import TerminalUI

/// Keys of the frequency table: Enter filters the list by the selected value, Esc goes back to it.
func handleFrequencyKey(_ key: Key, _ table: FrequencyTable, _ state: inout State) -> [Effect] {
  var table = table
  switch key {
  case Key(.escape), .control("c"), Key(.character("q")), Key(.character("F")):
    state.overlays.removeLast()
    return []
  case Key(.enter): return state.filter(by: table)
  case Key(.down), Key(.character("j")): table.select(table.selected + 1)
  case Key(.up), Key(.character("k")): table.select(table.selected - 1)
  case Key(.pageDown), .control("d"): table.select(table.selected + 10)
  case Key(.pageUp), .control("u"): table.select(table.selected - 10)
  case Key(.home), Key(.character("g")): table.select(0)
  case Key(.end), Key(.character("G")): table.select(.max)
  default: return []
  }
  state.replaceOverlay(.frequency(table))
  return []
}

extension State {
  /// Counts the values of the current column among the records that the list shows.
  mutating func openFrequencies() -> [Effect] {
    guard let list = selectedList, let current = list.currentColumn else { return [] }
    guard let column = current.sort else {
      return inform(
        .warning, "\(current.title) is worked out for each row: there is nothing to count. h and l choose a column.")
    }
    overlays.append(.frequency(FrequencyTable(kind: list.kind, column: column, title: current.title)))
    return [.frequencies(column, list.request(today: figures.today))]
  }

  mutating func takeFrequencies(_ rows: [Frequency], _ column: SortColumn, _ kind: ResourceKind) -> [Effect] {
    guard case .frequency(var table) = overlays.last, table.kind == kind, table.column == column else { return [] }
    table.take(rows)
    let isStale = table.isStale
    table.isStale = false
    table.isCounting = isStale
    replaceOverlay(.frequency(table))
    return isStale ? recount(table) : []
  }

  /// Records came: what is counted has changed.
  mutating func countAgain(_ kinds: Set<ResourceKind>) -> [Effect] {
    guard case .frequency(var table) = overlays.last, kinds.contains(table.kind) else { return [] }
    let isUnderWay = table.isCounting
    table.isStale = isUnderWay
    table.isCounting = true
    replaceOverlay(.frequency(table))
    return isUnderWay ? [] : recount(table)
  }

  private func recount(_ table: FrequencyTable) -> [Effect] {
    lists[table.kind].map { [.frequencies(table.column, $0.request(today: figures.today))] } ?? []
  }

  /// Adds the selected value to the filter of the list.
  fileprivate mutating func filter(by table: FrequencyTable) -> [Effect] {
    guard let row = table.selectedRow, let list = lists[table.kind] else { return [] }
    guard let words = row.filter else {
      return inform(.warning, "The filter has no words for this value.")
    }
    overlays.removeLast()
    let before = list.filter.text.trimmingBlanks
    lists[table.kind]?.filterField = TextField(before.isEmpty ? words : "\(before) \(words)")
    return applyFilter(&self)
  }
}
