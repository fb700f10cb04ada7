import Billing
import BillingAPI
import BillingClient
import Foundation
import Store
import Synchronization
import Testing
import TestSupport

@testable import BillingSync

@Suite struct `Fetching lists` {
  private func bench(_ count: Int64, cap: Int = 100, settings: SyncSettings = SyncSettings(pollSeconds: 0)) throws
    -> Bench
  {
    let bench = try Bench(settings: settings)
    for id in 0..<count { bench.service.keep(.items, ["id": .integer(id + 1), "name": "Item", "price": 5]) }
    bench.service.with { $0.pageCap = cap }
    return bench
  }

  private func pages(_ bench: Bench) -> [String] {
    bench.service.seen("GET").map(\.path).filter { $0.contains("items?") }.map { String($0.split(separator: "?")[1]) }
  }

  @Test func `pages come one by one, as large as the service allows`() async throws {
    let bench = try bench(60, cap: 25)
    try await bench.synchronizer.refresh(.items)
    #expect(try bench.mirror.completeness(.items).loaded == 25)
    #expect(try bench.mirror.completeness(.items).total == 60)
    for _ in 1...4 { try await bench.synchronizer.fetchMore(.items) }
    #expect(pages(bench) == ["page=1&limit=100", "page=2&limit=25", "page=3&limit=25"])
    #expect(try bench.mirror.completeness(.items).isComplete)
    let progress = bench.log.events.compactMap { if case .progress(.items, let all) = $0 { all.loaded } else { nil } }
    #expect(progress == [25, 50, 60])
  }

  @Test func `calls at the same time ask once`() async throws {
    let bench = try bench(30, cap: 10)
    try await bench.synchronizer.refresh(.items)
    await withTaskGroup(of: Void.self) { group in
      for _ in 1...5 { group.addTask { _ = try? await bench.synchronizer.fetchMore(.items) } }
    }
    #expect(Set(pages(bench)).count == pages(bench).count)
  }

  @Test(.timeLimit(.minutes(1)))
  func `refreshes and next pages at the same time wait for each other and all come to an end`() async throws {
    let bench = try bench(200, cap: 10)
    try await bench.synchronizer.refresh(.items)
    await withTaskGroup(of: Void.self) { group in
      for _ in 1...10 {
        group.addTask { _ = try? await bench.synchronizer.fetchMore(.items) }
        group.addTask { try? await bench.synchronizer.refresh(.items) }
      }
    }
    #expect(try bench.mirror.completeness(.items).loaded >= 20)
  }

  @Test func `everything is fetched, and a service that repeats a page does not hold it up`() async throws {
    let whole = try bench(250, cap: 20)
    await whole.synchronizer.start()
    await whole.synchronizer.fetchAll()
    #expect(try whole.mirror.completeness(.items).isComplete)

    let stuck = try bench(250, cap: 20)
    stuck.service.with { $0.repeatsPages = true }
    await stuck.synchronizer.start()
    await stuck.synchronizer.fetchAll()
    #expect(try stuck.mirror.completeness(.items).loaded == 20)
    #expect(pages(stuck).count == 6, "three walks of two pages, then it is left alone for an hour")
  }

  @Test func `a refresh brings what is new, and says so only then`() async throws {
    let bench = try bench(3)
    try await bench.synchronizer.refresh(.items)
    bench.clock.advance(by: 1)
    let before = bench.log.events.count
    try await bench.synchronizer.refresh(.items)
    #expect(!bench.log.events.dropFirst(before).contains(.rowsChanged(.items)))
    bench.service.keep(.items, ["id": 9, "name": "New", "price": 5])
    try await bench.synchronizer.refresh(.items)
    #expect(bench.log.events.last { $0 == .rowsChanged(.items) } != nil)
    #expect(try bench.mirror.completeness(.items).loaded == 4)
  }

