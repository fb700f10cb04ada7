import Billing
import BillingAPI
import BillingClient
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

@Suite struct `Writing` {
  @Test func `a creation is journaled, sent, read back and settled`() async throws {
    let bench = try Bench()
    let write = Write(kind: .invoices, action: .create(invoiceBody()))
    let saved = try #require(await bench.outbox.save(write).savedRecord)
    #expect(saved.id == 1)
    #expect(saved.notKept.isEmpty)
    #expect(!saved.wasReplayed)
    #expect(saved.readBackFailure == nil)
    #expect(try bench.steps(write.id) == [.intent, .sent, .answer, .readBack, .settled])
    #expect(try bench.mirror.rows(.invoices, ids: [1]).count == 1)
    #expect(try bench.local.proveJournal().lines == 5)
    #expect(try bench.local.proveJournal().holds)
    #expect(try bench.local.openIntents().isEmpty)
  }

  @Test func `the key of the journal is the one that is sent, and every write has its own`() async throws {
    let bench = try Bench()
    let first = Write(kind: .items, action: .create(["name": "A", "price": 1]))
    _ = await bench.outbox.save(first)
    _ = await bench.outbox.save(Write(kind: .items, action: .create(["name": "A", "price": 1])))
    let keys = bench.service.seen("POST").map(\.key)
    #expect(try keys.first == bench.local.journalEntries(of: first.id).first?.key)
    #expect(Set(keys).count == 2)
  }

  @Test func `progress is told step by step`() async throws {
    let bench = try Bench()
    let write = Write(kind: .items, action: .create(["name": "A", "price": 1]))
    let outcome = await bench.outbox.save(write)
    let progress = bench.log.events.compactMap { event in
      if case .write(write.id, let progress) = event { progress } else { nil }
    }
    #expect(progress == [.journaled, .sending, .answered(201), .readBack, .settled(outcome)])
  }

  @Test func `what the service does not keep is told field by field`() async throws {
    let bench = try Bench()
    bench.service.with { state in
      state.mangle = { record in
        record["reference_number"] = nil
        record["items"] = [["name": "Web", "quantity": .number(Decimal(string: "1.33") ?? 0), "price": 100, "id": 4]]
        record["invoice_date"] = "2026-02-07 00:00:00"
        record["total"] = "50000"
      }
    }
    var body = try #require(invoiceBody().object)
    body["reference_number"] = "REF-1"
    let saved = await bench.outbox.save(Write(kind: .invoices, action: .create(.object(body)))).savedRecord
    #expect(saved?.notKept.map(\.field) == ["items.0.quantity", "reference_number"])
  }

  @Test func `an answer of 422 is final and keeps the service's words`() async throws {
    let bench = try Bench()
    bench.service.keep(.invoices, ["id": 4, "invoice_number": "INV-000001"])
    let write = Write(kind: .invoices, action: .create(invoiceBody()))
    guard case .refused(.refused(let problem)) = await bench.outbox.save(write) else {
      Issue.record("was not refused")
      return
    }
    #expect(problem.errors["invoice_number"] == ["The number has already been taken."])
    #expect(try bench.local.journalEntries(of: write.id).last?.body == "refused")
    #expect(bench.service.records(.invoices).count == 1)
    #expect(bench.clock.sleeping == 0)
  }

  @Test func `what is made or deleted here is counted at once`() async throws {
    let bench = try Bench()
    bench.service.keep(.items, ["id": 1, "name": "A"])
    try await bench.synchronizer.refresh(.items)
    _ = await bench.outbox.save(Write(kind: .items, action: .create(["name": "B", "price": 1])))
    #expect(try bench.mirror.completeness(.items).total == 2)
    _ = await bench.outbox.save(Write(kind: .items, action: .delete(id: 1)))
    #expect(try bench.mirror.completeness(.items).total == 1)
    #expect(try bench.mirror.completeness(.items).isComplete)
  }

  @Test func `a second save of the same intent sends nothing`() async throws {
    let bench = try Bench()
    let write = Write(kind: .items, action: .create(["name": "A", "price": 1]))
    async let one = bench.outbox.save(write)
    async let other = bench.outbox.save(write)
    _ = await (one, other)
    #expect(await bench.outbox.save(write) == .refused(.alreadySettled))
    #expect(bench.service.seen("POST").count == 1)
  }

