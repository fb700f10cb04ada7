import BillingAPI
import BillingClient
import FoundationEssentials
import Store

/// Brings the pages of one kind into the mirror, one at a time.
///
/// Rows shift between pages while others write, a limit may be capped, a page may repeat: pages are built from `meta`
/// and told apart by the ids in them.
actor ListFetcher {
  private let kind: ResourceKind
  private let client: BillingClient
  private let mirror: Mirror
  private let settings: SyncSettings
  private let now: @Sendable () -> Date
  private let report: @Sendable (SyncEvent) -> Void
  private var running: Running?
  private var lastIDs: [Int64] = []
  /// When the walk over all pages began; nil while none is under way.
  private var walkStarted: Date?

  /// What is under way; there is one thing at a time, so that pages do not overtake each other.
  private struct Running {
    let work: Work
    let task: Task<Result<Void, ServiceFailure>, Never>
  }

  private enum Work {
    case refresh, more
  }

  init(
    _ kind: ResourceKind, client: BillingClient, mirror: Mirror, settings: SyncSettings,
    now: @escaping @Sendable () -> Date, report: @escaping @Sendable (SyncEvent) -> Void
  ) {
    self.kind = kind
    self.client = client
    self.mirror = mirror
    self.settings = settings
    self.now = now
    self.report = report
  }

  /// What is new: the first page. A call while another is under way joins it.
  func refresh() async throws(ServiceFailure) {
    try await alone(.refresh) { () throws(ServiceFailure) in try await self.takeFirst() }
  }

  /// The next page, where there is one. A call while another is under way joins it.
  func fetchMore() async throws(ServiceFailure) {
    try await alone(.more) { () throws(ServiceFailure) in try await self.takeNext() }
  }

  /// Whether there are pages that were not asked for.
  func hasMore() throws(ServiceFailure) -> Bool {
    try reading { () throws(StoreError) in
      guard let list = try mirror.fetched(kind) else { return true }
      return list.nextPage != nil
    }
  }

  private func alone(
    _ work: Work, _ body: @escaping @Sendable () async throws(ServiceFailure) -> Void
  ) async throws(ServiceFailure) {
    while let running {
      let result = await running.task.value
      if running.work == work { return try result.get() }
    }
    let task = Task { () -> Result<Void, ServiceFailure> in
      // Over before the result is known: who waited for it would else find the ended task again, and again.
      defer { running = nil }
      do throws(ServiceFailure) {
        return .success(try await body())
      } catch {
        return .failure(error)
      }
    }
    running = Running(work: work, task: task)
    try await task.value.get()
  }

  /// The first page begins a new walk where the service has another number of records than the mirror.
  private func takeFirst() async throws(ServiceFailure) {
    let known = try reading { () throws(StoreError) in try mirror.fetched(kind) }
    let page = try await take(page: 1, size: known?.pageSize ?? settings.pageSize)
    var list = FetchedList(
      total: page.meta.total, nextPage: known?.nextPage, pageSize: page.meta.perPage, asOf: page.requestStarted)
    let hasOtherCount = try differs(from: page.meta)
    if known?.pageSize != page.meta.perPage || (list.nextPage == nil && hasOtherCount) {
      list.nextPage = page.meta.hasMore ? 2 : nil
      walkStarted = page.requestStarted
    }
    try await keep(list, page.meta)
  }

  private func takeNext() async throws(ServiceFailure) {
    guard let known = try reading({ () throws(StoreError) in try mirror.fetched(kind) }) else {
      return try await takeFirst()
    }
    guard let number = known.nextPage else { return }
    let before = lastIDs
    let page = try await take(page: number, size: known.pageSize)
    let isRepeated = page.count > 0 && lastIDs == before
    if isRepeated { walkStarted = nil }
    var next = page.meta.hasMore && page.count > 0 && !isRepeated ? number + 1 : nil
    if page.meta.perPage > known.pageSize {
      // The service counted in larger pages than were asked for: what stands between is asked for again.
      next = (number - 1) * known.pageSize / page.meta.perPage + 1
    }
    try await keep(
      FetchedList(total: page.meta.total, nextPage: next, pageSize: page.meta.perPage, asOf: page.requestStarted),
      page.meta)
  }

  private func differs(from meta: PageMeta) throws(ServiceFailure) -> Bool {
    let loaded = try completeness().loaded
    return !meta.isDerived && loaded != meta.total
  }

  private func keep(_ list: FetchedList, _ meta: PageMeta) async throws(ServiceFailure) {
    try reading { () throws(StoreError) in try mirror.setFetched(kind, list) }
    if list.nextPage == nil, let start = walkStarted {
      walkStarted = nil
      try await sweep(start, meta)
    }
    report(.progress(kind, try completeness()))
  }

  /// After a walk that found fewer records than are known: those it did not bring are asked for one by one, and what
  /// the service answers 404 leaves the mirror.
  private func sweep(_ start: Date, _ meta: PageMeta) async throws(ServiceFailure) {
    let loaded = try completeness().loaded
    guard !meta.isDerived, loaded > meta.total else { return }
    let stale = try reading { () throws(StoreError) in
      try mirror.ids(kind, readBefore: start, limit: Self.sweepLimit)
    }
    for id in stale { try await RecordCheck(client: client, mirror: mirror, now: now).check(kind, id) }
    if !stale.isEmpty { report(.rowsChanged(kind)) }
  }

  /// So many requests at most for one sweep; the next one goes on.
  private static let sweepLimit = 50

  private func take(page: Int, size: Int) async throws(ServiceFailure) -> RawPage {
    let answer: RawPage
    do {
      answer = try await client.page(of: kind, ListQuery(page: page, limit: size))
    } catch {
      throw ServiceFailure(error)
    }
    let intake = try reading { () throws(StoreError) in
      try mirror.takeIn(page: answer.bytes, kind: kind, asOf: answer.requestStarted)
    }
    lastIDs = intake.ids
    if intake.changed > 0 { report(.rowsChanged(kind)) }
    return answer
  }

  private func completeness() throws(ServiceFailure) -> Completeness {
    try reading { () throws(StoreError) in try mirror.completeness(kind) }
  }

  private func reading<Value>(_ work: () throws(StoreError) -> Value) throws(ServiceFailure) -> Value {
    do {
      return try work()
    } catch {
      throw .store(error)
    }
  }
}
