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
