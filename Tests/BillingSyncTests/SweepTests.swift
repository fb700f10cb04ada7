import BillingAPI
import Foundation
import Store
import Testing
import TestSupport

@testable import BillingSync

/// All of the books comes by itself, in an order that serves people, and nothing that was there is lost.
@Suite struct `Fetching everything` {
  private func bench(
    _ counts: [ResourceKind: Int64], concurrency: Int = 1, pagesAtOnce: Int = 1, requestsPerMinute: Int = 0
  ) throws -> Bench {
    let bench = try Bench(
      settings: SyncSettings(
        pollSeconds: 0, pageSize: 10, concurrency: concurrency, pagesAtOnce: pagesAtOnce,
        requestsPerMinute: requestsPerMinute))
    for (kind, count) in counts {
      for id in stride(from: Int64(1), through: count, by: 1) {
        bench.service.keep(
          kind,
          ["id": .integer(id), "name": .string("\(kind) \(id)"), "status": .string(id % 4 == 0 ? "SENT" : "PAID")])
      }
    }
    return bench
  }

  private func lists(_ bench: Bench) -> [String] {
    bench.service.seen("GET").map(\.path).filter { $0.contains("?") }.map {
      String($0.split(separator: "/").last ?? "")
    }
  }

  @Test func `every kind becomes complete without anybody looking at it`() async throws {
    let counts = Dictionary(uniqueKeysWithValues: ResourceKind.allCases.map { ($0, Int64(35)) })
    let bench = try bench(counts, concurrency: 3)
    await bench.synchronizer.start(fetchingAll: true)
    await bench.synchronizer.fetchAll()
    for kind in ResourceKind.allCases { #expect(try bench.mirror.completeness(kind).isComplete) }
    #expect(bench.log.events.last { if case .sweep = $0 { true } else { false } } == .sweep(percent: nil))
    let percents = bench.log.events.compactMap { if case .sweep(let percent?) = $0 { percent } else { nil } }
    #expect(percents.count > 5 && percents.allSatisfy { (0..<100).contains($0) } && percents == percents.sorted())
    #expect(bench.clock.sleeping == 0, "at rest no timer runs")
  }

  @Test func `what sorts a list is made when all of it is there, and by the next run where the first was killed`()
    async throws
  {
    let bench = try bench([.invoices: 35])
    await bench.synchronizer.start(fetchingAll: true)
    await bench.synchronizer.fetchAll()
    #expect(try bench.mirror.completeIndexes(of: .invoices) == 0)
    #expect(try bench.mirror.completeIndexes(of: .customers) == 0)
    let whole = try Bench(settings: SyncSettings(pollSeconds: 0, requestsPerMinute: 0))
    try whole.mirror.setFetched(
      .items, FetchedList(total: 0, nextPage: nil, pageSize: 100, asOf: whole.clock.now, walkStarted: whole.clock.now))
    await whole.synchronizer.start(fetchingAll: true)
    await whole.synchronizer.fetchAll()
    #expect(try whole.mirror.completeIndexes(of: .items) == 0)
  }

  @Test
  func `open invoices come before everything else, by status`() async throws {
    let bench = try bench([.invoices: 100, .customers: 40])
    await bench.synchronizer.start(fetchingAll: true)
    await bench.synchronizer.fetchAll()
    let pages = lists(bench)
    let lastOpen = try #require(pages.lastIndex { $0.hasPrefix("invoices?") && $0.contains("status=SENT") })
    let second = try #require(pages.firstIndex { $0 == "customers?page=2&limit=10" })
    #expect(pages.count { $0.contains("status=SENT") } >= 3)
    #expect(lastOpen < second)
  }

  @Test func `an open invoice that was settled elsewhere is read anew, however deep it lies`() async throws {
    let bench = try bench([.invoices: 100])
    await bench.synchronizer.start(fetchingAll: true)
    await bench.synchronizer.fetchAll()
    bench.clock.advance(by: 1)
    bench.service.keep(.invoices, ["id": 4, "status": "COMPLETED"])
    await bench.synchronizer.fetchFirstPages()
    await bench.synchronizer.fetchAll()
    #expect(try bench.mirror.record(.invoices, id: 4)?.json.contains("COMPLETED") == true)
  }

  @Test func `a service that does not know the status is asked for it once`() async throws {
    let bench = try bench([.invoices: 35])
    bench.service.with { $0.filtersByStatus = false }
    await bench.synchronizer.start(fetchingAll: true)
    await bench.synchronizer.fetchAll()
    #expect(lists(bench).count { $0.contains("status=") } == 4)
    #expect(try bench.mirror.completeness(.invoices).isComplete)
  }

  @Test func `a kind that somebody waits for comes before everything else`() async throws {
    let bench = try bench([.invoices: 100, .customers: 100, .items: 100])
    await bench.synchronizer.start()
    await bench.synchronizer.prioritize(.items)
    await bench.synchronizer.fetchAll()
    let later = lists(bench).dropFirst(6)
    #expect(later.prefix(9).allSatisfy { $0.hasPrefix("items?") })
    #expect(try bench.mirror.completeness(.customers).isComplete, "then comes the rest")
  }

  @Test func `what is on the screen comes first`() async throws {
    let bench = try bench([.invoices: 30, .customers: 30, .expenses: 30])
    await bench.synchronizer.show(.expenses)
    await bench.synchronizer.start()
    #expect(lists(bench).first == "expenses?page=1&limit=10")
    await bench.synchronizer.fetchAll()
    let later = lists(bench).dropFirst(6).filter { !$0.contains("status=") }
    #expect(later.first == "expenses?page=2&limit=10")
  }

  @Test func `a run that ended anywhere is gone on with where it was`() async throws {
    let bench = try bench([.items: 100])
    await bench.synchronizer.start()
    for _ in 1...4 { try await bench.synchronizer.fetchMore(.items) }
    let before = lists(bench).count
    let next = bench.restarted(settings: SyncSettings(pollSeconds: 0, pageSize: 10, requestsPerMinute: 0))
    await next.start()
    await next.fetchAll()
    let later = lists(bench).dropFirst(before).filter { $0.hasPrefix("items?") }
    #expect(later == ["items?page=1&limit=10"] + (6...10).map { "items?page=\($0)&limit=10" })
    #expect(try bench.mirror.completeness(.items).isComplete)
  }

  @Test func `what others changed long ago is found by looking at everything once more after an hour`() async throws {
    let bench = try bench([.items: 35])
    await bench.synchronizer.start(fetchingAll: true)
    await bench.synchronizer.fetchAll()
    bench.clock.advance(by: 3599)
    bench.service.keep(.items, ["id": 2, "name": "Renamed"])
    bench.service.with { $0.records[.items]?[3] = nil }
    bench.service.keep(.items, ["id": 77, "name": "Instead"])
    await bench.synchronizer.fetchAll()
    #expect(try bench.mirror.record(.items, id: 3) != nil)
    bench.clock.advance(by: 1)
    await bench.synchronizer.fetchAll()
    #expect(try bench.mirror.record(.items, id: 2)?.json.contains("Renamed") == true)
    #expect(try bench.mirror.record(.items, id: 3) == nil)
    #expect(try bench.mirror.completeness(.items).loaded == 35)
  }

  @Test(arguments: [1, 4])
  func `records that go while pages come are noticed, and so are those that moved up for them`(
    pagesAtOnce: Int
  ) async throws {
    let bench = try bench([.items: 40], pagesAtOnce: pagesAtOnce)
    await bench.synchronizer.start()
    bench.clock.advance(by: 1)
    bench.service.with { state in
      state.meanwhile = { state in
        guard state.seen.last?.path.contains("items?page=3") == true else { return }
        state.records[.items]?[38] = nil
        state.meanwhile = { _ in }
      }
    }
    await bench.synchronizer.fetchAll()
    #expect(try bench.mirror.completeness(.items) == bench.completeness(39))
    #expect(try bench.mirror.record(.items, id: 20) != nil, "it moved from page 3 to page 2")
    #expect(try bench.mirror.record(.items, id: 38) == nil)
  }

  @Test func `a list that never holds still is walked three times, then left alone for an hour`() async throws {
    let bench = try bench([.items: 40])
    bench.service.with { state in
      state.meanwhile = { state in
        guard state.seen.last?.path.contains("items?") == true else { return }
        let oldest = state.records[.items]?.keys.min()
        if let oldest { state.records[.items]?[oldest] = nil }
      }
    }
    await bench.synchronizer.start()
    await bench.synchronizer.fetchAll()
    let walks = lists(bench).count { $0.hasPrefix("items?page=2&") }
    #expect(walks == 3)
  }

  @Test(arguments: [1, 4])
  func `a record that the service fails over costs no other`(pagesAtOnce: Int) async throws {
    let bench = try bench([.items: 100], pagesAtOnce: pagesAtOnce)
    bench.service.with { $0.poison = [42] }
    await bench.synchronizer.start(fetchingAll: true)
    await bench.synchronizer.fetchAll()
    for _ in 1...60 where try bench.mirror.completeness(.items).loaded < 99 {
      bench.clock.advance(by: 61)
      await bench.synchronizer.fetchAll()
    }
    #expect(try bench.mirror.completeness(.items).loaded == 99)
    #expect(try !bench.mirror.completeness(.items).isComplete, "and it says that one is missing")
  }

  @Test(arguments: [1, 4])
  func `records without an id are passed over, counted and told`(pagesAtOnce: Int) async throws {
    let bench = try bench([.items: 15], pagesAtOnce: pagesAtOnce)
    bench.service.with { $0.nameless = 3 }
    await bench.synchronizer.start()
    await bench.synchronizer.fetchAll()
    let completeness = try bench.mirror.completeness(.items)
    #expect(completeness.loaded == 15 && completeness.skipped == 3 && completeness.total == 18)
    #expect(completeness.isComplete)
    #expect(bench.log.events.contains(.skipped(.items, 3, page: 2)))
    #expect(bench.log.events.count { $0 == .nameless(.items, ["Nobody"]) } == 1, "by name, and each name once")
  }

  @Test(.timeLimit(.minutes(1)))
  func `pages of a list come side by side where nothing holds them back, once it is known how many there are`()
    async throws
  {
    let bench = try bench([.items: 95], pagesAtOnce: 4)
    await bench.synchronizer.start()
    let (pages, reached) = (Turnstile(), Turnstile())
    bench.service.with { state in
      state.delay = { seen in
        guard seen.path.contains("items?page=") else { return }
        await reached.pass()
        await pages.wait()
      }
    }
    async let all: Void = bench.synchronizer.fetchAll()
    await reached.wait(for: 4)
    #expect(Set(lists(bench).suffix(4)) == Set((2...5).map { "items?page=\($0)&limit=10" }))
    await pages.open()
    await all
    #expect(try bench.mirror.completeness(.items).isComplete)
    let asked = lists(bench).filter { $0.hasPrefix("items?") }
    #expect(asked.count == 10, "none twice, and none behind the last: \(asked)")
  }

  @Test func `within a budget pages come one by one`() async throws {
    let bench = try bench([.items: 95], pagesAtOnce: 4, requestsPerMinute: 600)
    await bench.synchronizer.start()
    await bench.synchronizer.fetchAll()
    #expect(lists(bench).filter { $0.hasPrefix("items?") } == (1...10).map { "items?page=\($0)&limit=10" })
  }

  @Test func `where one of several pages fails, those before it stay and the walk goes on at it`() async throws {
    let bench = try bench([.items: 95], pagesAtOnce: 4)
    await bench.synchronizer.start()
    bench.service.with { state in
      state.meanwhile = { state in
        guard state.seen.last?.path.contains("items?page=4") == true else { return }
        state.faults["GET"] = [.errorBefore]
        state.meanwhile = { _ in }
      }
    }
    await bench.synchronizer.fetchAll()
    let asked = lists(bench).filter { $0.hasPrefix("items?") }
    #expect(Set(asked.dropFirst().prefix(4)) == Set((2...5).map { "items?page=\($0)&limit=10" }))
    #expect(Set(asked.dropFirst(5).prefix(4)) == Set((4...7).map { "items?page=\($0)&limit=10" }))
    #expect(try bench.mirror.completeness(.items).isComplete)
    #expect(try bench.mirror.fetched(.items)?.pageSize == 10, "no page was cut in halves for it")
  }

  @Test func `a kind that the key may not read holds up no other`() async throws {
    let bench = try bench([.items: 35, .customers: 35])
    bench.service.with { $0.forbidden = [.customers] }
    await bench.synchronizer.start(fetchingAll: true)
    await bench.synchronizer.fetchAll()
    #expect(try bench.mirror.completeness(.items).isComplete)
    #expect(try bench.mirror.completeness(.customers).loaded == 0)
  }
}

extension Bench {
  /// All of so many, as of now.
  func completeness(_ count: Int) -> Completeness {
    var completeness = Completeness(loaded: count, total: count, oldest: clock.now)
    completeness.asOf = clock.now
    return completeness
  }
}

/// Holds whoever waits at it until it is opened, or until so many have passed.
private actor Turnstile {
  private var passed = 0
  private var isOpen = false
  private var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

  func pass() {
    passed += 1
    let ready = waiting.filter { $0.count <= passed }
    waiting.removeAll { $0.count <= passed }
    for waiter in ready { waiter.continuation.resume() }
  }

  func open() {
    isOpen = true
    for waiter in waiting { waiter.continuation.resume() }
    waiting = []
  }

  func wait(for count: Int = .max) async {
    guard !isOpen, passed < count else { return }
    await withCheckedContinuation { waiting.append((count, $0)) }
  }
}
