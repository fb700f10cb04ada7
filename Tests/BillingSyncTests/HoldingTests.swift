import Billing
import BillingAPI
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

@Suite struct `Taking back` {
  private func bench(due: Int64 = 60_000) throws -> Bench {
    let bench = try Bench()
    bench.service.keep(.invoices, ["id": 7, "invoice_number": "INV-7", "total": 100_000, "due_amount": .integer(due)])
    return bench
  }

  private func payment(_ amount: Int64, _ number: String = "PAY-1") -> Write {
    let body: JSONValue = [
      "payment_date": "2026-02-07", "customer_id": 1, "payment_number": .string(number), "invoice_id": 7,
      "amount": .integer(amount),
    ]
    return Write(kind: .payments, action: .create(body), hold: .seconds(5))
  }

  @Test func `a payment waits five seconds and then goes`() async throws {
    let bench = try bench()
    let write = payment(60_000)
    async let result = bench.outbox.save(write)
    await bench.isHeld(write.id)
    #expect(bench.service.seen("POST").isEmpty)
    #expect(try await bench.outbox.entries().first?.heldUntil == bench.clock.now.addingTimeInterval(5))
    await bench.clock.untilSleeping(1)
    bench.clock.advance(by: 5)
    #expect(await result.savedRecord?.changedBeyond == [])
    #expect(bench.service.records(.payments).count == 1)
  }

  @Test func `what is taken back is never sent and stays in the journal as given up`() async throws {
    let bench = try bench()
    let write = payment(60_000)
    async let result = bench.outbox.save(write)
    await bench.isHeld(write.id)
    #expect(await bench.outbox.takeBack(write.id))
    #expect(await result == .takenBack)
    bench.clock.advance(by: 60)
    #expect(bench.service.seen("POST").isEmpty)
    #expect(try bench.local.journalEntries(of: write.id).map(\.body).last == "abandoned")
    #expect(await bench.outbox.send(write.id) == .refused(.alreadySettled))
    #expect(await !bench.outbox.takeBack(write.id))
    #expect(try bench.local.proveJournal().problems == [])
  }

  @Test func `once it is sent it is too late`() async throws {
    let bench = try bench()
    let write = payment(60_000)
    async let result = bench.outbox.save(write)
    await bench.clock.untilSleeping(1)
    bench.clock.advance(by: 5)
    #expect(await result.savedRecord != nil)
    #expect(await !bench.outbox.takeBack(write.id))
    #expect(bench.service.records(.payments).count == 1)
  }

  @Test func `a balance that fell meanwhile refuses it before it goes`() async throws {
    let bench = try bench(due: 10)
    let write = payment(60_000)
    #expect(await bench.outbox.save(write) == .refused(.aboveBalance(10)))
    #expect(bench.service.seen("POST").isEmpty)
    #expect(bench.clock.sleeping == 0)
    #expect(try bench.local.journalEntries(of: write.id).map(\.step) == [.intent, .settled])
  }

  @Test func `a program that ends keeps what is held as never sent, for a person`() async throws {
    let bench = try bench()
    let write = payment(60_000)
    async let result = bench.outbox.save(write)
    await bench.clock.untilSleeping(1)
    await bench.synchronizer.stop()
    #expect(await !result.isSettled)
    let next = bench.restarted()
    await next.start()
    #expect(bench.service.seen("POST").isEmpty)
    #expect(try await next.outbox.entries().map(\.knowledge) == [.neverSent])
    #expect(await next.outbox.send(write.id).savedRecord != nil)
  }

  @Test func `parts of a split go one after another, and each can be taken back`() async throws {
    let bench = try bench()
    let parts = [payment(10_000, "PAY-1"), payment(20_000, "PAY-2"), payment(30_000, "PAY-3")]
    async let results = bench.outbox.saveTogether(parts)
    await bench.isHeld(parts[2].id)
    #expect(try bench.local.openIntentCount() == 3)
    #expect(await bench.outbox.takeBack(parts[1].id))
    await bench.clock.untilSleeping(2)
    bench.clock.advance(by: 5)
    let ended = await results
    #expect(ended.map(\.isSettled) == [true, true, true] && ended[1] == .takenBack)
    #expect(bench.service.records(.payments).map { $0["payment_number"] } == ["PAY-1", "PAY-3"])
    #expect(bench.service.records(.invoices).first?["due_amount"] == 20_000)
  }

  @Test func `a program that ends sends none of the parts that it held`() async throws {
    let bench = try bench()
    let parts = [payment(10_000, "PAY-1"), payment(20_000, "PAY-2")]
    async let results = bench.outbox.saveTogether(parts)
    await bench.clock.untilSleeping(2)
    await bench.synchronizer.stop()
    #expect(await results.allSatisfy { !$0.isSettled })
    #expect(bench.service.seen("POST").isEmpty)
    #expect(try bench.local.openIntents().map(\.knowledge) == [.neverSent, .neverSent])
  }

  @Test func `a balance that moved by something else is told`() async throws {
    let bench = try bench()
    bench.service.with { state in
      state.mangle = { record in if record["amount"] != nil { record["invoice_id"] = 8 } }
    }
    bench.service.keep(.invoices, ["id": 8, "invoice_number": "INV-8", "total": 5, "due_amount": 5])
    var write = payment(60_000)
    write.hold = nil
    let saved = await bench.outbox.save(write).savedRecord
    #expect(saved?.notKept.map(\.field) == ["invoice_id"])
    #expect(saved?.changedBeyond.map(\.field) == ["invoice.due_amount"])
  }
}

extension Bench {
  func isHeld(_ id: IntentID) async {
    await log.until { events in
      events.contains { event in
        if case .write(id, .held) = event { true } else { false }
      }
    }
  }
}