  @Test func `rows on the screen are read again, and one that is gone leaves`() async throws {
    let bench = try bench(30, cap: 10)
    await bench.synchronizer.start()
    await bench.synchronizer.fetchAll()
    bench.clock.advance(by: 1)
    bench.service.with { $0.records[.items]?[2] = nil }
    bench.service.keep(.items, ["id": 1, "name": "Renamed", "price": 5])
    try await bench.synchronizer.refresh(.items, visible: [1, 2, 30])
    guard case .item(let row) = try #require(bench.mirror.rows(.items, ids: [1]).first) else { return }
    #expect(row.name == "Renamed")
    #expect(try bench.mirror.record(.items, id: 2) == nil)
    #expect(!bench.service.seen("GET").contains { $0.path.hasSuffix("/30") })
  }

  @Test(arguments: [100, 10])
  func `what was deleted elsewhere leaves once the service says that it is gone`(_ cap: Int) async throws {
    let bench = try bench(30, cap: cap)
    await bench.synchronizer.start()
    await bench.synchronizer.fetchAll()
    bench.clock.advance(by: 1)
    bench.service.with { state in for id in [3, 17] { state.records[.items]?[Int64(id)] = nil } }
    try await bench.synchronizer.refresh(.items)
    await bench.synchronizer.fetchAll()
    #expect(try bench.mirror.completeness(.items).loaded == 28)
    #expect(try bench.mirror.rows(.items, ids: [3, 17]).isEmpty)
  }

  @Test func `what a page merely leaves out stays`() async throws {
    let bench = try bench(5)
    await bench.synchronizer.start()
    bench.clock.advance(by: 1)
    bench.service.with { $0.hidden = [2] }
    try await bench.synchronizer.refresh(.items)
    await bench.synchronizer.fetchAll()
    #expect(try bench.mirror.completeness(.items).loaded == 5)
    #expect(try bench.mirror.completeness(.items).total == 4)
    let before = bench.service.seen("GET").count
    await bench.synchronizer.fetchAll()
    #expect(bench.service.seen("GET").count == before, "a difference that was looked into is not looked into again")
  }

  @Test func `a list comes to rest whose record is gone, without being walked anew`() async throws {
    let bench = try bench(30, cap: 10)
    await bench.synchronizer.start(fetchingAll: true)
    await bench.synchronizer.fetchAll()
    bench.clock.advance(by: 1)
    bench.service.with { $0.records[.items]?[7] = nil }
    await #expect(throws: ServiceFailure.notFound("Not found.")) {
      try await bench.synchronizer.fetchRecord(.items, id: 7)
    }
    #expect(try bench.mirror.completeness(.items).total == 29)
    #expect(bench.log.events.contains(.progress(.items, try bench.mirror.completeness(.items))))
    let before = pages(bench).count
    await bench.synchronizer.fetchAll()
    #expect(pages(bench).count == before)
    #expect(try await !bench.synchronizer.fetchMore(.items), "there is no more to ask for")
    try await bench.synchronizer.refresh(.items)
    await bench.synchronizer.fetchAll()
    #expect(pages(bench).count == before + 1, "the service's own count is the same")
  }

  @Test func `one record is read anew`() async throws {
    let bench = try bench(1)
    let record = try await bench.synchronizer.fetchRecord(.items, id: 1)
    #expect(record.id == 1)
    await #expect(throws: ServiceFailure.notFound("Not found.")) {
      try await bench.synchronizer.fetchRecord(.items, id: 8)
    }
  }
}

@Suite struct `A service that is lost and back` {
  @Test func `is told, tried again by itself with growing pauses, and caught up with`() async throws {
    let bench = try Bench()
    bench.service.keep(.items, ["id": 1, "name": "A", "price": 1])
    bench.service.with { $0.isDown = true }
    await bench.synchronizer.start()
    let start = bench.clock.now
    let refused = ServiceFailure.transport(.refused)
    #expect(await bench.synchronizer.connectionState == .off(refused, retryAt: start + 2))
    bench.clock.advance(by: 2)
    await bench.log.until { $0.contains(.connection(.off(refused, retryAt: start + 6))) }
    bench.service.with { $0.isDown = false }
    bench.clock.advance(by: 4)
    await bench.log.until { $0.contains(.rowsChanged(.items)) }
    #expect(bench.log.events.contains(.connection(.live(since: start + 6))))
  }

