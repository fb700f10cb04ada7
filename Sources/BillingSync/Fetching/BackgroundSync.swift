import BillingAPI
import BillingClient
import FoundationEssentials
import Store

/// Fetches everything that is due, a request at a time for each list and some lists side by side, within the budget.
///
/// Before every request it is decided anew which list goes first: what somebody waits for, then open invoices, then
/// what is on the screen, then the rest.
actor BackgroundSync {
  private let fetchers: [ListFetcher]
  private let budget: RequestBudget
  private let context: SyncContext
  /// What is fetched before everything else, and alone, while somebody waits for it.
  var priority: ResourceKind?
  /// What is on the screen.
  var shown: ResourceKind?
  private var running: Task<ServiceFailure?, Never>?
  /// Lists that have something to be asked for.
  private var due: [ListFetcher] = []
  /// The whole lists that this run is about: the percentage is of them.
  private var swept: [ListFetcher] = []
  private var busy: Set<ListPart> = []
  /// Lists whose page failed since any other request succeeded.
  private var failing: Set<ListPart> = []
  private var progress = SweepProgress()
  private var percent: Int?

  /// `fetchers` in the order in which they matter.
  init(fetchers: [ListFetcher], budget: RequestBudget, context: SyncContext) {
    self.fetchers = fetchers
    self.budget = budget
    self.context = context
  }

  func prioritize(_ kind: ResourceKind?) { priority = kind }
  func show(_ kind: ResourceKind?) { shown = kind }

  /// Whether there is anything to fetch.
  func isDue() async throws(ServiceFailure) -> Bool {
    for fetcher in fetchers where try await fetcher.isDue() { return true }
    return false
  }

  /// Returns when nothing is due any more, or with the failure that ended it. A call while it runs joins it.
  func run() async -> ServiceFailure? {
    if let running { return await running.value }
    let task = Task(priority: .utility) { () -> ServiceFailure? in
      defer { running = nil }
      return await work()
    }
    running = task
    return await task.value
  }

  func stop() { running?.cancel() }

  private func work() async -> ServiceFailure? {
    do throws(ServiceFailure) {
      due = []
      for fetcher in fetchers {
        await fetcher.beginRun()
        if try await fetcher.isDue() { due.append(fetcher) }
      }
    } catch {
      return error
    }
    swept = due.filter { $0.part.status == nil }
    failing = []
    progress = SweepProgress()
    defer { tell(nil) }
    do throws(ServiceFailure) { try await measure() } catch { return error }
    return await withTaskGroup(of: (ListFetcher, ServiceFailure?).self) { group in
      while !Task.isCancelled {
        while busy.count < context.settings.concurrency, let fetcher = await next() {
          busy.insert(fetcher.part)
          group.addTask { (fetcher, await self.step(fetcher)) }
        }
        guard let (fetcher, failure) = await group.next() else { return nil }
        busy.remove(fetcher.part)
        if let failure = await conclude(fetcher, failure) {
          for await (fetcher, _) in group { busy.remove(fetcher.part) }
          return failure
        }
      }
      for await (fetcher, _) in group { busy.remove(fetcher.part) }
      return nil
    }
  }

  /// Waits for the budget, then gives the turn to the list that matters most at that moment.
  private func next() async -> ListFetcher? {
    guard candidate != nil else { return nil }
    if await budget.nextTurn != nil { await announceAll() }
    // Cancelled: then nothing more is begun.
    guard (try? await budget.takeTurn()) != nil else { return nil }
    return candidate
  }

  private var candidate: ListFetcher? {
    let free = due.filter { !busy.contains($0.part) && !failing.contains($0.part) }
    if let priority, due.contains(where: { $0.part == ListPart(priority) && !failing.contains($0.part) }) {
      return free.first { $0.part == ListPart(priority) }
    }
    return free.first { $0.part.status != nil } ?? free.first { $0.part.kind == shown } ?? free.first
  }

  private func step(_ fetcher: ListFetcher) async -> ServiceFailure? {
    do {
      try await fetcher.step(.background)
      return nil
    } catch {
      return error
    }
  }

  /// Answers the failure that ends the run. A page that fails ends it only when every other does too.
  private func conclude(_ fetcher: ListFetcher, _ failure: ServiceFailure?) async -> ServiceFailure? {
    do throws(ServiceFailure) {
      switch failure {
      case nil: failing = []
      case .forbidden, .notFound: break
      case .some(let failure) where failure.concernsPage:
        failing.insert(fetcher.part)
        return due.allSatisfy { failing.contains($0.part) } ? failure : nil
      case .some(let failure): return failure
      }
      if try await !fetcher.isWorthAsking() { due.removeAll { $0.part == fetcher.part } }
      try await measure()
      return nil
    } catch {
      return error
    }
  }

  /// Tells how far the run is: nothing but its beginning until every list has said how long it is.
  private func measure() async throws(ServiceFailure) {
    guard !swept.isEmpty else { return }
    var done = 0
    var all = 0
    for fetcher in swept {
      switch try await fetcher.progress() {
      case .records(let passed, let total):
        done += passed
        all += total
      case .unread where !failing.contains(fetcher.part): return tell(percent ?? 0)
      case .unread, .uncounted: continue
      }
    }
    progress.note(done: done, of: all)
    tell(progress.percent)
  }

  private func tell(_ now: Int?) {
    guard percent != now else { return }
    percent = now
    context.report(.sweep(percent: now))
  }

  /// Before a long wait the screen is told what has come.
  private func announceAll() async {
    for fetcher in fetchers {
      // What cannot be read is told by whoever reads it next.
      try? await fetcher.announce()
    }
  }
}
