import Billing
import BillingAPI
import BillingClient
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

@Suite struct `Paying` {
  private func bench(due: Int64) throws -> Bench {
    let bench = try Bench()
    bench.service.keep(.invoices, ["id": 7, "invoice_number": "INV-7", "total": 100_000, "due_amount": .integer(due)])
    return bench
  }

  private func payment(_ amount: Int64) -> Write {
    let body: JSONValue = [
      "payment_date": "2026-02-07", "customer_id": 1, "payment_number": "PAY-1", "invoice_id": 7,
      "amount": .integer(amount),
    ]
    return Write(kind: .payments, action: .create(body))
  }

  @Test func `the balance follows`() async throws {
    let bench = try bench(due: 60_000)
    #expect(await bench.outbox.save(payment(60_000)).savedRecord != nil)
    guard case .invoice(let row) = try #require(bench.mirror.rows(.invoices, ids: [7]).first) else { return }
    #expect(row.balance == .zero)
  }

  @Test func `more than the balance that the service has now is never sent`() async throws {
    let bench = try bench(due: 60_000)
    #expect(await bench.outbox.save(payment(60_001)) == .refused(.aboveBalance(60_000)))
    #expect(bench.service.seen("POST").isEmpty)
    #expect(try bench.local.openIntents().isEmpty)
  }

  @Test func `a payment that may have gone is not measured against the balance that it lowered`() async throws {
    let bench = try bench(due: 60_000)
    bench.service.fail("POST", .lostAfter)
    let write = payment(60_000)
    _ = await bench.outbox.save(write)
    bench.clock.advance(by: 2)
    #expect(await bench.log.outcome(of: write.id)?.savedRecord?.wasReplayed == true)
    #expect(bench.service.records(.payments).count == 1)
  }

  @Test func `raising a payment may use what it paid before`() async throws {
    let bench = try bench(due: 10_000)
    bench.service.keep(.payments, ["id": 2, "payment_number": "PAY-2", "invoice_id": 7, "amount": 90_000])
    let raised = Write(kind: .payments, action: .update(id: 2, edits: ["amount": 100_000]))
    #expect(await bench.outbox.save(raised).savedRecord != nil)
    let beyond = Write(kind: .payments, action: .update(id: 2, edits: ["amount": 110_001]))
    #expect(await bench.outbox.save(beyond) == .refused(.aboveBalance(110_000)))
  }
}
