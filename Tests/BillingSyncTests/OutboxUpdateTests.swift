import Billing
import BillingAPI
import BillingClient
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

@Suite struct `Updating` {
  private func bench() throws -> Bench {
    let bench = try Bench()
    bench.service.keep(
      .invoices,
      [
        "id": 3, "invoice_number": "INV-3", "exchange_rate": .number(Decimal(string: "1.000000") ?? 1), "sent": 1,
        "status": "SENT",
        "due_amount": 5, "paid_status": "UNPAID", "base_total": 5, "unique_hash": "x", "customer": ["id": 1],
        "creator": ["id": 1], "company": ["id": 1], "created_at": "a", "updated_at": "b", "notes": "old",
        "odd": ["k": [1]],
      ])
    return bench
  }

  @Test func `everything that was not edited goes back as it came, but what the service computes`() async throws {
    let bench = try bench()
    let write = Write(kind: .invoices, action: .update(id: 3, edits: ["notes": "new", "due_date": "2026-03-01"]))
    let saved = try #require(await bench.outbox.save(write).savedRecord)
    #expect(saved.notKept.isEmpty)
    let sent = try JSONValue(parsing: #require(bench.service.seen("PUT").first?.body))
    #expect(
      sent == [
        "invoice_number": "INV-3", "exchange_rate": 1, "sent": 1, "status": "SENT", "notes": "new", "odd": ["k": [1]],
        "due_date": "2026-03-01",
      ])
  }

  @Test func `lines that have other ids after they were replaced are kept all the same`() async throws {
    let bench = try bench()
    bench.service.with { $0.mangle = { $0["items"] = [["id": 91, "name": "Web", "quantity": 1, "price": 5]] } }
    let edits: JSONValue = ["items": [["id": 7, "name": "Web", "quantity": 1, "price": 5]]]
    let saved = await bench.outbox.save(Write(kind: .invoices, action: .update(id: 3, edits: edits))).savedRecord
    #expect(saved?.notKept == [] && saved?.changedBeyond == [])
    bench.service.with { $0.mangle = { $0["items"] = [["id": 92, "name": "Web", "quantity": 2, "price": 5]] } }
    let other = await bench.outbox.save(Write(kind: .invoices, action: .update(id: 3, edits: edits))).savedRecord
    #expect(other?.notKept.map(\.field) == ["items.0.quantity"])
  }

  @Test func `what changed besides the edit is told`() async throws {
    let bench = try bench()
    bench.service.with { $0.mangle = { $0["status"] = "DRAFT" } }
    let saved = await bench.outbox.save(Write(kind: .invoices, action: .update(id: 3, edits: ["notes": "new"])))
      .savedRecord
    #expect(saved?.notKept == [])
    #expect(saved?.changedBeyond == [FieldChange(field: "status", sent: "SENT", answered: "DRAFT")])
  }

  @Test(arguments: Fault.maybePerformed)
  func `an update whose answer is lost goes out again with the same key and body`(_ fault: Fault) async throws {
    let bench = try bench()
    bench.service.fail("PUT", fault)
    let write = Write(kind: .invoices, action: .update(id: 3, edits: ["notes": "new"]))
    guard case .waiting(_, mayBePerformed: true) = await bench.outbox.save(write) else {
      Issue.record("was settled")
      return
    }
    bench.clock.advance(by: 2)
    #expect(await bench.log.outcome(of: write.id)?.savedRecord?.id == 3)
    #expect(Set(bench.service.seen("PUT")).count == 1)
    #expect(bench.service.records(.invoices).first?["notes"] == "new")
  }

  @Test func `a record that is gone is refused before anything is sent`() async throws {
    let bench = try Bench()
    let write = Write(kind: .items, action: .update(id: 9, edits: ["name": "B"]))
    #expect(await bench.outbox.save(write) == .refused(.notFound("Not found.")))
    #expect(bench.service.seen("PUT").isEmpty)
  }
}
