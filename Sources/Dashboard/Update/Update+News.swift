import Billing
import BillingAPI
import Store
import TerminalUI

/// The store or the service has news.
func handleNews(_ news: News, _ state: inout State, _ environment: Environment) -> [Effect] {
  switch news {
  case .rowsChanged(let kinds): return refreshShown(kinds, &state)
  case .progress(let kind, let completeness):
    if state.lists[kind]?.completeness.loaded != completeness.loaded { state.lists[kind]?.isExhausted = false }
    state.lists[kind]?.completeness = completeness
    return state.section == .start
      ? state.refreshOverview() : state.section.kind == kind ? state.followSelection(kind) : []
  case .identity(let identity): return identify(identity, &state)
  case .fetching(let kind, let isFetching):
    state.lists[kind]?.isFetching = isFetching
    return isFetching ? [] : state.followSelection(kind)
  case .nothingMore(let kind):
    state.lists[kind]?.isFetching = false
    state.lists[kind]?.isExhausted = true
    return []
  case .readAt(let kind, let moment):
    state.lists[kind]?.readAt = moment
    return []
  case .sweep(let percent):
    state.sweepPercent = percent
    return []
  case .connection(let connection): return state.takeConnection(connection)
  case .outbox(let facts):
    state.outbox = facts
    return state.readJournalAgain()
  case .written(let report): return handleWriteReport(report, &state, environment)
  case .run(let change): return state.takeRunChange(change)
  }
}

extension State {
  /// When the service is back, what could not be had before is asked for again: whoever waits at the end of a list gets
  /// the rest of it.
  fileprivate mutating func takeConnection(_ connection: Connection) -> [Effect] {
    let wasLive = if case .live = session.connection { true } else { false }
    session.connection = connection
    guard case .live = connection, !wasLive else { return [] }
    for kind in lists.keys { lists[kind]?.isExhausted = false }
    return section.kind.map { followSelection($0) } ?? []
  }
}

private func identify(_ identity: CompanyAndKey, _ state: inout State) -> [Effect] {
  state.session.company = identity.company
  state.session.know(identity.apiKey)
  if let expiry = state.keyExpiry {
    let name = state.session.keyName.map { " “\($0)”" } ?? ""
    return state.inform(.warning, "The key\(name) \(expiry.words): make a new one before, nothing works without.")
  }
  // What a key was just answered with is not overwritten by what nobody asked for.
  guard case .remote = state.session.place, state.notice == nil else { return [] }
  return state.inform(
    .information, "\(identity.company.name): this key may use \(ScopeWords.short(identity.apiKey.scopes)).")
}

/// Rows came or changed in the mirror: lists ask anew, and rows at hand are replaced by fresh ones.
private func refreshShown(_ kinds: Set<ResourceKind>, _ state: inout State) -> [Effect] {
  var effects =
    state.refreshOverview() + state.readCustomersAgain(kinds) + state.readReviewAgain()
    + (kinds.contains(.invoices) ? state.readBankRowsAgain() : [])
  for kind in kinds { state.lists[kind]?.isStale = true }
  if let shown = state.section.kind, kinds.contains(shown) {
    effects += state.refreshList(shown)
  }
  return effects + state.askForSuggestionsAgain(kinds) + state.askFinderAgain(kinds) + state.countAgain(kinds)
}
