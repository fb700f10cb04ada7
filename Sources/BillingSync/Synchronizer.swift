import BillingAPI
import BillingClient
import FoundationEssentials
import Store

/// Keeps the mirror in step with the service: what the application calls to read and write.
///
/// What happens is reported as `SyncEvent`s, from any thread. Lists are read from the mirror, never from here.
package actor Synchronizer {
  /// Sends what is written.
  package nonisolated let outbox: Outbox
  let client: BillingClient
  let mirror: Mirror
  let clock: any SyncClock
  private let settings: SyncSettings
  private let report: @Sendable (SyncEvent) -> Void
  private let connection: Connection
  private let fetchers: [ResourceKind: ListFetcher]
  private let customers: CustomerRefresh
  /// What is fetched before everything else while somebody waits for it.
  private var priority: ResourceKind?
  private var isStarted = false
  private var wantsAll = false
  private var poll: Task<Void, Never>?

  /// `local` is nil where its file cannot be used: then nothing is written.
  package init(
    client: BillingClient, mirror: Mirror, local: LocalStore?, clock: any SyncClock = SystemSyncClock(),
    settings: SyncSettings = SyncSettings(), numbering: (any NumberSource)? = nil,
    report: @escaping @Sendable (SyncEvent) -> Void
  ) {
    self.client = client
    self.mirror = mirror
    self.clock = clock
    self.settings = settings
    self.report = report
    connection = Connection(clock: clock, report: report)
    outbox = Outbox(client: client, mirror: mirror, local: local, clock: clock, numbering: numbering, report: report)
    customers = CustomerRefresh(client: client, mirror: mirror, now: { clock.now })
    fetchers = Dictionary(
      uniqueKeysWithValues: ResourceKind.allCases.map { kind in
        let now: @Sendable () -> Date = { clock.now }
        return (kind, ListFetcher(kind, client: client, mirror: mirror, settings: settings, now: now, report: report))
      })
  }

  /// Connects, settles what an earlier run sent, fetches the first page of everything, and keeps at it until `stop`.
  package func start() async {
    guard !isStarted else { return }
    isStarted = true
    // What waits is told before the service is asked: it may be away for long.
    await outbox.reportQueue()
    await connection.onRetry { [weak self] in await self?.reconnect() }
    await reconnect()
  }

  /// Ends every timer; what is under way is finished.
  package func stop() async {
    isStarted = false
    poll?.cancel()
    poll = nil
    await connection.stop()
    await outbox.stop()
  }

  package var connectionState: ConnectionState {
    get async { await connection.state }
  }

  /// Whose books these are and what the key may do.
  package func companyAndKey() async throws(ServiceFailure) -> CompanyAndKey {
    do {
      let answer = try await client.me()
      await reached()
      return answer
    } catch {
      throw await lost(ServiceFailure(error), concernsAll: true)
    }
  }

  /// The first page of each kind, several at a time.
  package func fetchFirstPages() async {
    await eachKind { kind in await self.attempt { () throws(ServiceFailure) in try await self.fetcher(kind).refresh() }
    }
  }

  /// Everything that is not loaded yet, in the background; it goes on by itself after the service was lost.
  package func fetchAll() async {
    wantsAll = true
    await eachKind { kind in await self.fetchRest(kind) { true } }
  }

  /// Has all of a kind fetched before everything else, while a search in it is open; nil when it is closed.
  package func prioritize(_ kind: ResourceKind?) async {
    guard priority != kind else { return }
    priority = kind
    if let kind { await fetchRest(kind) { self.priority == kind } }
  }

  /// Reads a customer anew, with its invoices, and its payments, estimates and expenses where the service can pick
  /// them out. Answers the kinds of which everything of this customer's is fresh now.
  @discardableResult
  package func refreshCustomer(_ id: Int64) async throws(ServiceFailure) -> Set<ResourceKind> {
    let whole: Set<ResourceKind>
    do {
      whole = try await customers.refresh(id)
    } catch {
      if case .notFound = error { report(.rowsChanged(.customers)) }
      throw await lost(error)
    }
    await reached()
    for kind in whole.union([.customers]) { report(.rowsChanged(kind)) }
    return whole
  }

  /// What is new of a kind; then those of the records on the screen that the first page did not bring.
  package func refresh(_ kind: ResourceKind, visible: [Int64] = []) async throws(ServiceFailure) {
    let started = clock.now
    try await noting { () throws(ServiceFailure) in try await self.fetcher(kind).refresh() }
    for id in try stale(kind, visible, before: started).prefix(Self.visibleLimit) {
      do {
        _ = try await fetchRecord(kind, id: id)
      } catch .notFound {
        continue
      }
    }
  }

  /// The next page of a kind.
  package func fetchMore(_ kind: ResourceKind) async throws(ServiceFailure) {
    try await noting { () throws(ServiceFailure) in try await self.fetcher(kind).fetchMore() }
  }

  /// One record as the service has it now. One that is gone leaves the mirror too.
  package func fetchRecord(_ kind: ResourceKind, id: Int64) async throws(ServiceFailure) -> StoredRecord {
    let started = clock.now
    do {
      let bytes = try await client.record(kind, id)
      await reached()
      try storing { () throws(StoreError) in _ = try mirror.takeIn(record: bytes, kind: kind, asOf: started) }
    } catch let error as APIError {
      if case .notFound = error { try forget(kind, id, started) }
      throw await lost(ServiceFailure(error))
    } catch let failure as ServiceFailure {
      throw failure
    } catch {
      throw .unreadable(String(describing: error))
    }
    report(.rowsChanged(kind))
    guard let record = try storing({ () throws(StoreError) in try mirror.record(kind, id: id) }) else {
      throw .unreadable("The answer is another record.")
    }
    return record
  }

  /// Rows on the screen are at most as many as a terminal has lines.
  private static let visibleLimit = 30

  private func forget(_ kind: ResourceKind, _ id: Int64, _ moment: Date) throws(ServiceFailure) {
    try storing { () throws(StoreError) in try mirror.remove(kind, id: id, asOf: moment) }
    report(.rowsChanged(kind))
  }

  private func stale(_ kind: ResourceKind, _ ids: [Int64], before moment: Date) throws(ServiceFailure) -> [Int64] {
    try storing { () throws(StoreError) in
      var stale: [Int64] = []
      for id in ids {
        guard let record = try mirror.record(kind, id: id), record.asOf < moment else { continue }
        stale.append(id)
      }
      return stale
    }
  }

  private func fetcher(_ kind: ResourceKind) -> ListFetcher {
    fetchers[kind]
      ?? ListFetcher(
        kind, client: client, mirror: mirror, settings: settings, now: { [clock] in clock.now }, report: report)
  }

  private func storing<Value>(_ work: () throws(StoreError) -> Value) throws(ServiceFailure) -> Value {
    do {
      return try work()
    } catch {
      throw .store(error)
    }
  }
}

