import BillingAPI
import BillingSync
import Foundation
import Store
import Testing

@Suite struct `Numbers that are taken` {
  private func bench(holder customer: Int64 = 2) throws -> Bench {
    let bench = try Bench()
    bench.service.keep(
      .invoices, ["id": 4, "invoice_number": "INV-000001", "customer_id": .integer(customer), "total": 1])
    return bench
  }

  @Test func `a number that was typed stays with the form`() async throws {
    let bench = try bench()
    guard case .refused(.refused) = await bench.outbox.save(Write(kind: .invoices, action: .create(invoiceBody())))
    else {
      Issue.record("was not refused")
      return
    }
    #expect(bench.service.records(.invoices).count == 1)
  }

  @Test func `a number that was proposed gives way to the next, under a new key`() async throws {
    let bench = try bench()
    bench.service.keep(.invoices, ["id": 5, "invoice_number": "INV-000002"])
    let write = Write(kind: .invoices, action: .create(invoiceBody()), isNumberProposed: true)
    let saved = try #require(await bench.outbox.save(write).savedRecord)
    #expect(saved.renumbered == FieldChange(field: "invoice_number", sent: "INV-000001", answered: "INV-000003"))
    #expect(saved.notKept == [])
    let sent = bench.service.seen("POST")
    #expect(Set(sent.map(\.key)).count == sent.count)
    #expect(bench.service.records(.invoices).last?["invoice_number"] == "INV-000003")
    #expect(try bench.local.proveJournal().problems == [])
  }

  @Test func `the next number is none that another form holds`() async throws {
    let bench = try bench()
    _ = try bench.local.reserveNumber(.invoices, for: IntentID()) { _ in "INV-000002" }
    let write = Write(kind: .invoices, action: .create(invoiceBody()), isNumberProposed: true)
    #expect(await bench.outbox.save(write).savedRecord?.renumbered?.answered == "INV-000003")
  }

  @Test func `the holder may be what an earlier write made that was given up unanswered`() async throws {
    let bench = try Bench()
    bench.service.fail("POST", .lostAfter)
    let first = Write(kind: .invoices, action: .create(invoiceBody()))
    _ = await bench.outbox.save(first)
    #expect(await bench.outbox.discard(first.id, evenIfSent: true))
    let again = Write(kind: .invoices, action: .create(invoiceBody()), isNumberProposed: true)
    let saved = try #require(await bench.outbox.save(again).savedRecord)
    #expect(saved.id == 1 && saved.wasReplayed && saved.renumbered == nil)
    #expect(bench.service.records(.invoices).count == 1)
  }

  @Test func `another's record under our number is not taken for ours`() async throws {
    let bench = try Bench()
    bench.service.fail("POST", .errorBefore)
    let write = Write(kind: .invoices, action: .create(invoiceBody()))
    _ = await bench.outbox.save(write)
    bench.service.keep(.invoices, ["id": 9, "invoice_number": "INV-000001", "customer_id": 2, "total": 7])
    #expect(await bench.outbox.retry(write.id) == .waiting(.ambiguous([9]), mayBePerformed: true))
    #expect(bench.service.seen("POST").count == 1)
  }

  @Test func `the next number counts on from the highest that is known or held`() throws {
    let mirror = try Mirror.inMemory()
    _ = try mirror.takeIn(
      page: Array(#"{"data":[{"id":1,"invoice_number":"INV-0007"},{"id":2,"invoice_number":"X-90"}]}"#.utf8),
      kind: .invoices, asOf: Date())
    let numbers = KnownNumbers(mirror: mirror)
    #expect(numbers.number(after: "INV-0003", of: .invoices, besides: []) == "INV-0008")
    #expect(numbers.number(after: "INV-0003", of: .invoices, besides: ["INV-0009"]) == "INV-0010")
    #expect(numbers.number(after: "INV-0012", of: .invoices, besides: []) == "INV-0013")
    #expect(numbers.number(after: "none", of: .invoices, besides: []) == nil)
  }
}
