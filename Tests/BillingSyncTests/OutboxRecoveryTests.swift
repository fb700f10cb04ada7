import Billing
import BillingAPI
import BillingClient
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

@Suite struct `Writes whose outcome is unknown` {
  @Test(arguments: Fault.maybePerformed, [ResourceKind.invoices, .items, .customers, .payments, .estimates, .expenses])
  func `end as exactly one record, with the same key and body`(_ fault: Fault, _ kind: ResourceKind) async throws {
    let bench = try Bench()
    bench.service.fail("POST", fault)
    let write = Write(kind: kind, action: .create(body(kind)))
    guard case .waiting(_, mayBePerformed: true) = await bench.outbox.save(write) else {
      Issue.record("was settled")
      return
    }
    #expect(try bench.local.openIntents().count == 1)
    bench.clock.advance(by: 2)
    #expect(await bench.log.outcome(of: write.id)?.savedRecord?.id == 1)
    #expect(bench.service.records(kind).count == 1)
    #expect(Set(bench.service.seen("POST")).count == 1)
    #expect(try bench.local.openIntents().isEmpty)
    #expect(try bench.local.proveJournal().problems == [])
  }

  @Test(arguments: [Fault.lostAfter, .errorAfter])
  func `a number taken by an earlier sending is no refusal, even where keys are not honoured`(_ fault: Fault)
    async throws
  {
    let bench = try Bench()
    bench.service.with { $0.honoursKeys = false }
    bench.service.fail("POST", fault)
    let write = Write(kind: .invoices, action: .create(invoiceBody()))
    _ = await bench.outbox.save(write)
    bench.clock.advance(by: 2)
    #expect(await bench.log.outcome(of: write.id)?.savedRecord?.id == 1)
    #expect(bench.service.records(.invoices).count == 1)
  }

  @Test func `two records that could each be ours are a question for a person`() async throws {
    let bench = try Bench()
    bench.service.fail("POST", .errorAfter)
    let body: JSONValue = ["name": "Twin", "price": 5]
    let write = Write(kind: .items, action: .create(body))
    _ = await bench.outbox.save(write)
    bench.service.keep(.items, ["id": 2, "name": "Twin", "price": 5])
    #expect(await bench.outbox.retry(write.id) == .waiting(.ambiguous([2, 1]), mayBePerformed: true))
    #expect(bench.service.seen("POST").count == 1)
    #expect(bench.clock.sleeping == 0)
  }

  @Test func `the time between attempts grows`() async throws {
    let bench = try Bench()
    bench.service.fail("POST", .lostBefore, .lostBefore, .lostBefore)
    let write = Write(kind: .items, action: .create(["name": "A", "price": 1]))
    let start = bench.clock.now
    _ = await bench.outbox.save(write)
    for wait in [2.0, 4, 8] {
      let before = bench.service.seen("POST").count
      bench.clock.advance(by: wait - 1)
      #expect(bench.service.seen("POST").count == before)
      bench.clock.advance(by: 1)
      await bench.log.until { events in events.count { Self.isSending($0) } == before + 1 }
      await bench.log.until { events in events.count { Self.ends($0) } == before + 1 }
    }
    #expect(await bench.log.outcome(of: write.id)?.savedRecord != nil)
    #expect(bench.clock.now.timeIntervalSince(start) == 14)
  }

  @Test func `a service that says how long to wait is believed`() async throws {
    let bench = try Bench()
    bench.service.fail("POST", .tooManyRequests)
    let write = Write(kind: .items, action: .create(["name": "A", "price": 1]))
    let failure = ServiceFailure.tooManyRequests("", retryAfter: 7)
    #expect(await bench.outbox.save(write) == .waiting(failure, mayBePerformed: false))
    #expect(
      bench.log.events.contains(.write(write.id, .waiting(failure, until: bench.clock.now.addingTimeInterval(7)))))
    bench.clock.advance(by: 7)
    #expect(await bench.log.outcome(of: write.id)?.savedRecord?.id == 1)
  }

  @Test func `a write made while the service is away goes out when it is back`() async throws {
    let bench = try Bench()
    bench.service.with { $0.isDown = true }
    let write = Write(kind: .items, action: .create(["name": "A", "price": 1]))
    #expect(await bench.outbox.save(write) == .waiting(.transport(.refused), mayBePerformed: false))
    #expect(bench.log.events.contains(.queued(1)))
    bench.service.with { $0.isDown = false }
    #expect(await bench.outbox.retry(write.id).savedRecord?.id == 1)
    #expect(bench.log.events.last == .queued(0))
    #expect(Set(bench.service.seen("POST").map(\.key)).count == 1)
  }

  @Test func `only what may not have been performed can be given up`() async throws {
    let bench = try Bench()
    bench.service.fail("POST", .lostAfter)
    let sent = Write(kind: .items, action: .create(["name": "A", "price": 1]))
    _ = await bench.outbox.save(sent)
    #expect(await !bench.outbox.discard(sent.id))
    bench.service.fail("GET", .unreachable)
    let unsent = Write(kind: .items, action: .update(id: 1, edits: ["name": "B"]))
    _ = await bench.outbox.save(unsent)
    #expect(await bench.outbox.discard(unsent.id))
    #expect(await bench.outbox.retry(unsent.id) == .refused(.alreadySettled))
    #expect(bench.service.seen("PUT").isEmpty)
    #expect(await bench.outbox.discard(sent.id, evenIfSent: true))
    #expect(try bench.local.openIntents().isEmpty)
  }

  private static func isSending(_ event: SyncEvent) -> Bool {
    if case .write(_, .sending) = event { true } else { false }
  }

  private static func ends(_ event: SyncEvent) -> Bool {
    switch event {
    case .write(_, .waiting), .write(_, .settled): true
    default: false
    }
  }

  private func body(_ kind: ResourceKind) -> JSONValue {
    switch kind {
    case .invoices: invoiceBody()
    case .customers: ["name": "Jane", "email": "jane@example.com"]
    case .payments: ["payment_number": "PAY-1", "amount": 5, "payment_date": "2026-02-07"]
    case .estimates: ["estimate_number": "EST-1", "total": 5]
    case .expenses: ["amount": 4_500, "expense_date": "2026-02-07"]
    case .items: ["name": "Web", "price": 5]
    }
  }
}

