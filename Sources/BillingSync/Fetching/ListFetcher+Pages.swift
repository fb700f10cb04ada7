import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension ListFetcher {
  /// The first page: what is new. It begins a walk where there was none ever.
  func takeFirst() async throws(ServiceFailure) {
    guard !isUnfiltered else { return }
    guard let known = try fetched() else {
      _ = try await takePages(of: .unknown(pageSize: context.settings.pageSize, asOf: context.clock.now), .foreground)
      return
    }
    let page = try await request(page: 1, size: known.pageSize, .foreground)
    _ = try takeIn([page])
    let total = page.meta.isDerived ? nil : page.meta.total
    try context.storing { mirror throws(StoreError) in try mirror.setTotal(part, total, asOf: page.requestStarted) }
    try announce()
  }

  /// One request, or a few side by side, towards having all of the list; false where nothing is to be asked for.
  func takeStep(_ urgency: RequestUrgency) async throws(ServiceFailure) -> Bool {
    guard try isDue() else { return false }
    guard var list = try fetched() else {
      return try await takePages(of: .unknown(pageSize: context.settings.pageSize, asOf: context.clock.now), urgency)
    }
    if list.isChecking { return try await check(list, urgency) }
    if !list.isWalking {
      begin(&list)
      try keep(list)
    }
    return try await takePages(of: list, urgency)
  }

  func begin(_ list: inout FetchedList) {
    list.beginWalk(at: context.clock.now, pageSize: context.settings.pageSize)
    lastPages = []
    hasLookedBehind = false
    fullSize = nil
  }

  private func takePages(of known: FetchedList, _ urgency: RequestUrgency) async throws(ServiceFailure) -> Bool {
    var list = known
    let first = list.nextPage ?? 1
    let pages: [RawPage]
    do {
      pages = try await request(pages: first..<first + pagesAtOnce(list, urgency), size: list.pageSize, urgency)
    } catch {
      try note(error, at: list)
      throw error
    }
    let intakes = try takeIn(pages)
    guard try !isForeign(intakes.flatMap(\.ids)) else { return false }
    // A total that came meanwhile, by the first page or by what was written from here, is not to be lost.
    if let latest = try fetched() { list.isShifted = latest.isShifted || list.isShifted }
    for (number, (page, intake)) in zip(first..., zip(pages, intakes)) {
      // Where the walk goes on elsewhere than was foreseen, what was asked for ahead is known but not counted.
      guard list.nextPage == number, list.pageSize == known.pageSize else { break }
      try pass(page, intake, &list)
    }
    try keep(list)
    try announce(list.isWalking ? urgency : .foreground)
    return true
  }

  private func pass(_ page: RawPage, _ intake: Intake, _ list: inout FetchedList) throws(ServiceFailure) {
    let isRepeated = lastPages.contains(intake.ids) && page.count > 0
    list.pass(
      FetchedList.Passed(
        meta: page.meta, count: page.count, skipped: intake.skipped, isRepeated: isRepeated, asOf: page.requestStarted))
    remember(intake.ids, &list)
    if !list.isWalking { try end(&list, page) }
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

  /// A list that changes faster than it can be walked is left alone for a while after so many walks.
  private static let attempts = 3
}
