import BillingAPI
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

@Suite struct `Changing what others changed` {
  private static let invoice: JSONValue = [
    "id": 3, "invoice_number": "INV-3", "customer_id": 1, "status": "SENT", "notes": "old", "reference_number": "R1",
    "due_date": "2026-03-01", "discount_type": "fixed", "discount": 0, "discount_val": 0, "tax": 0, "sub_total": 300,
    "total": 300, "due_amount": 300, "paid_status": "UNPAID",
    "items": [
      ["id": 1, "name": "Web", "quantity": 1, "price": 100], ["id": 2, "name": "Host", "quantity": 2, "price": 100],
    ],
  ]

  /// What the service has now, after others changed it.
  private func bench(_ changes: [(String, JSONValue)]) throws -> Bench {
    let bench = try Bench()
    var record = Self.invoice
    for (name, value) in changes { record[name] = value }
    bench.service.keep(.invoices, record)
    return bench
  }

  private func update(_ edits: JSONValue) -> Write {
    Write(kind: .invoices, action: .update(id: 3, edits: edits, base: Self.invoice))
  }

  @Test func `nothing is asked where nobody changed anything`() async throws {
    let bench = try bench([])
    let saved = await bench.outbox.save(update(["notes": "new"])).savedRecord
    #expect(saved?.notKept == [] && saved?.changedBeyond == [])
    #expect(bench.service.records(.invoices).first?["notes"] == "new")
  }

  @Test func `what only others changed stays as they left it`() async throws {
    let bench = try bench([("reference_number", "R2")])
    let saved = await bench.outbox.save(update(["notes": "new"])).savedRecord
    #expect(saved != nil)
    let record = bench.service.records(.invoices).first
    #expect(record?["notes"] == "new" && record?["reference_number"] == "R2")
  }

  @Test func `fields of a form that nobody touched do not undo what others changed`() async throws {
    let bench = try bench([("reference_number", "R2")])
    let saved = await bench.outbox.save(update(["notes": "new", "reference_number": "R1"])).savedRecord
    #expect(saved?.notKept == [] && saved?.changedBeyond == [])
    #expect(bench.service.records(.invoices).first?["reference_number"] == "R2")
  }

  @Test func `a field that both changed is for a person, with all three values`() async throws {
    let bench = try bench([("notes", "theirs"), ("due_date", "2026-04-01")])
    let write = update(["notes": "mine", "reference_number": "R9"])
    guard case .conflict(let conflict) = await bench.outbox.save(write) else {
      Issue.record("nothing was asked")
      return
    }
    #expect(conflict.fields == [Conflict.Field(name: "notes", before: "old", mine: "mine", theirs: "theirs")])
    #expect(conflict.changedElsewhere.map(\.name) == ["due_date"])
    #expect(bench.service.seen("PUT").isEmpty)
    #expect(try await bench.outbox.entries().first?.conflict == conflict)
    #expect(bench.clock.sleeping == 0)
  }

  @Test func `one member of an address that was changed is sent, though all others are the same`() async throws {
    let bench = try Bench()
    let customer: JSONValue = ["id": 5, "name": "Ada", "shipping": ["name": "Ada", "city": "Lyon", "zip": "69001"]]
    bench.service.keep(.customers, customer)
    let edits: JSONValue = ["shipping": ["name": "Ada", "city": "Nice", "zip": "69001"]]
    let write = Write(kind: .customers, action: .update(id: 5, edits: edits, base: customer))
    let saved = await bench.outbox.save(write).savedRecord
    #expect(saved?.notKept == [])
    #expect(bench.service.records(.customers).first?["shipping"]?["city"] == "Nice")
  }

  @Test func `both having changed it alike is no conflict`() async throws {
    let bench = try bench([("notes", "same")])
    #expect(await bench.outbox.save(update(["notes": "same"])).savedRecord != nil)
  }

  @Test func `mine is written over theirs under a new key once a person says so`() async throws {
    let bench = try bench([("notes", "theirs"), ("reference_number", "R2")])
    let write = update(["notes": "mine"])
    _ = await bench.outbox.save(write)
    let first = try #require(try bench.local.openIntent(write.id)).intent.key
    #expect(await bench.outbox.resolve(write.id, ["notes": .mine]).savedRecord != nil)
    let record = bench.service.records(.invoices).first
    #expect(record?["notes"] == "mine" && record?["reference_number"] == "R2")
    #expect(bench.service.seen("PUT").first?.key != first.text)
    #expect(try bench.local.proveJournal().problems == [])
  }

  @Test func `theirs leaves nothing to write`() async throws {
    let bench = try bench([("notes", "theirs")])
    let write = update(["notes": "mine"])
    _ = await bench.outbox.save(write)
    #expect(await bench.outbox.resolve(write.id, ["notes": .theirs]) == .takenBack)
    #expect(bench.service.seen("PUT").isEmpty)
    #expect(try bench.local.openIntentCount() == 0)
  }

