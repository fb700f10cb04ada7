import BillingAPI
import TerminalUI

extension State {
  /// The current column goes left or right; `F` counts its values.
  mutating func stepColumn(_ distance: Int) -> [Effect] {
    guard let kind = section.kind, let list = lists[kind] else { return [] }
    let columns = list.shownColumns
    let current = columns.firstIndex { $0.id == list.currentColumn?.id } ?? 0
    let next = max(0, min(current + distance, columns.count - 1))
    lists[kind]?.currentColumnID = columns.isEmpty ? nil : columns[next].id
    return []
  }

  mutating func openColumnMenu() -> [Effect] {
    guard let list = selectedList else { return [] }
    overlays.append(.columns(ColumnMenu(list)))
    return []
  }
}

/// Keys of the column menu: each changes the list at once, Enter keeps that and Esc goes back to what was before.
func handleColumnKey(_ key: Key, _ menu: ColumnMenu, _ state: inout State) -> [Effect] {
  var menu = menu
  switch key {
  case Key(.escape), .control("c"), Key(.character("q")):
    state.overlays.removeLast()
    return state.arrange(menu.before, in: menu.kind)
  case Key(.enter): return keep(menu, &state)
  case Key(.down), Key(.character("j")): menu.select(1)
  case Key(.up), Key(.character("k")): menu.select(-1)
  case Key(.character(" ")): menu.toggle()
  case Key(.character("J")): menu.move(1)
  case Key(.character("K")): menu.move(-1)
  case Key(.character(">")), Key(.right), Key(.character("l")): menu.resize(1)
  case Key(.character("<")), Key(.left), Key(.character("h")): menu.resize(-1)
  case Key(.character("=")): menu.rows[menu.selected].width = nil
  case Key(.character("\\")): return resetColumns(menu, &state)
  default: return []
  }
  state.replaceOverlay(.columns(menu))
  return state.arrange(menu.arrangement, in: menu.kind)
}

private func keep(_ menu: ColumnMenu, _ state: inout State) -> [Effect] {
  state.overlays.removeLast()
  guard let list = state.lists[menu.kind], list.columns != menu.before else { return [] }
  if let name = list.viewName, state.views.view(named: name)?.columns != nil {
    return state.inform(.information, "These are the columns of the view “\(name)”: V and ^S keep them in it.")
  }
  return [.changeViews(.columns(menu.kind, list.columns))]
}

/// Back to the columns that the kind has by itself; Enter keeps that.
private func resetColumns(_ menu: ColumnMenu, _ state: inout State) -> [Effect] {
  _ = state.arrange(nil, in: menu.kind)
  guard let list = state.lists[menu.kind] else { return [] }
  var fresh = ColumnMenu(list)
  fresh = ColumnMenu(kind: menu.kind, rows: fresh.rows, selected: fresh.selected, before: menu.before)
  state.replaceOverlay(.columns(fresh))
  return []
}

extension State {
  /// Shows a list with these columns; the current column stays where it is still shown.
  mutating func arrange(_ columns: ColumnArrangement?, in kind: ResourceKind) -> [Effect] {
    lists[kind]?.columns = columns
    return []
  }
}

extension ListState {
  /// The columns of this list as they are chosen, before the screen's width drops any.
  var shownColumns: [AnyColumn] { AnyResource.of(kind).arranged(columns) }

  /// The column that `F` counts: the first one until `h` or `l` goes elsewhere.
  var currentColumn: AnyColumn? {
    let columns = shownColumns
    return columns.first { $0.id == currentColumnID } ?? columns.first
  }
}
