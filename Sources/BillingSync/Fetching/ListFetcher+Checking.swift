import BillingClient
import FoundationEssentials
import Store

extension ListFetcher {
  /// Asks for one record that the walk did not bring; when none is left, the list is settled.
  ///
  /// A list may leave a record out that is there: only what the service itself says is gone leaves the mirror.
  func check(_ known: FetchedList, _ urgency: RequestUrgency) async throws(ServiceFailure) -> Bool {
    if unseen.isEmpty, checked < limit(known) { unseen = try missing(known, limit: Self.batch) }
    guard let id = unseen.popLast() else {
      try settle(known)
      return false
    }
    if checked == 0, known.total == 0 { try await confirm() }
    checked += 1
    try await ask(for: id, urgency)
    noteChange()
    try announce(urgency)
    return true
  }

  /// Records that the walk did not bring, those left out of which nothing useful came before.
  func missing(_ list: FetchedList, limit: Int) throws(ServiceFailure) -> [Int64] {
    guard let start = list.walkStarted else { return [] }
    let oldest = try context.storing { mirror throws(StoreError) in
      try mirror.ids(part, readBefore: start, limit: limit + passedOver.count)
    }
    return oldest.filter { !passedOver.contains($0) }
  }

  /// A record that is answered as another, or not at all, is not asked for again and again.
  private func ask(for id: Int64, _ urgency: RequestUrgency) async throws(ServiceFailure) {
    passedOver.insert(id)
    let started = context.clock.now
    try await RecordCheck(context: context).check(part.kind, id, urgency)
    let known = try context.storing { mirror throws(StoreError) in try mirror.record(part.kind, id: id) }
    if known.map({ $0.asOf >= started }) ?? true { passedOver.remove(id) }
  }

  private func settle(_ known: FetchedList) throws(ServiceFailure) {
    var list = try fetched() ?? known
    list.difference = try difference(list)
    try keep(list)
    try announce()
  }

  /// A service that says it holds nothing at all must at least know whose books these are.
  private func confirm() async throws(ServiceFailure) {
    do {
      _ = try await context.client.me()
    } catch {
      throw ServiceFailure(error)
    }
  }

  /// After walks that missed something, what they did not bring says little.
  private func limit(_ list: FetchedList) -> Int { list.failedWalks == 0 ? .max : Self.batch }

  private static let batch = 50
}
