import BillingAPI
import BillingClient
import Foundation
import Store
import TestSupport
import Testing

@testable import BillingSync

/// Two programs on one mirror: one sweeps, the other follows, and nobody waits for the other.
@Suite struct `Several programs on one mirror` {
  private let folder: TestFolder
  private let bench: Bench
  private let settings = SyncSettings(pollSeconds: 60, pageSize: 10, requestsPerMinute: 0)

  init() throws {
    folder = try TestFolder()
    bench = try Bench(settings: settings)
    for id in 1...35 as ClosedRange<Int64> { bench.service.keep(.items, ["id": .integer(id), "name": "Item"]) }
  }

  private func program(_ log: EventLog) throws -> (synchronizer: Synchronizer, mirror: Mirror) {
    let mirror = try Mirror.open(at: folder.path + "/mirror.sqlite").mirror
    return (bench.restarted(mirror: mirror, settings: settings, log: log), mirror)
  }

  @Test func `while one sweeps the other only looks, and goes on when the first is gone`() async throws {
    let (other, mirror) = try program(EventLog())
    var lease = try Mirror.open(at: folder.path + "/mirror.sqlite").mirror.takeSweepLease()
    #expect(lease != nil)
    #expect(mirror.takeSweepLease() == nil, "one at a time")
    await other.start(fetchingAll: true)
    await bench.clock.untilSleeping(1)
    #expect(bench.service.seen("GET").allSatisfy { !$0.path.contains("page=2") })
    lease = nil
    bench.clock.advance(by: 1)
    await other.fetchAll()
    #expect(try mirror.completeness(.items).isComplete)
    await other.stop()
  }

  @Test func `what one program fetched the other shows at its next look, though nothing is new to the mirror`()
    async throws
  {
    let (log, otherLog) = (EventLog(), EventLog())
    let (one, _) = try program(log)
    let (other, _) = try program(otherLog)
    await one.start(fetchingAll: true)
    await one.fetchAll()
    await other.start(fetchingAll: true)
    await other.fetchAll()
    bench.service.keep(.items, ["id": 99, "name": "New"])
    try await one.refresh(.items)
    let before = otherLog.events.count
    await other.fetchFirstPages()
    #expect(otherLog.events.dropFirst(before).contains(.rowsChanged(.items)))
    let after = otherLog.events.count
    await other.fetchFirstPages()
    #expect(!otherLog.events.dropFirst(after).contains(.rowsChanged(.items)), "and only then")
    await one.stop()
    await other.stop()
  }
}