@Suite struct `After a restart` {
  private func journaled(_ bench: Bench, sent: Bool, performed: Bool, at: Date? = nil) async throws -> Intent {
    let body = #"{"invoice_number":"INV-000001","total":50000}"#
    let moment = at ?? bench.clock.now
    let intent = Intent(
      id: IntentID(), kind: .invoices, verb: .create, body: body, key: IdempotencyKey(), createdAt: moment)
    try bench.local.journal(intent)
    if sent { try bench.local.journalSent(intent.id, body: body, highestKnown: nil, at: moment) }
    if performed { _ = try await bench.client.create(.invoices, body: Array(body.utf8), key: intent.key) }
    return intent
  }

  @Test(arguments: [true, false])
  func `what was sent is settled by the same key`(_ wasPerformed: Bool) async throws {
    let bench = try Bench()
    let intent = try await journaled(bench, sent: true, performed: wasPerformed)
    await bench.restarted().start()
    #expect(await bench.log.outcome(of: intent.id)?.savedRecord?.wasReplayed == wasPerformed)
    #expect(bench.service.records(.invoices).count == 1)
    #expect(Set(bench.service.seen("POST").map(\.key)) == [intent.key.text])
  }

  @Test func `an answer that was written down before the end is asked for again, not repeated`() async throws {
    let bench = try Bench()
    let intent = try await journaled(bench, sent: true, performed: true)
    try bench.local.journalAnswer(intent.id, status: 201, body: "{}", at: bench.clock.now)
    await bench.restarted().start()
    #expect(await bench.log.outcome(of: intent.id)?.savedRecord?.id == 1)
    #expect(bench.service.records(.invoices).count == 1)
  }

  @Test func `what was never sent waits for a person`() async throws {
    let bench = try Bench()
    let intent = try await journaled(bench, sent: false, performed: false)
    let synchronizer = bench.restarted()
    await synchronizer.start()
    #expect(bench.service.seen("POST").isEmpty)
    #expect(try await synchronizer.outbox.entries().map(\.open.intent.id) == [intent.id])
    #expect(bench.log.events.contains(.queued(1)))
    #expect(await synchronizer.outbox.retry(intent.id).savedRecord?.id == 1)
  }

  @Test func `beyond the key's life the record is looked for, and never sent again by itself`() async throws {
    let bench = try Bench()
    let long = bench.clock.now.addingTimeInterval(-24 * 3600)
    let performed = try await journaled(bench, sent: true, performed: true, at: long)
    let synchronizer = bench.restarted()
    #expect(await synchronizer.outbox.retry(performed.id).savedRecord?.id == 1)

    let other = try Bench()
    let lost = try await journaled(other, sent: true, performed: false, at: long)
    #expect(await other.outbox.retry(lost.id) == .waiting(.keyExpired, mayBePerformed: true))
    #expect(other.service.seen("POST").isEmpty)
  }

  @Test func `an update beyond the key's life waits for a person, a deletion does not`() async throws {
    let bench = try Bench()
    bench.service.keep(.items, ["id": 1, "name": "A"])
    let long = bench.clock.now.addingTimeInterval(-24 * 3600)
    for verb in [Intent.Verb.update, .delete] {
      let intent = Intent(
        id: IntentID(), kind: .items, verb: verb, recordID: 1, body: #"{"name":"B"}"#, key: IdempotencyKey(),
        createdAt: long)
      try bench.local.journal(intent)
      try bench.local.journalSent(intent.id, body: #"{"name":"B"}"#, highestKnown: 1, at: long)
      let result = await bench.outbox.retry(intent.id)
      #expect((result == .waiting(.keyExpired, mayBePerformed: true)) == (verb == .update))
    }
    #expect(bench.service.seen("PUT").isEmpty)
    #expect(bench.service.records(.items).isEmpty)
  }
}
