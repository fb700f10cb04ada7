import BillingAPI
import BillingClient
import BillingSync
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct `A disk that is full` {
  private func fill(_ store: LocalStore, leaving pages: Int = 0) throws {
    try store.database.writeWithoutTransaction { database in
      let count = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(count + pages)")
    }
  }

  private let long = String(repeating: "x", count: 20_000)

  @Test func `lets nothing leave, and says so`() async throws {
    let bench = try Bench()
    try fill(bench.local)
    let write = Write(kind: .items, action: .create(["name": .string(long)]))
    #expect(await bench.outbox.save(write) == .refused(.store(.full)))
    #expect(bench.service.with { $0.seen.isEmpty })
    #expect(try bench.local.proveJournal().lines == 0)
  }

  @Test func `that fills between the intent and its sending sends nothing and keeps it`() async throws {
    let bench = try Bench()
    let write = Write(kind: .items, action: .create(["name": .string(long)]))
    try fill(bench.local, leaving: 6)
    #expect(await bench.outbox.save(write) == .waiting(.store(.full), mayBePerformed: false))
    #expect(bench.service.seen("POST").isEmpty)
    try fill(bench.local, leaving: 1_000)
    #expect(await bench.outbox.send(write.id).savedRecord != nil)
    #expect(bench.service.records(.items).count == 1)
  }

  @Test func `that fills before the answer is written down makes one record all the same`() async throws {
    let bench = try Bench()
    let write = Write(kind: .items, action: .create(["name": .string(long)]))
    try fill(bench.local, leaving: 14)
    guard case .waiting(.store(.full), mayBePerformed: true) = await bench.outbox.save(write) else {
      Issue.record("it does not say that it may have been performed")
      return
    }
    #expect(bench.service.seen("POST").count == 1)
    try fill(bench.local, leaving: 1_000)
    #expect(await bench.outbox.send(write.id).savedRecord?.wasReplayed == true)
    #expect(bench.service.records(.items).count == 1)
    #expect(try bench.local.proveJournal().problems == [])
  }
}
