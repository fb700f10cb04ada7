import BillingAPI
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

/// A key that is not accepted says nothing about what was to be written.
@Suite struct `A key that is refused` {
  private static let words = #"{"error":"unauthorized","message":"Invalid API key."}"#

  private func refusing() throws -> Bench {
    let bench = try Bench()
    bench.service.keep(.items, ["id": 4, "name": "Old", "price": 1])
    bench.service.keep(.invoices, ["id": 7, "invoice_number": "INV-7", "total": 100_000, "due_amount": 60_000])
    bench.service.with { $0.refusal = (401, Self.words) }
    return bench
  }

  static let writes: [Write] = [
    Write(kind: .items, action: .create(["name": "A", "price": 1])),
    Write(kind: .items, action: .update(id: 4, edits: ["name": "New"])),
    Write(kind: .items, action: .delete(id: 4)),
    Write(
      kind: .payments,
      action: .create([
        "payment_date": "2026-02-07", "customer_id": 1, "payment_number": "PAY-1", "invoice_id": 7, "amount": 100,
      ])),
  ]

  @Test(arguments: writes)
  func `keeps every write, asks no more by itself, and goes on with a person's word`(_ write: Write) async throws {
    let bench = try refusing()
    let result = await bench.outbox.save(write)
    #expect(result == .waiting(.unauthorized("Invalid API key."), mayBePerformed: false))
    #expect(bench.clock.sleeping == 0)
    let requests = bench.service.with { $0.seen.count }
    bench.clock.advance(by: 86_400 * 30)
    #expect(bench.service.with { $0.seen.count } == requests)
    bench.service.with { $0.refusal = nil }
    #expect(await bench.outbox.send(write.id).savedRecord != nil)
    #expect(try bench.local.proveJournal().holds)
    #expect(try bench.local.openIntents().isEmpty)
  }

  @Test func `a write that was sent goes on by itself at the next start`() async throws {
    let bench = try refusing()
    let write = Self.writes[0]
    _ = await bench.outbox.save(write)
    await bench.outbox.stop()
    bench.service.with { $0.refusal = nil }
    let again = bench.restarted()
    await again.outbox.settleSent()
    #expect(bench.service.records(.items).count == 2)
    #expect(try bench.local.openIntents().isEmpty)
    #expect(Set(bench.service.seen("POST").map(\.key)).count == 1)
  }

  @Test func `a payment's balance is read again before it goes with another key`() async throws {
    let bench = try Bench()
    bench.service.keep(.invoices, ["id": 7, "invoice_number": "INV-7", "total": 100_000, "due_amount": 60_000])
    let words = Self.words
    bench.service.with { $0.meanwhile = { $0.refusal = $0.seen.last?.method == "POST" ? (401, words) : nil } }
    let write = Self.writes[3]
    #expect(await bench.outbox.save(write) == .waiting(.unauthorized("Invalid API key."), mayBePerformed: false))
    bench.service.with { state in
      state.meanwhile = { _ in }
      state.refusal = nil
    }
    bench.service.keep(.invoices, ["id": 7, "invoice_number": "INV-7", "total": 100_000, "due_amount": 50])
    #expect(await bench.outbox.send(write.id) == .refused(.aboveBalance(50)))
    #expect(bench.service.records(.payments).isEmpty)
  }
}
