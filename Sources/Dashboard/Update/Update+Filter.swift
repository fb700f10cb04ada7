import BillingAPI
import Store
import TerminalUI

/// Keys while the filter line has the keyboard: the list follows what is typed, and what fits is offered under it.
func handleFilterKey(_ key: Key, _ state: inout State, _ environment: Environment) -> [Effect] {
  guard let kind = state.section.kind, let list = state.lists[kind] else { return [] }
  switch key {
  case Key(.enter):
    if list.shownOffers?.selected != nil { return state.takeFilterCandidate() ?? [] }
    return leaveFilter(kind, &state)
  case Key(.tab): return state.takeFilterCandidate() ?? []
  case Key(.down), .control("n"):
    guard list.shownOffers != nil else { return leaveFilter(kind, &state) }
    state.selectFilterCandidate(1)
  case Key(.up), .control("p"): state.selectFilterCandidate(-1)
  case Key(.escape), .control("c"): return setFilter("", &state)
  default: return editFilter(&state) { _ = $0.handle(key) }
  }
  return []
}

/// Gives the keyboard back to the rows; a filter that cannot be read keeps it, to be mended.
private func leaveFilter(_ kind: ResourceKind, _ state: inout State) -> [Effect] {
  let effects = applyFilter(&state)
  let isUnreadable = state.lists[kind]?.filterProblem != nil
  state.lists[kind]?.isFilterFocused = isUnreadable
  state.lists[kind]?.filterOffers = nil
  return effects
}

/// Changes the text of the filter line; the list follows after a moment, so that fast typing asks once.
func editFilter(_ state: inout State, _ edit: (inout TextField) -> Void) -> [Effect] {
  guard let kind = state.section.kind, var field = state.lists[kind]?.filterField else { return [] }
  let before = field.text
  edit(&field)
  state.lists[kind]?.filterField = field
  let offers = state.askForFilterOffers()
  return field.text == before ? offers : offers + [.timer(.filter, after: .milliseconds(60))]
}

/// Replaces the filter as a whole, as quick filters and `\` do.
func setFilter(_ text: String, _ state: inout State) -> [Effect] {
  guard let kind = state.section.kind else { return [] }
  state.lists[kind]?.filterField = TextField(text)
  state.lists[kind]?.isFilterFocused = false
  state.lists[kind]?.filterOffers = nil
  state.leaveView(kind)
  return applyFilter(&state)
}

/// Reads the filter line and asks for the list that it describes; a mistake is explained and changes nothing.
func applyFilter(_ state: inout State) -> [Effect] {
  guard let kind = state.section.kind, let list = state.lists[kind] else { return [] }
  switch ListFilter.parse(list.filterField.text, kind: kind) {
  case .success(let filter):
    state.lists[kind]?.filterProblem = nil
    guard filter != list.filter else { return [] }
    state.lists[kind]?.filter = filter
    // The selection stays on its record; where the filter hides it, the first row is as good as any.
    state.lists[kind]?.selectedIndex = 0
    return state.askForOrder(kind)
  case .failure(let problem):
    state.lists[kind]?.filterProblem = problem
    return []
  }
}