extension Synchronizer {
  private func reconnect() async {
    guard isStarted else { return }
    guard await attempt({ () throws(ServiceFailure) in _ = try await self.companyAndKey() }) else { return }
    await outbox.settleSent()
    await outbox.resume()
    await fetchFirstPages()
    if wantsAll { await fetchAll() }
  }

  private func reached() async {
    await connection.reached()
    schedulePoll()
  }

  private func lost(_ failure: ServiceFailure, concernsAll: Bool = false) async -> ServiceFailure {
    if isStarted || !failure.isPassing { await connection.lost(failure, concernsAll: concernsAll) }
    return failure
  }

  private func noting(_ work: () async throws(ServiceFailure) -> Void) async throws(ServiceFailure) {
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

  private func fetchRest(_ kind: ResourceKind, while isWanted: () async -> Bool) async {
    while isStarted, await isWanted(),
      await attempt({ () throws(ServiceFailure) in try await self.fetcher(kind).fetchMore() })
    {
      // An unreadable mirror has nothing more to fetch for.
      guard (try? await fetcher(kind).hasMore()) == true else { return }
    }
  }

  private func eachKind(_ work: @escaping @Sendable (ResourceKind) async -> Void) async {
    await withTaskGroup(of: Void.self) { group in
      for (place, kind) in ResourceKind.allCases.enumerated() {
        if place >= settings.concurrency { await group.next() }
        group.addTask { await work(kind) }
      }
    }
  }

  /// One timer at most, and none where polling is off.
  private func schedulePoll() {
    guard isStarted, poll == nil, settings.pollSeconds > 0 else { return }
    let moment = clock.now.addingTimeInterval(TimeInterval(settings.pollSeconds))
    poll = Task { [clock] in
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
    await fetchFirstPages()
  }
}
