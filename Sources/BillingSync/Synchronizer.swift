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
  /// Acts on many records at once.
  package nonisolated let bulk: BulkRuns
  nonisolated let context: SyncContext
  let connection: Connection
  let background: BackgroundSync
  let fetchers: [ResourceKind: ListFetcher]
  /// Invoices by status: those that are open.
  let openInvoices: [ListFetcher]
  var isStarted = false
  /// Everything is wanted, and not only what was asked for.
  var wantsAll = false
  /// What is on the screen.
  var shown: ResourceKind?
  var poll: Task<Void, Never>?
  var sweep: Task<Void, Never>?
  /// What the mirror was when another program's changes were last looked for.
  var foreignVersion: Int?
  /// Tells by another value that somebody else changed the service's books; nil where only asking tells.
  let booksVersion: (@Sendable () -> Int?)?
  /// What it was at the last poll that asked, and when that was.
  var polled: (version: Int, at: Date)?
  private let customers: CustomerRefresh

  /// `local` is nil where its file cannot be used: then nothing is written.
  ///
  /// - Parameter booksVersion: for books that lie on this machine. It may block for a moment; any thread calls it.
  package init(
    client: BillingClient, mirror: Mirror, local: LocalStore?, clock: any SyncClock = SystemSyncClock(),
    settings: SyncSettings = SyncSettings(), numbering: (any NumberSource)? = nil,
    booksVersion: (@Sendable () -> Int?)? = nil, report: @escaping @Sendable (SyncEvent) -> Void
  ) {
    let context = SyncContext(client: client, mirror: mirror, clock: clock, settings: settings, report: report)
    let budget = RequestBudget(limit: settings.requestsPerMinute, clock: clock)
    client.pass(budget)
    self.context = context
    self.booksVersion = booksVersion
    connection = Connection(clock: clock, report: report)
    outbox = Outbox(client: client, mirror: mirror, local: local, clock: clock, numbering: numbering, report: report)
    customers = CustomerRefresh(context: context)
    let lists = Self.order.map { ListFetcher(ListPart($0), context: context) }
    let fetchers = Dictionary(uniqueKeysWithValues: lists.map { ($0.part.kind, $0) })
    self.fetchers = fetchers
    bulk = BulkRuns(
      client: client, outbox: outbox, mirror: mirror, local: local, clock: clock, report: report,
      // Where the service is away, the next page of the list says it.
      recount: { kind in try? await fetchers[kind]?.refresh() })
    openInvoices = Self.openStatuses.map { ListFetcher(ListPart(.invoices, status: $0), context: context) }
    background = BackgroundSync(fetchers: openInvoices + lists, budget: budget, context: context)
  }

  /// The order in which lists matter where nobody waits for one: names first, history last.
  static let order: [ResourceKind] = [.customers, .invoices, .payments, .items, .estimates, .expenses]
  /// What a customer may still have to pay is in these; a service may keep late ones under SENT and VIEWED.
  static let openStatuses = ["SENT", "VIEWED", "OVERDUE", "DRAFT"]

  /// Connects, settles what an earlier run sent, fetches the first page of everything, and keeps at it until `stop`.
  ///
  /// - Parameter fetchingAll: the rest follows in the background.
  package func start(fetchingAll: Bool = false) async {
    guard !isStarted else { return }
    isStarted = true
    wantsAll = fetchingAll
    if context.client.knownScopes == nil, let key = lastIdentity?.apiKey, !key.scopes.isEmpty {
      context.client.knownScopes = key.scopes
    }
    // What waits is told before the service is asked: it may be away for long.
    await outbox.reportQueue()
    await connection.onRetry { [weak self] in await self?.reconnect() }
    await reconnect()
  }

  /// Ends every timer; what is under way is finished.
  package func stop() async {
    isStarted = false
    for task in [poll, sweep] { task?.cancel() }
    poll = nil
    await background.stop()
    await connection.stop()
    await outbox.stop()
  }

  package var connectionState: ConnectionState {
    get async { await connection.state }
  }

  /// What the service said last of whose books these are and what this key may do: for a start without it.
  package nonisolated var lastIdentity: KeptIdentity? {
    // A mirror that cannot be read knows nothing.
    try? context.mirror.identity(key: context.client.keyFingerprint)
  }

  /// Whose books these are and what the key may do.
  package func companyAndKey() async throws(ServiceFailure) -> CompanyAndKey {
    do {
      let answer = try await context.client.me()
      // Without it the next start without a network knows less: no reason to fail now.
      try? context.mirror.keepIdentity(answer, key: context.client.keyFingerprint)
      await reached()
      return answer
    } catch {
      throw await lost(ServiceFailure(error), concernsAll: true)
    }
  }

  /// Everything that is not loaded yet, in the background; it goes on by itself after the service was lost.
  package func fetchAll() async {
    wantsAll = true
    await sweepNow()
  }

  /// Says what is on the screen: that is looked at first.
  package func show(_ kind: ResourceKind?) async {
    guard shown != kind else { return }
    shown = kind
    await background.show(kind)
  }

  /// Has all of a kind fetched before everything else, while a search in it is open; nil when it is closed.
  package func prioritize(_ kind: ResourceKind?) async {
    await background.prioritize(kind)
    if wantsAll, kind != nil { beginSweep() }
  }

  /// Reads a customer anew, with its invoices, and its payments, estimates and expenses where the service can pick
  /// them out. Answers the kinds of which everything of this customer's is fresh now.
  @discardableResult
  package func refreshCustomer(_ id: Int64) async throws(ServiceFailure) -> Set<ResourceKind> {
    let whole: Set<ResourceKind>
    do {
      whole = try await customers.refresh(id)
    } catch {
      if case .notFound = error { context.report(.rowsChanged(.customers)) }
      throw await lost(error)
    }
    await reached()
    for kind in whole.union([.customers]) { context.report(.rowsChanged(kind)) }
    return whole
  }

  /// What is new of a kind; then those of the records on the screen that the first page did not bring.
  package func refresh(_ kind: ResourceKind, visible: [Int64] = []) async throws(ServiceFailure) {
    let started = context.clock.now
    try await noting { () throws(ServiceFailure) in try await self.fetcher(kind).refresh() }
    for id in try stale(kind, visible, before: started).prefix(Self.visibleLimit) {
      do {
        _ = try await fetchRecord(kind, id: id)
      } catch .notFound {
        continue
      }
    }
    if wantsAll { beginSweep() }
  }

  /// The next page of a kind; false where there is nothing more to ask for.
  @discardableResult
  package func fetchMore(_ kind: ResourceKind) async throws(ServiceFailure) -> Bool {
    var isAsked = false
    try await noting { () throws(ServiceFailure) in isAsked = try await self.fetcher(kind).step() }
    return isAsked
  }

  /// One record as the service has it now. One that is gone leaves the mirror too.
  package func fetchRecord(_ kind: ResourceKind, id: Int64) async throws(ServiceFailure) -> StoredRecord {
    try await noting { () throws(ServiceFailure) in try await RecordCheck(context: self.context).check(kind, id) }
    context.report(.rowsChanged(kind))
    try await fetcher(kind).announce()
    let record = try context.storing { mirror throws(StoreError) in try mirror.record(kind, id: id) }
    guard let record else { throw .notFound("Not found.") }
    return record
  }

  /// Rows on the screen are at most as many as a terminal has lines.
  private static let visibleLimit = 30

  private func stale(_ kind: ResourceKind, _ ids: [Int64], before moment: Date) throws(ServiceFailure) -> [Int64] {
    try context.storing { mirror throws(StoreError) in
      var stale: [Int64] = []
      for id in ids {
        guard let record = try mirror.record(kind, id: id), record.asOf < moment else { continue }
        stale.append(id)
      }
      return stale
    }
  }

  func fetcher(_ kind: ResourceKind) -> ListFetcher {
    fetchers[kind] ?? ListFetcher(ListPart(kind), context: context)
  }
}