  @Test func `a write that was done stays done when it cannot be read back`() async throws {
    let bench = try Bench()
    bench.service.fail("GET", .errorBefore)
    let saved = await bench.outbox.save(Write(kind: .items, action: .create(["name": "A", "price": 1]))).savedRecord
    #expect(saved?.readBackFailure == .server(status: 500, message: "Server Error"))
    #expect(try bench.mirror.completeness(.items).loaded == 1)
  }
}

@Suite struct `Writes that may not leave` {
  @Test func `read-only sends nothing and journals nothing`() async throws {
    let bench = try Bench(readOnly: true)
    for write in writes {
      #expect(await bench.outbox.save(write) == .refused(.readOnly))
    }
    #expect(bench.service.with { $0.seen.isEmpty })
    #expect(try bench.local.newestJournalEntries(limit: 1).isEmpty)
  }

  @Test func `a key without the scope sends nothing`() async throws {
    let bench = try Bench(scopes: [ResourceKind.invoices.readScope])
    for write in writes {
      #expect(await bench.outbox.save(write) == .refused(.missingScope(write.kind.writeScope)))
    }
    #expect(bench.service.with { $0.seen.isEmpty })
  }

  @Test func `without a journal nothing is sent`() async throws {
    let bench = try Bench()
    let outbox = Outbox(client: bench.client, mirror: bench.mirror, local: nil, clock: bench.clock) { _ in }
    for write in writes {
      guard case .refused(.store) = await outbox.save(write) else {
        Issue.record("was sent")
        return
      }
    }
    #expect(bench.service.with { $0.seen.isEmpty })
  }

  private let writes = [
    Write(kind: .items, action: .create(["name": "A"])),
    Write(kind: .items, action: .update(id: 1, edits: ["name": "B"])),
    Write(kind: .items, action: .delete(id: 1)),
  ]
}

@Suite struct `Deleting` {
  @Test func `a record leaves the service and the mirror`() async throws {
    let bench = try Bench()
    bench.service.keep(.items, ["id": 1, "name": "A"])
    try await bench.synchronizer.refresh(.items)
    let saved = await bench.outbox.save(Write(kind: .items, action: .delete(id: 1))).savedRecord
    #expect(saved?.isDeleted == true)
    #expect(try bench.mirror.completeness(.items).loaded == 0)
  }

  @Test func `a service that says yes and keeps the record is found out`() async throws {
    let bench = try Bench()
    bench.service.keep(.items, ["id": 1, "name": "A"])
    try await bench.synchronizer.refresh(.items)
    bench.service.with { $0.forgetsNothing = true }
    let write = Write(kind: .items, action: .delete(id: 1))
    let saved = try #require(await bench.outbox.save(write).savedRecord)
    #expect(saved.isStillThere)
    #expect(!saved.isDeleted)
    #expect(try bench.mirror.rows(.items, ids: [1]).count == 1)
    #expect(try bench.mirror.completeness(.items).total == 1)
    #expect(try bench.steps(write.id) == [.intent, .before, .sent, .answer, .readBack, .settled])
    #expect(try bench.local.proveJournal().holds)
  }

  @Test func `a deletion that cannot be looked at afterwards counts as done`() async throws {
    let bench = try Bench()
    bench.service.keep(.items, ["id": 1, "name": "A"])
    bench.service.with { state in
      state.meanwhile = { if $0.seen.last?.method == "DELETE" { $0.faults["GET"] = [.unreachable] } }
    }
    let saved = try #require(await bench.outbox.save(Write(kind: .items, action: .delete(id: 1))).savedRecord)
    #expect(saved.isDeleted)
    #expect(saved.readBackFailure != nil)
  }

  @Test(arguments: [Fault.lostAfter, .errorAfter])
  func `what is already gone counts as deleted`(_ fault: Fault) async throws {
    let bench = try Bench()
    bench.service.keep(.items, ["id": 1, "name": "A"])
    bench.service.fail("DELETE", fault)
    let write = Write(kind: .items, action: .delete(id: 1))
    _ = await bench.outbox.save(write)
    bench.clock.advance(by: 2)
    #expect(await bench.log.outcome(of: write.id)?.savedRecord?.isDeleted == true)
  }
}
