import Billing
import BillingAPI
import TerminalUI

/// The store or the service has news.
func handleNews(_ news: News, _ state: inout State, _ environment: Environment) -> [Effect] {
  switch news {
  case .rowsChanged(let kinds): return refreshShown(kinds, &state)
  case .progress(let kind, let completeness):
    state.lists[kind]?.completeness = completeness
    return state.section == .start ? [.startPage] : state.section.kind == kind ? state.followSelection(kind) : []
  case .identity(let identity): return identify(identity, &state)
  case .fetching(let kind, let isFetching):
    state.lists[kind]?.isFetching = isFetching
    return isFetching ? [] : state.followSelection(kind)
  case .connection(let connection):
    state.session.connection = connection
    return []
  case .outbox(let facts):
    state.outbox = facts
    return state.readJournalAgain()
  case .written(let report): return handleWriteReport(report, &state, environment)
  }
}

private func identify(_ identity: CompanyAndKey, _ state: inout State) -> [Effect] {
  state.session.company = identity.company
  state.session.scopes = identity.apiKey.scopes
  state.session.keyName = identity.apiKey.name
  state.session.keyExpiresAt = identity.apiKey.expiresAt
  guard case .remote = state.session.place else { return [] }
  return state.inform(
    .information, "\(identity.company.name): this key may use \(ScopeWords.short(identity.apiKey.scopes)).")
}

/// Rows came or changed in the mirror: lists ask anew, and rows at hand are replaced by fresh ones.
private func refreshShown(_ kinds: Set<ResourceKind>, _ state: inout State) -> [Effect] {
  var effects: [Effect] = state.section == .start ? [.startPage] : []
  for kind in kinds { state.lists[kind]?.isStale = true }
  if let shown = state.section.kind, kinds.contains(shown) {
    effects += state.askForEverythingAgain(shown) + state.askForDetail()
  }
  return effects + state.askForSuggestionsAgain(kinds)
}

extension State {
  /// Asks for order and rows once more; those at hand stay on the screen until the fresh ones are there.
  mutating func askForEverythingAgain(_ kind: ResourceKind) -> [Effect] {
    lists[kind]?.isStale = false
    return askForOrder(kind) + askForRowsAgain(kind)
  }

  private mutating func askForRowsAgain(_ kind: ResourceKind) -> [Effect] {
    guard let list = lists[kind], let order = list.order else { return [] }
    let last = min(order.count, list.viewport.offset + 2 * listHeight)
    let visible = order[min(list.viewport.offset, last)..<last]
    // The selected row stays at hand also while a record covers the list, or it is scrolled away.
    let hidden = list.selectedID.flatMap { visible.contains($0) ? nil : $0 }
    let shown = (visible + [hidden].compactMap { $0 }).filter { list.rows[$0] != nil }
    let kept = Set(shown)
    lists[kind]?.rows = list.rows.filter { kept.contains($0.key) }
    lists[kind]?.requestedRows = []
    return shown.isEmpty ? [] : [.rows(kind, ids: Array(shown))]
  }
}
