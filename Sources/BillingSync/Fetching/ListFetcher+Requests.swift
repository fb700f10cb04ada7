import BillingAPI
import BillingClient
import FoundationEssentials
import Store

/// Asking for pages of a list, and bringing what comes into the mirror.
extension ListFetcher {
  /// How many pages are asked for side by side: several only amid a walk, where it is known how far it goes, and where no
  /// page had to be asked for in halves.
  func pagesAtOnce(_ list: FetchedList, _ urgency: RequestUrgency) -> Int {
    let settings = context.settings
    guard settings.requestsPerMinute == 0, urgency == .background, fullSize == nil, !lastPages.isEmpty,
      let next = list.nextPage, let total = list.total
    else { return 1 }
    let last = (total + list.pageSize - 1) / list.pageSize
    return max(1, min(settings.pagesAtOnce, last - next + 1))
  }

  /// Pages up to the first that cannot be had; throws where that is the first of all.
  nonisolated func request(
    pages numbers: Range<Int>, size: Int, _ urgency: RequestUrgency
  ) async throws(ServiceFailure) -> [RawPage] {
    let answers = await withTaskGroup(of: (Int, Result<RawPage, ServiceFailure>).self) { group in
      for number in numbers { group.addTask { (number, await self.answer(page: number, size: size, urgency)) } }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    var pages: [RawPage] = []
    for answer in numbers.compactMap({ answers[$0] }) {
      switch answer {
      case .success(let page): pages.append(page)
      case .failure(let failure) where pages.isEmpty: throw failure
      case .failure: return pages
      }
    }
    return pages
  }

  private nonisolated func answer(
    page: Int, size: Int, _ urgency: RequestUrgency
  ) async -> Result<RawPage, ServiceFailure> {
    do throws(ServiceFailure) {
      return .success(try await request(page: page, size: size, urgency))
    } catch {
      return .failure(error)
    }
  }

  nonisolated func request(page: Int, size: Int, _ urgency: RequestUrgency) async throws(ServiceFailure) -> RawPage {
    do {
      return try await context.client.page(
        of: part.kind, ListQuery(page: page, limit: size, status: part.status), urgency: urgency)
    } catch {
      throw ServiceFailure(error)
    }
  }

  func takeIn(_ pages: [RawPage]) throws(ServiceFailure) -> [Intake] {
    let intakes = try context.storing { mirror throws(StoreError) in
      try mirror.takeIn(pages: pages.map { ListPage(bytes: $0.bytes, asOf: $0.requestStarted) }, kind: part.kind)
    }
    for (page, intake) in zip(pages, intakes) { tell(intake, of: page) }
    return intakes
  }

  private func tell(_ intake: Intake, of page: RawPage) {
    if intake.skipped > 0 {
      context.report(.skipped(part.kind, intake.skipped, page: page.meta.currentPage))
      tellNames(intake.skippedNames)
    }
    if intake.changed > 0 { noteChange() }
    for kind in intake.renamed { context.report(.rowsChanged(kind)) }
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
