import BillingAPI
import BillingClient
import FoundationEssentials
import Store

/// Brings the pages of one list into the mirror, one request at a time, and notices what has gone from it.
///
/// Where it stands is kept in the mirror after every page. Whether to go on, and when, others decide.
actor ListFetcher {
  nonisolated let part: ListPart
  let context: SyncContext
  private var running: Running?
  /// The ids of the last pages, for telling one that repeats.
  var lastPages: [[Int64]] = []
  /// The page behind the last one was looked at: rows may have shifted there.
  var hasLookedBehind = false
  /// How often in a row the next page could not be had.
  var failures = 0
  /// The size of pages before one had to be asked for in halves.
  var fullSize: Int?
  /// Records that the last walk did not bring, still to be asked for one by one.
  var unseen: [Int64] = []
  /// Those of which nothing came that could be used.
  var passedOver: Set<Int64> = []
  /// How many walks over the list have ended in this run of the background.
  var walks = 0
  /// How many were asked for since the walk ended.
  var checked = 0
  /// What records without an id are called, as far as it was told.
  var toldNames: Set<String> = []
  /// The service answers all records where those of one status were asked for.
  var isUnfiltered = false
  /// The key may not read this kind, or the service does not have it.
  private(set) var isForbidden = false
  private var announced: Date?
  private var isChanged = false

  /// What is under way; there is one thing at a time, so that pages do not overtake each other.
  private struct Running {
    let work: Work
    let task: Task<Result<Bool, ServiceFailure>, Never>
  }

  private enum Work {
    case refresh, step
  }

  init(_ part: ListPart, context: SyncContext) {
    self.part = part
    self.context = context
  }

  /// What is new: the first page. A call while another is under way joins it.
  func refresh() async throws(ServiceFailure) {
    _ = try await alone(.refresh) { () throws(ServiceFailure) in
      try await self.takeFirst()
      return true
    }
  }

  /// The next page, or the next record that is missing: one request. A call while another is under way joins it.
  ///
  /// Answers false where there was nothing to ask for.
  @discardableResult
  func step(_ urgency: RequestUrgency = .foreground) async throws(ServiceFailure) -> Bool {
    try await alone(.step) { () throws(ServiceFailure) in try await self.takeStep(urgency) }
  }

  private func alone(
    _ work: Work, _ body: @escaping @Sendable () async throws(ServiceFailure) -> Bool
  ) async throws(ServiceFailure) -> Bool {
    while let running {
      let result = await running.task.value
      if running.work == work { return try result.get() }
    }
    let task = Task { () -> Result<Bool, ServiceFailure> in
      // Over before the result is known: who waited for it would else find the ended task again, and again.
      defer { running = nil }
      do throws(ServiceFailure) {
        let answer = try await body()
        isForbidden = false
        return .success(answer)
      } catch {
        if error.closesList { isForbidden = true }
        return .failure(error)
      }
    }
    running = Running(work: work, task: task)
    return try await task.value.get()
  }

  // MARK: What is to be done

  /// Whether anything of this list is still to be asked for, or is due once more.
  func isDue() throws(ServiceFailure) -> Bool {
    guard !isUnfiltered, !isForbidden else { return false }
    guard let list = try fetched() else { return true }
    if list.isWalking || list.isChecking { return true }
    if try difference(list) != list.difference { return true }
    return isOld(list)
  }

  func beginRun() { walks = 0 }

  /// Whether this run of the background goes on with the list. One that others change faster than it can be walked is
  /// left to the next run: else there would be no end.
  func isWorthAsking() throws(ServiceFailure) -> Bool {
    guard walks < Self.mostWalks else { return false }
    return try isDue()
  }

  private static let mostWalks = 6

  /// How far a walk has come.
  enum Progress: Equatable {
    /// Its first page is still to come.
    case unread
    /// The service does not say how many records there are, or not to this key.
    case uncounted
    case records(done: Int, of: Int)
  }

  /// How far the walk that is under way has come.
  func progress() throws(ServiceFailure) -> Progress {
    guard !isUnfiltered, !isForbidden else { return .uncounted }
    guard let list = try fetched() else { return .unread }
    guard let total = list.total else { return .uncounted }
    return .records(done: min(total, list.nextPage.map { ($0 - 1) * list.pageSize } ?? total), of: total)
  }

  private func isOld(_ list: FetchedList) -> Bool {
    guard context.settings.sweepSeconds > 0, let started = list.walkStarted else { return false }
    return context.clock.now.timeIntervalSince(started) >= TimeInterval(context.settings.sweepSeconds)
  }

  /// By how many records the mirror differs from the service's count; 0 where the service does not count.
  func difference(_ list: FetchedList) throws(ServiceFailure) -> Int {
    guard let total = list.total else { return 0 }
    return try context.storing { mirror throws(StoreError) in try mirror.count(part) } + list.skipped - total
  }

  func fetched() throws(ServiceFailure) -> FetchedList? {
    try context.storing { mirror throws(StoreError) in try mirror.fetched(part) }
  }

  func keep(_ list: FetchedList) throws(ServiceFailure) {
    try context.storing { mirror throws(StoreError) in try mirror.setFetched(part, list) }
  }

  // MARK: What is said

  func noteChange() { isChanged = true }

  /// Tells what has come. In the background not oftener than the eye can follow: lists are put in order anew each time.
  func announce(_ urgency: RequestUrgency = .foreground) throws(ServiceFailure) {
    let now = context.clock.now
    if urgency == .background, let announced, now.timeIntervalSince(announced) < Self.pause { return }
    announced = now
    if isChanged { context.report(.rowsChanged(part.kind)) }
    isChanged = false
    let completeness = try context.storing { mirror throws(StoreError) in try mirror.completeness(part.kind) }
    context.report(.progress(part.kind, completeness))
  }

  private static let pause: TimeInterval = 0.25
}
