import BillingAPI
import BillingClient
import Foundation
import Store
import Testing
import TestSupport

@testable import BillingSync

@Suite struct `The budget of requests` {
  private let clock = ManualClock()

  @Test func `the background leaves when fewer than so many have left in the last minute`() async throws {
    let budget = RequestBudget(limit: 3, clock: clock)
    let start = clock.now
    for _ in 1...3 {
      #expect(await budget.nextTurn == nil)
      try await budget.takeTurn()
      clock.advance(by: 10)
    }
    #expect(await budget.nextTurn == start + 60)
    clock.advance(by: 30)
    #expect(await budget.nextTurn == nil)
    try await budget.takeTurn()
    #expect(await budget.nextTurn == start + 70)
  }

  @Test func `what a person waits for is counted and never held back`() async throws {
    let budget = RequestBudget(limit: 2, clock: clock)
    for _ in 1...5 { #expect(await budget.refusal(of: .foreground) == nil) }
    #expect(await budget.nextTurn == clock.now + 60)
  }

  @Test func `0 is any number`() async throws {
    let budget = RequestBudget(limit: 0, clock: clock)
    for _ in 1...1000 { try await budget.takeTurn() }
    #expect(await budget.nextTurn == nil)
  }

  @Test func `while the service asks for rest nothing leaves`() async throws {
    let budget = RequestBudget(limit: 0, clock: clock)
    await budget.rest(for: .seconds(9))
    clock.advance(by: 2)
    for urgency in [RequestUrgency.foreground, .background] {
      #expect(
        await budget.refusal(of: urgency)
          == .tooManyRequests(message: "The service asked to be left alone.", retryAfter: .seconds(7)))
    }
    #expect(await budget.nextTurn == clock.now + 7)
    clock.advance(by: 7)
    #expect(await budget.refusal(of: .foreground) == nil)
    #expect(await budget.nextTurn == nil)
  }

  @Test func `a shorter rest does not shorten a longer one`() async throws {
    let budget = RequestBudget(limit: 0, clock: clock)
    await budget.rest(for: .seconds(60))
    await budget.rest(for: .seconds(1))
    #expect(await budget.nextTurn == clock.now + 60)
  }

  @Test func `a synchronizer keeps to it, goes on by itself, and lets a person through`() async throws {
    let bench = try Bench(settings: SyncSettings(pollSeconds: 0, pageSize: 10, requestsPerMinute: 20))
    for id in 1...900 as ClosedRange<Int64> { bench.service.keep(.items, ["id": .integer(id), "name": "Item"]) }
    await bench.synchronizer.start()
    async let all: Void = bench.synchronizer.fetchAll()
    await bench.log.until { $0.loaded(.items).map { $0 >= 100 } ?? false }
    await bench.clock.untilSleeping(1)
    #expect(bench.service.seen("GET").count == 20)
    try await bench.synchronizer.refresh(.customers)
    #expect(bench.service.seen("GET").count == 21, "a person is not held back")
    bench.clock.advance(by: 60)
    await bench.clock.untilSleeping(1)
    #expect(bench.service.seen("GET").count == 41, "the one that came between has left the last minute too")
    await bench.synchronizer.stop()
    await all
  }

  @Test func `Retry-After is kept to, by reads and writes, whoever met it`() async throws {
    let bench = try Bench()
    bench.service.with { $0.faults["GET"] = [.tooManyRequests] }
    await #expect(throws: ServiceFailure.tooManyRequests("", retryAfter: 7)) {
      try await bench.synchronizer.refresh(.items)
    }
    let before = bench.service.with { $0.seen.count }
    bench.clock.advance(by: 3)
    await #expect(throws: ServiceFailure.tooManyRequests("The service asked to be left alone.", retryAfter: 4)) {
      try await bench.synchronizer.refresh(.customers)
    }
    let write = Write(kind: .items, action: .create(["name": "A", "price": 1]))
    guard case .waiting(.tooManyRequests(_, retryAfter: 4), mayBePerformed: false) = await bench.outbox.save(write)
    else { return #expect(Bool(false), "it waits") }
    #expect(bench.service.with { $0.seen.count } == before, "nothing left")
    bench.clock.advance(by: 4)
    try await bench.synchronizer.refresh(.items)
    #expect(await bench.log.outcome(of: write.id)?.savedRecord != nil)
  }
}

extension [SyncEvent] {
  /// How many records of a kind were loaded when that was told last.
  func loaded(_ kind: ResourceKind) -> Int? {
    for case .progress(kind, let completeness) in reversed() { return completeness.loaded }
    return nil
  }
}
