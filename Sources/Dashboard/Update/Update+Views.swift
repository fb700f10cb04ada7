import BillingAPI
import Store
import TerminalUI

extension State {
  mutating func openViewMenu() -> [Effect] {
    var picker = PickerState(items: viewChoices, allowsCreation: section.kind != nil && pages.isEmpty)
    if let name = selectedList?.viewName { picker.select(.saved(name)) }
    overlays.append(.views(ViewMenu(picker: picker)))
    return []
  }

  /// Saves the list that is shown under the name that was typed, or under that of the view it was opened with.
  mutating func saveView(from menu: ViewMenu) -> [Effect] {
    var menu = menu
    guard let list = selectedList, pages.isEmpty else {
      menu.remark = "Views are of lists: open one first."
      replaceOverlay(.views(menu))
      return []
    }
    let name = menu.typedName.isEmpty ? list.viewName ?? "" : menu.typedName
    guard !name.isEmpty else {
      menu.remark = "Type a name for what is shown, then ^S."
      replaceOverlay(.views(menu))
      return []
    }
    let view = list.view(named: name)
    guard let taken = views.view(named: name), taken != view else {
      overlays.removeLast()
      return [.changeViews(.save(view))]
    }
    overlays.append(.question(.overwriteView(taken, with: view)))
    return []
  }

  /// Opens what was chosen in the menu.
  mutating func open(_ choice: ViewMenu.Choice) -> [Effect] {
    switch choice {
    case .quick(let kind, let text): return show(Section(kind)) + setFilter(text, &self)
    case .saved(let name): return views.view(named: name).map { open($0) } ?? []
    }
  }

  /// Shows a list as it was when it was saved, from its first row.
  mutating func open(_ view: SavedView) -> [Effect] {
    history.visit(Section(view.kind))
    section = Section(view.kind)
    pages = []
    isZoomed = false
    zoomOffset = 0
    guard var list = lists[view.kind] else { return [] }
    list.viewName = view.name
    list.columns = view.columns ?? views.columns[view.kind]
    list.sort = view.sort
    list.filterField = TextField(view.filter)
    list.isFilterFocused = false
    list.selectedIndex = 0
    list.selectedID = nil
    switch ListFilter.parse(view.filter, kind: view.kind) {
    case .success(let filter): (list.filter, list.filterProblem) = (filter, nil)
    case .failure(let problem): (list.filter, list.filterProblem) = (.all, problem)
    }
    lists[view.kind] = list
    return askForEverythingAgain(view.kind)
  }

  /// The list is no view any more: columns that came with it go.
  mutating func leaveView(_ kind: ResourceKind) {
    guard let name = lists[kind]?.viewName else { return }
    lists[kind]?.viewName = nil
    if views.view(named: name)?.columns != nil { lists[kind]?.columns = views.columns[kind] }
  }

  /// Takes in what is kept of views, and says what became of a change to it.
  mutating func takeViews(_ views: SavedViews, after change: ViewsChange?) -> [Effect] {
    self.views = views
    refreshViewMenu()
    switch change {
    case nil:
      for kind in ResourceKind.allCases { lists[kind]?.columns = views.columns[kind] }
      return views.remarks.first.map { inform(.warning, $0) } ?? []
    case .save(let view):
      lists[view.kind]?.viewName = view.name
      lists[view.kind]?.isCountStale = true
      return inform(.done, "Saved the view “\(view.name)”. V opens it again.") + countFilters(view.kind)
    case .rename(let name, let fresh):
      for kind in ResourceKind.allCases where lists[kind]?.viewName == name { lists[kind]?.viewName = fresh }
      return inform(.done, "The view “\(name)” is “\(fresh)” now.")
    case .delete(let name):
      for kind in ResourceKind.allCases where lists[kind]?.viewName == name { lists[kind]?.viewName = nil }
      return inform(.done, "Deleted the view “\(name)”.")
    case .columns: return []
    }
  }

  private mutating func refreshViewMenu() {
    guard case .views(var menu) = overlays.last else { return }
    menu.picker.items = viewChoices
    replaceOverlay(.views(menu))
  }
}

extension ListState {
  /// What is shown, as a view of that name.
  func view(named name: String) -> SavedView {
    SavedView(name: name, kind: kind, filter: filterField.text.trimmingBlanks, sort: sort, columns: columns)
  }

  /// Whether something was changed since the view was opened.
  func differs(from view: SavedView) -> Bool { self.view(named: view.name) != view }
}
