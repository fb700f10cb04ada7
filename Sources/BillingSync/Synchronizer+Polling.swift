import BillingAPI
import FoundationEssentials
import Store

extension Synchronizer {
  /// After a start and whenever the service may be back: what waits goes out, then what is new comes in.
  func reconnect() async {
    guard isStarted else { return }
    guard await attempt({ () throws(ServiceFailure) in _ = try await self.companyAndKey() }) else { return }
    await outbox.settleSent()
    await outbox.resume()
    await fetchFirstPages()
    if wantsAll { beginSweep() }
  }

  /// The first page of each list, several at a time: what is on the screen first, then what is open.
  package func fetchFirstPages() async {
    let known = Self.order.map { fetcher($0) }
    let first = known.filter { $0.part.kind == shown }
    let rest = known.filter { $0.part.kind != shown }
    await eachList(first + (wantsAll ? openInvoices : []) + rest) { list in
      await self.attempt { () throws(ServiceFailure) in try await list.refresh() }
    }
    tellForeignChanges()
  }

  func reached() async {
    let isBack = await connection.reached()
    schedulePoll()
    // Whoever found the service back, what was interrupted goes on.
    if isBack, wantsAll { beginSweep() }
  }

  func lost(_ failure: ServiceFailure, concernsAll: Bool = false) async -> ServiceFailure {
    if isStarted || !failure.isPassing { await connection.lost(failure, concernsAll: concernsAll) }
    return failure
  }

  func noting(_ work: () async throws(ServiceFailure) -> Void) async throws(ServiceFailure) {
    do {
      try await work()
    } catch {
      throw await lost(error)
    }
    await reached()
  }

  /// Answers whether it worked; a failure is told by the connection's state.
  @discardableResult
  private func attempt(_ work: () async throws(ServiceFailure) -> Void) async -> Bool {
    do {
      try await noting(work)
      return true
    } catch {
      return false
    }
  }

  private func eachList(_ lists: [ListFetcher], _ work: @escaping @Sendable (ListFetcher) async -> Void) async {
    await withTaskGroup(of: Void.self) { group in
      for (place, list) in lists.enumerated() {
        if place >= context.settings.concurrency { await group.next() }
        group.addTask { await work(list) }
      }
    }
  }

  /// One timer at most, and none where polling is off.
  private func schedulePoll() {
    guard isStarted, poll == nil, context.settings.pollSeconds > 0 else { return }
    let moment = context.clock.now.addingTimeInterval(TimeInterval(context.settings.pollSeconds))
    poll = Task { [clock = context.clock] in
      do {
        try await clock.sleep(until: moment)
      } catch {
        return
      }
      await pollNow()
    }
  }

  private func pollNow() async {
    // The timer is spent; the next one starts when the service has answered.
    poll = nil
    // A program that ended since may have left writes.
    await outbox.settleSent()
    guard mayHaveNews() else { return schedulePoll() }
    await fetchFirstPages()
    if wantsAll { beginSweep() }
  }

  /// Books on this machine need not be asked while nobody else has changed them; what the day alone changes, such as an
  /// invoice that is late from midnight, is asked for now and then all the same.
  func mayHaveNews() -> Bool {
    guard let version = booksVersion?() else { return true }
    let now = context.clock.now
    if let polled, polled.version == version, now.timeIntervalSince(polled.at) < Self.longestSilence { return false }
    polled = (version, now)
    return true
  }

  /// Seconds.
  private static let longestSilence: TimeInterval = 600
}
