import BillingAPI
import Store
import TerminalUI

/// Keys of the views' menu: typing narrows it, Enter opens, `^S` saves the list that is shown under the typed name.
func handleViewKey(_ key: Key, _ menu: ViewMenu, _ state: inout State) -> [Effect] {
  var menu = menu
  menu.remark = nil
  if menu.renaming != nil { return handleRenamingKey(key, menu, &state) }
  if menu.awaitsSecondKey { return handleSecondViewKey(key, menu, &state) }
  switch key {
  case .control("s"): return state.saveView(from: menu)
  case .control("x"):
    menu.awaitsSecondKey = true
    state.replaceOverlay(.views(menu))
    return []
  default: break
  }
  switch menu.picker.handle(key) {
  case .picked(let choice):
    state.overlays.removeLast()
    return state.open(choice)
  case .created: return state.saveView(from: menu)
  case .cancelled: state.overlays.removeLast()
  default: state.replaceOverlay(.views(menu))
  }
  return []
}

/// The key after `^X`: `r` renames the selected view, `k` deletes it after a question.
private func handleSecondViewKey(_ key: Key, _ menu: ViewMenu, _ state: inout State) -> [Effect] {
  var menu = menu
  menu.awaitsSecondKey = false
  let letter = key.code
  guard letter == .character("r") || letter == .character("k") else {
    state.replaceOverlay(.views(menu))
    return []
  }
  guard let name = menu.selectedName else {
    menu.remark = "This one comes with the program: it stays as it is."
    state.replaceOverlay(.views(menu))
    return []
  }
  if letter == .character("r") {
    menu.renaming = ViewMenu.Renaming(name: name, field: TextField(name, maximumLength: SavedView.longestName))
  }
  state.replaceOverlay(.views(menu))
  if letter == .character("k") { state.overlays.append(.question(.deleteView(name))) }
  return []
}

/// The field holds a view's new name: Enter gives it.
private func handleRenamingKey(_ key: Key, _ menu: ViewMenu, _ state: inout State) -> [Effect] {
  guard let renaming = menu.renaming else { return [] }
  var menu = menu
  switch key {
  case Key(.escape), .control("c"): menu.renaming = nil
  case Key(.enter), .control("s"):
    let fresh = renaming.field.text.trimmingBlanks
    if fresh.isEmpty {
      menu.remark = "A view needs a name."
    } else if fresh == renaming.name {
      menu.renaming = nil
    } else if state.views.view(named: fresh) != nil {
      menu.remark = "“\(fresh)” is taken by another view."
    } else {
      menu.renaming = nil
      state.replaceOverlay(.views(menu))
      return [.changeViews(.rename(renaming.name, to: fresh))]
    }
  default: _ = menu.renaming?.field.handle(key)
  }
  state.replaceOverlay(.views(menu))
  return []
}

extension State {
  mutating func openViewMenu() -> [Effect] {
    var picker = PickerState(items: viewChoices, allowsCreation: section.kind != nil && pages.isEmpty)
    if let name = selectedList?.viewName { picker.select(.saved(name)) }
    overlays.append(.views(ViewMenu(picker: picker)))
    return []
  }

  /// Saves the list that is shown under the name that was typed, or under that of the view it was opened with.
  fileprivate mutating func saveView(from menu: ViewMenu) -> [Effect] {
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
  fileprivate mutating func open(_ choice: ViewMenu.Choice) -> [Effect] {
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

extension Question {
  static func overwriteView(_ taken: SavedView, with view: SavedView) -> Question {
    let before = taken.filter.isEmpty ? "everything" : taken.filter
    return Question(
      dialog: Dialog(
        title: "Overwrite this view?",
        body: [
          "“\(taken.name)” shows \(taken.kind.rawValue): \(before), \(taken.sort.words(in: taken.kind)). What is on the screen now takes its place."
        ],
        choices: [
          DialogChoice(key: "y", label: "overwrite", kind: .destructive),
          DialogChoice(key: "n", label: "keep", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.changeViews(.save(view)), .stay])
  }

  static func deleteView(_ name: String) -> Question {
    Question(
      dialog: Dialog(
        title: "Delete this view?", body: ["“\(name)” is forgotten. The records that it shows stay."],
        choices: [
          DialogChoice(key: "y", label: "delete", kind: .destructive),
          DialogChoice(key: "n", label: "keep", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.changeViews(.delete(name)), .stay])
  }
}
