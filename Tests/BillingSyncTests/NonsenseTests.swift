import BillingAPI
import Foundation
import Store
import Testing
import TestSupport

@testable import BillingSync

/// Whatever the service answers, and for however long, the mirror keeps what it had; when sense is back, it catches up.
@Suite struct `A service that answers nonsense for an hour` {
  private let bench: Bench

  init() async throws {
    bench = try Bench(settings: SyncSettings(pollSeconds: 900, pageSize: 20, requestsPerMinute: 0))
    for id in 1...35 as ClosedRange<Int64> {
      bench.service.keep(.invoices, ["id": .integer(id), "status": .string(id % 2 == 0 ? "SENT" : "COMPLETED")])
      bench.service.keep(.items, ["id": .integer(id), "name": "Item"])
    }
    await bench.synchronizer.start(fetchingAll: true)
    await bench.synchronizer.fetchAll()
    bench.clock.advance(by: 1)
  }

  private func letAnHourPass() async {
    for _ in 1...4 {
      bench.clock.advance(by: 900)
      await bench.synchronizer.fetchAll()
    }
  }

  private func expectAll() throws {
    for id in 1...35 as ClosedRange<Int64> {
      #expect(try bench.mirror.record(.invoices, id: id) != nil)
      #expect(try bench.mirror.record(.items, id: id) != nil)
    }
  }

  @Test(arguments: [
    "<html><title>Sign in</title>", "", "null", "[]", "{}", #"{"data":null}"#, #"{"data":{}}"#,
    #"{"data":[null,1,"x"]}"#,
    #"{"data":[],"meta":{"total":0,"last_page":1,"per_page":10}}"#,
    #"{"data":[{"id":"abc"},{"id":-5},{"name":"?"}],"meta":{"total":-3,"last_page":"many"}}"#,
    #"{"data":[{"id":1}],"meta":{"total":1000000,"last_page":1000000,"per_page":1}}"#,
  ])
  func `of one kind to every question`(_ body: String) async throws {
    bench.service.with { $0.nonsense = (200, body) }
    await letAnHourPass()
    try expectAll()
    bench.service.with { $0.nonsense = nil }
    await letAnHourPass()
    try expectAll()
    #expect(try bench.mirror.record(.invoices, id: 1)?.json.contains("COMPLETED") == true)
  }

  @Test(arguments: [(404, "<html>No such host</html>"), (500, "{}"), (301, ""), (429, ""), (410, "<h1>Gone</h1>")])
  func `by status`(_ status: Int, _ body: String) async throws {
    bench.service.with { $0.nonsense = (status, body) }
    await letAnHourPass()
    try expectAll()
  }

  @Test func `lists that are empty while their records are there`() async throws {
    bench.service.with { $0.hidden = Set(1...35) }
    await letAnHourPass()
    try expectAll()
  }
}

/// Whatever the order, repetition and interruption of pages, the mirror ends equal to the service.
@Suite struct `The mirror ends equal to the service` {
  @Test(.timeLimit(.minutes(2)), arguments: 1...6 as ClosedRange<UInt64>)
  func `after anything`(seed: UInt64) async throws {
    var dice = Dice(seed: seed)
    let settings = SyncSettings(
      pollSeconds: 0, pageSize: Int.random(in: 3...12, using: &dice), concurrency: Int.random(in: 1...3, using: &dice),
      pagesAtOnce: seed.isMultiple(of: 2) ? 3 : 1, requestsPerMinute: 0)
    let bench = try Bench(settings: settings)
    for id in 1...Int64.random(in: 5...25, using: &dice) { bench.service.keep(.invoices, Self.invoice(id, &dice)) }
    for id in 1...Int64.random(in: 1...12, using: &dice) { bench.service.keep(.customers, Self.invoice(id, &dice)) }
    bench.service.disturb(seed)
    // What the service asks to wait, and pauses before it is tried again, are over at once.
    bench.clock.run()
    var synchronizer = bench.restarted(settings: settings)
    for _ in 1...6 {
      // So much and no more, so that each round has an end: a service that fails for ever is asked for ever.
      bench.service.with { $0.mischief = 25 }
      await synchronizer.start(fetchingAll: true)
      let looking = synchronizer
      async let look: Void = looking.fetchFirstPages()
      if Bool.random(using: &dice) { await synchronizer.fetchAll() }
      if Bool.random(using: &dice) {
        await synchronizer.stop()
        synchronizer = bench.restarted(settings: settings)
      }
      await look
      bench.clock.advance(by: Double.random(in: 1...400, using: &dice))
    }
    bench.service.calm()
    for _ in 1...4 {
      bench.clock.advance(by: 3600)
      await synchronizer.start(fetchingAll: true)
      _ = try await synchronizer.companyAndKey()
      await synchronizer.fetchAll()
    }
    await synchronizer.stop()
    for kind in [ResourceKind.invoices, .customers] { try expectEqual(bench, kind) }
  }

  private func expectEqual(_ bench: Bench, _ kind: ResourceKind) throws {
    let service = bench.service.with { $0.records[kind] ?? [:] }
    #expect(try bench.mirror.completeness(kind).loaded == service.count)
    for (id, record) in service {
      let mirrored = try #require(try bench.mirror.record(kind, id: id), "\(kind) \(id) is missing")
      #expect(try JSONValue(parsing: mirrored.json) == .object(record))
    }
  }

  fileprivate static func invoice(_ id: Int64, _ dice: inout Dice) -> JSONValue {
    let status = ["DRAFT", "SENT", "VIEWED", "OVERDUE", "COMPLETED"].randomElement(using: &dice) ?? ""
    return ["id": .integer(id), "status": .string(status), "total": .integer(Int64.random(in: 1...9, using: &dice))]
  }
}

/// Numbers that look random and are the same for the same seed (SplitMix64).
struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension FakeService {
  /// From now on others make, change and delete records between any two requests, and any request may fail, as often as
  /// `mischief` allows.
  fileprivate func disturb(_ seed: UInt64) {
    with { state in
      state.dice = Dice(seed: seed &* 31)
      state.meanwhile = { state in
        guard state.mischief > 0 else { return }
        var dice = state.dice
        for kind in [ResourceKind.invoices, .customers] where Int.random(in: 0..<12, using: &dice) == 0 {
          state.mischief -= 1
          let known = (state.records[kind] ?? [:]).keys.sorted()
          let id = known.randomElement(using: &dice) ?? 1
          switch Int.random(in: 0..<3, using: &dice) {
          case 0: state.records[kind]?[id] = nil
          case 1: state.records[kind]?[id] = `The mirror ends equal to the service`.invoice(id, &dice).object
          default:
            let new = (known.last ?? 0) + 1
            state.records[kind]?[new] = `The mirror ends equal to the service`.invoice(new, &dice).object
          }
        }
        let faults: [Fault] = [.unreachable, .lostBefore, .timedOut, .html, .tooManyRequests, .errorBefore, .truncated]
        if Int.random(in: 0..<12, using: &dice) == 0, let fault = faults.randomElement(using: &dice) {
          state.mischief -= 1
          state.faults["GET"] = [fault]
        }
        state.pageCap = [100, 100, 100, 7, 5].randomElement(using: &dice) ?? 100
        state.dice = dice
      }
    }
  }

  fileprivate func calm() {
    with { state in
      state.meanwhile = { _ in }
      state.faults = [:]
      state.pageCap = 100
    }
  }
}