  @Test func `what waited goes out when it is back`() async throws {
    let bench = try Bench()
    await bench.synchronizer.start()
    bench.service.with { $0.isDown = true }
    await #expect(throws: ServiceFailure.transport(.refused)) { try await bench.synchronizer.refresh(.items) }
    let write = Write(kind: .items, action: .create(["name": "A", "price": 1]))
    _ = await bench.outbox.save(write)
    bench.service.with { $0.isDown = false }
    bench.clock.advance(by: 2)
    #expect(await bench.log.outcome(of: write.id)?.savedRecord?.id == 1)
    #expect(bench.service.records(.items).count == 1)
  }

  @Test func `a service that is lost again as soon as it is back is asked ever more rarely`() async throws {
    let clock = ManualClock()
    let connection = Connection(clock: clock) { _ in }
    for delay in [2, 4, 8, 16] as [TimeInterval] {
      await connection.lost(.server(status: 500, message: ""))
      #expect(await connection.state == .off(.server(status: 500, message: ""), retryAt: clock.now + delay))
      await connection.reached()
    }
    clock.advance(by: 60)
    await connection.lost(.server(status: 500, message: ""))
    #expect(await connection.state == .off(.server(status: 500, message: ""), retryAt: clock.now + 2))
    await connection.stop()
  }

  @Test func `what the key may do holds without the service too, as it was said last`() async throws {
    let bench = try Bench()
    bench.service.with { $0.scopes = ["items:read"] }
    await bench.synchronizer.start()
    bench.service.with { $0.isDown = true }
    let next = bench.restarted()
    #expect(next.lastIdentity?.company.name == "Acme Corp")
    #expect(next.lastIdentity?.apiKey?.scopes == [Scope(rawValue: "items:read")])
    await next.start()
    let write = Write(kind: .items, action: .create(["name": "A", "price": 1]))
    guard case .refused(.missingScope) = await next.outbox.save(write) else {
      return #expect(Bool(false), "the key may only read")
    }
  }

  @Test func `a key that is refused is not tried again`() async throws {
    let bench = try Bench()
    bench.service.with { $0.refusal = (401, #"{"error":"unauthorized","message":"Invalid API key."}"#) }
    await bench.synchronizer.start()
    #expect(await bench.synchronizer.connectionState == .off(.unauthorized("Invalid API key."), retryAt: nil))
    #expect(bench.clock.sleeping == 0)
  }

  @Test func `no timer runs at rest when polling is off`() async throws {
    let bench = try Bench()
    await bench.synchronizer.start()
    #expect(bench.clock.sleeping == 0)
    let requests = bench.service.seen("GET").count
    bench.clock.advance(by: 86_400)
    #expect(bench.service.seen("GET").count == requests)
  }

  @Test func `polling looks for what is new at its interval`() async throws {
    let bench = try Bench(settings: SyncSettings(pollSeconds: 60))
    await bench.synchronizer.start()
    bench.service.keep(.items, ["id": 1, "name": "A", "price": 1])
    bench.clock.advance(by: 60)
    await bench.log.until { $0.contains(.rowsChanged(.items)) }
    await bench.synchronizer.stop()
  }

  @Test func `books on this machine are asked when another program changed them, and every ten minutes`() async throws {
    let version = Mutex(1)
    let bench = try Bench(booksVersion: { version.withLock { $0 } })
    func isAsked(after seconds: TimeInterval) async -> Bool {
      bench.clock.advance(by: seconds)
      return await bench.synchronizer.mayHaveNews()
    }
    #expect(await isAsked(after: 10), "what they were before is not known")
    #expect(await !isAsked(after: 10))
    #expect(await !isAsked(after: 10))
    version.withLock { $0 = 2 }
    #expect(await isAsked(after: 10))
    #expect(await !isAsked(after: 599))
    #expect(await isAsked(after: 1))
    #expect(await !isAsked(after: 10))
  }

  @Test func `a service elsewhere is asked at every poll`() async throws {
    let bench = try Bench()
    for _ in 1...3 { #expect(await bench.synchronizer.mayHaveNews()) }
  }

  @Test func `whose books they are is told with what the key may do`() async throws {
    let bench = try Bench()
    #expect(try await bench.synchronizer.companyAndKey().company.name == "Acme Corp")
    #expect(await bench.synchronizer.connectionState == .live(since: bench.clock.now))
  }
}
