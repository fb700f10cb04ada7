import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension ListFetcher {
  /// The first page: what is new. It begins a walk where there was none ever.
  func takeFirst() async throws(ServiceFailure) {
    guard !isUnfiltered else { return }
    guard let known = try fetched() else {
      _ = try await takePage(of: .unknown(pageSize: context.settings.pageSize, asOf: context.clock.now), .foreground)
      return
    }
    let page = try await request(page: 1, size: known.pageSize, .foreground)
    _ = try takeIn(page)
    let total = page.meta.isDerived ? nil : page.meta.total
    try context.storing { mirror throws(StoreError) in try mirror.setTotal(part, total, asOf: page.requestStarted) }
    try announce()
  }

  /// One request towards having all of the list; false where nothing is to be asked for.
  func takeStep(_ urgency: RequestUrgency) async throws(ServiceFailure) -> Bool {
    guard try isDue() else { return false }
    guard var list = try fetched() else {
      return try await takePage(of: .unknown(pageSize: context.settings.pageSize, asOf: context.clock.now), urgency)
    }
    if list.isChecking { return try await check(list, urgency) }
    if !list.isWalking {
      begin(&list)
      try keep(list)
    }
    return try await takePage(of: list, urgency)
  }

  func begin(_ list: inout FetchedList) {
    list.beginWalk(at: context.clock.now, pageSize: context.settings.pageSize)
    lastPages = []
    hasLookedBehind = false
    fullSize = nil
  }

  private func takePage(of known: FetchedList, _ urgency: RequestUrgency) async throws(ServiceFailure) -> Bool {
    var list = known
    let page: RawPage
    do {
      page = try await request(page: list.nextPage ?? 1, size: list.pageSize, urgency)
    } catch {
      try note(error, at: list)
      throw error
    }
    let intake = try takeIn(page)
    guard try !isForeign(intake.ids) else { return false }
    // A total that came meanwhile, by the first page or by what was written from here, is not to be lost.
    if let latest = try fetched() { list.isShifted = latest.isShifted || list.isShifted }
    let isRepeated = lastPages.contains(intake.ids) && page.count > 0
    list.pass(
      FetchedList.Passed(
        meta: page.meta, count: page.count, skipped: intake.skipped, isRepeated: isRepeated, asOf: page.requestStarted))
    remember(intake.ids, &list)
    if !list.isWalking { try end(&list, page) }
    try keep(list)
    try announce(list.isWalking ? urgency : .foreground)
    return true
  }

  private func remember(_ ids: [Int64], _ list: inout FetchedList) {
    failures = 0
    lastPages = lastPages.suffix(2) + [ids]
    list.growPage(upTo: fullSize ?? list.pageSize)
  }

  /// A page that fails again and again, while others come, is asked for in halves.
  private func note(_ failure: ServiceFailure, at known: FetchedList) throws(ServiceFailure) {
    guard failure.concernsPage else { return }
    failures += 1
    guard failures > 1 else { return }
    failures = 0
    var list = known
    fullSize = fullSize ?? list.pageSize
    list.avoidPage()
    try keep(list)
  }

  /// The last page is in: either all of the list was met, or it is walked once more, or that was tried often enough.
  private func end(_ list: inout FetchedList, _ page: RawPage) throws(ServiceFailure) {
    let isWhole = try isWhole(list)
    if !isWhole, !hasLookedBehind, page.count > 0, !list.isShifted {
      hasLookedBehind = true
      list.nextPage = page.meta.currentPage + 1
      return
    }
    walks += 1
    try completeIndexes()
    unseen = []
    passedOver = []
    checked = 0
    list.failedWalks = isWhole ? 0 : list.failedWalks + 1
    if !isWhole, list.failedWalks < Self.attempts { return begin(&list) }
    if try missing(list, limit: 1).isEmpty { list.difference = try difference(list) }
  }

  /// All of a kind was walked over: from here on its rows change here and there, and what sorts them pays.
  private func completeIndexes() throws(ServiceFailure) {
    guard part.status == nil else { return }
    _ = try context.storing { mirror throws(StoreError) in try mirror.completeIndexes(of: part.kind) }
  }

  private func isWhole(_ list: FetchedList) throws(ServiceFailure) -> Bool {
    guard !list.isShifted, let start = list.walkStarted else { return false }
    guard let total = list.total else { return true }
    let seen = try context.storing { mirror throws(StoreError) in try mirror.count(part, readSince: start) }
    return seen + list.skipped >= total
  }

  /// Where records of another status came, the filter is not honoured, and the list tells nothing.
  private func isForeign(_ ids: [Int64]) throws(ServiceFailure) -> Bool {
    isUnfiltered = try context.storing { mirror throws(StoreError) in try mirror.count(part, othersAmong: ids) } > 0
    return isUnfiltered
  }

  private func request(page: Int, size: Int, _ urgency: RequestUrgency) async throws(ServiceFailure) -> RawPage {
    do {
      return try await context.client.page(
        of: part.kind, ListQuery(page: page, limit: size, status: part.status), urgency: urgency)
    } catch {
      throw ServiceFailure(error)
    }
  }

  private func takeIn(_ page: RawPage) throws(ServiceFailure) -> Intake {
    let intake = try context.storing { mirror throws(StoreError) in
      try mirror.takeIn(page: page.bytes, kind: part.kind, asOf: page.requestStarted)
    }
    if intake.skipped > 0 {
      context.report(.skipped(part.kind, intake.skipped, page: page.meta.currentPage))
      tellNames(intake.skippedNames)
    }
    if intake.changed > 0 { noteChange() }
    for kind in intake.renamed { context.report(.rowsChanged(kind)) }
    return intake
  }

  /// Each name once in a run of the program: the same records come with every walk, and with the lists by status.
  private func tellNames(_ names: [String]) {
    guard part.status == nil else { return }
    let new = Set(names).subtracting(toldNames)
    guard !new.isEmpty, toldNames.count < Self.mostNames else { return }
    toldNames.formUnion(new)
    context.report(.nameless(part.kind, new.sorted()))
  }

  /// More are not remembered, and not told.
  private static let mostNames = 1_000

  /// A list that changes faster than it can be walked is left alone for a while after so many walks.
  private static let attempts = 3
}

extension ServiceFailure {
  /// Whether nothing of a list can be had, however often it is asked for: its key or its path is refused.
  var closesList: Bool {
    switch self {
    case .forbidden, .notFound: true
    default: false
    }
  }

  /// Whether the page that was asked for may be to blame: others may come.
  var concernsPage: Bool {
    switch self {
    case .server, .unreadable, .rejected, .transport(.timedOut(.answering)), .transport(.tooLarge): true
    default: false
    }
  }
}
