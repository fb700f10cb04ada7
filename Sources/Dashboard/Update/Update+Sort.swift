import BillingAPI
import Store
import TerminalUI

/// Keys of the sort menu: Enter sorts by the selected column, Space lets it decide where that leaves rows equal.
func handleSortKey(_ key: Key, _ menu: SortMenu, _ state: inout State) -> [Effect] {
  guard let sort = state.lists[menu.kind]?.sort else { return [] }
  var menu = menu
  switch key {
  case Key(.escape), .control("c"), Key(.character("q")):
    state.overlays.removeLast()
    return []
  case Key(.enter):
    state.overlays.removeLast()
    return state.sort(
      SortOrder(menu.column, descending: menu.isDescending(over: sort), then: sort.second), in: menu.kind)
  case Key(.down), Key(.character("j")): menu.select(1)
  case Key(.up), Key(.character("k")): menu.select(-1)
  case Key(.left), Key(.character("h")): menu.choose(descending: false)
  case Key(.right), Key(.character("l")): menu.choose(descending: true)
  case Key(.character(" ")): return state.sortThen(by: menu)
  case Key(.backspace):
    return state.sort(SortOrder(sort.column, descending: sort.isDescending), in: menu.kind)
  default: break
  }
  state.replaceOverlay(.sort(menu))
  return []
}

extension State {
  mutating func openSortMenu() -> [Effect] {
    guard let list = selectedList else { return [] }
    overlays.append(.sort(SortMenu(list)))
    return []
  }

  /// Sorts by a column, as its values read best: amounts and days from the largest; the same column again reverses.
  mutating func sort(by column: SortColumn) -> [Effect] {
    guard let kind = section.kind, let list = lists[kind] else { return [] }
    if list.sort.column == column { return reverseSort() }
    return sort(SortOrder(column, descending: column.startsDescending, then: list.sort.second), in: kind)
  }

  mutating func reverseSort() -> [Effect] {
    guard let kind = section.kind, var sort = lists[kind]?.sort else { return [] }
    sort.isDescending.toggle()
    return self.sort(sort, in: kind)
  }

  /// Puts a list into an order; a column that sorts already cannot decide a second time.
  mutating func sort(_ sort: SortOrder, in kind: ResourceKind) -> [Effect] {
    var sort = sort
    if sort.second?.column == sort.column { sort.second = nil }
    guard lists[kind]?.sort != sort else { return [] }
    lists[kind]?.sort = sort
    return askForOrder(kind)
  }

  /// Lets the selected column decide between rows that the first leaves equal; once more turns its direction around.
  fileprivate mutating func sortThen(by menu: SortMenu) -> [Effect] {
    guard var sort = lists[menu.kind]?.sort, sort.column != menu.column else { return [] }
    let reversed = sort.second.flatMap { $0.column == menu.column ? !$0.isDescending : nil }
    sort.second = SortKey(menu.column, descending: reversed ?? menu.isDescending(over: sort))
    return self.sort(sort, in: menu.kind)
  }
}