  @Test func `changed once more meanwhile, it is asked again`() async throws {
    let bench = try bench([("notes", "theirs")])
    let write = update(["notes": "mine"])
    _ = await bench.outbox.save(write)
    bench.service.with { $0.records[.invoices]?[3]?["notes"] = "theirs again" }
    guard case .conflict(let conflict) = await bench.outbox.resolve(write.id, ["notes": .mine]) else {
      Issue.record("was overwritten")
      return
    }
    #expect(conflict.fields.first?.before == "theirs" && conflict.fields.first?.theirs == "theirs again")
  }

  @Test func `lines that both changed are told by position, and the sums follow the choice`() async throws {
    let theirs: JSONValue = [
      ["id": 8, "name": "Web", "quantity": 3, "price": 100], ["id": 9, "name": "Host", "quantity": 2, "price": 100],
    ]
    let bench = try bench([("items", theirs), ("sub_total", 500), ("total", 500), ("due_amount", 500)])
    let mine: JSONValue = [
      ["name": "Web", "quantity": 1, "price": 100], ["name": "Host", "quantity": 5, "price": 100],
    ]
    let write = update(["items": mine, "sub_total": 600, "total": 600])
    guard case .conflict(let conflict) = await bench.outbox.save(write) else {
      Issue.record("was overwritten")
      return
    }
    #expect(conflict.fields.map(\.name) == ["items.0", "items.1"])
    #expect(conflict.changedElsewhere == [], "the sums of theirs are not left as they are")
    let saved = await bench.outbox.resolve(write.id, ["items.0": .theirs, "items.1": .mine]).savedRecord
    #expect(saved != nil)
    let sent = try JSONValue(parsing: try #require(bench.service.seen("PUT").first?.body))
    #expect(sent["items"]?.array?.map { $0["quantity"] } == [3, 5])
    #expect(sent["sub_total"] == 800 && sent["total"] == 800)
  }

  @Test func `a discount of theirs and lines of mine are asked together, for the total is nobody's`() async throws {
    let bench = try bench([("discount", 50), ("discount_val", 50), ("total", 250), ("due_amount", 250)])
    let mine: JSONValue = [["name": "Web", "quantity": 4, "price": 100]]
    guard
      case .conflict(let conflict) = await bench.outbox.save(
        update(["items": mine, "sub_total": 400, "total": 400]))
    else {
      Issue.record("sums of two halves were sent")
      return
    }
    #expect(Set(conflict.fields.map(\.name)) == ["items.0", "items.1", "discount"])
    let id = conflict.intent
    #expect(
      await bench.outbox.resolve(id, ["items.0": .mine, "items.1": .mine, "discount": .theirs]).savedRecord != nil)
    let sent = try JSONValue(parsing: try #require(bench.service.seen("PUT").first?.body))
    #expect(sent["sub_total"] == 400 && sent["discount_val"] == 50 && sent["total"] == 350)
  }

  @Test func `an update whose outcome is unknown and whose record is a third thing is for a person`() async throws {
    let bench = try bench([])
    bench.service.fail("PUT", .errorBefore)
    let write = update(["notes": "mine"])
    _ = await bench.outbox.save(write)
    bench.service.with { $0.records[.invoices]?[3]?["notes"] = "theirs" }
    guard case .conflict(let conflict) = await bench.outbox.retry(write.id) else {
      Issue.record("was overwritten")
      return
    }
    #expect(conflict.mayBePerformed && conflict.fields.map(\.name) == ["notes"])
    #expect(await bench.outbox.resolve(write.id, ["notes": .value("both")]).savedRecord != nil)
    #expect(bench.service.records(.invoices).first?["notes"] == "both")
    #expect(try bench.local.proveJournal().problems == [])
  }

  @Test(arguments: [Fault.lostBefore, .errorBefore, .timedOut])
  func `an update that was not performed goes over what others changed since, not over how it was`(_ fault: Fault)
    async throws
  {
    let bench = try bench([])
    bench.service.fail("PUT", fault)
    let write = update(["notes": "mine"])
    _ = await bench.outbox.save(write)
    bench.service.with { $0.records[.invoices]?[3]?["reference_number"] = "R2" }
    #expect(await bench.outbox.retry(write.id).savedRecord != nil)
    let record = bench.service.records(.invoices).first
    #expect(record?["notes"] == "mine" && record?["reference_number"] == "R2")
    #expect(Set(bench.service.seen("PUT").map(\.key)).count == 2)
    #expect(try bench.local.proveJournal().problems == [])
  }

  @Test func `a status that fell back and a balance that moved are told`() async throws {
    let bench = try bench([])
    bench.service.with { state in
      state.mangle = { record in
        record["status"] = "DRAFT"
        record["due_amount"] = 290
        record["paid_status"] = "PAID"
      }
    }
    let saved = await bench.outbox.save(update(["notes": "new"])).savedRecord
    #expect(saved?.notKept == [])
    #expect(saved?.changedBeyond.map(\.field) == ["status", "due_amount", "paid_status"])
    #expect(saved?.changedBeyond.map(\.sent) == ["SENT", 300, "UNPAID"])
  }
}
