import Billing
import BillingAPI
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

@Suite struct `The activity` {
  @Test func `lists what was written, the newest first, page by page`() async throws {
    let bench = try Bench()
    for number in 1...5 {
      _ = await bench.outbox.save(
        Write(kind: .invoices, action: .create(invoiceBody(number: "INV-00000\(number)"))))
    }
    let first = try await bench.outbox.activity(limit: 2)
    #expect(first.map(\.title) == ["INV-000005", "INV-000004"])
    let rest = try await bench.outbox.activity(before: first.last?.id, limit: 10)
    #expect(rest.map(\.title) == ["INV-000003", "INV-000002", "INV-000001"])
    #expect(first.first?.outcome == .saved(5) && first.first?.record == 5)
    #expect(first.first?.steps.map(\.step) == [.intent, .sent, .answer, .readBack, .settled])
  }

  @Test func `keeps the service's words over a restart`() async throws {
    let bench = try Bench()
    bench.service.with { state in
      state.refusal = (422, #"{"message":"No.","errors":{"items.0.price":["Too much."]}}"#)
    }
    _ = await bench.outbox.save(Write(kind: .items, action: .create(["name": "Web", "price": 9])))
    let entry = try #require(try await bench.restarted().outbox.activity(limit: 1).first)
    #expect(entry.outcome == .refused && entry.attempts == 1 && entry.title == "Web")
    #expect(entry.failure == .refused(Problem(message: "No.", errors: ["items.0.price": ["Too much."]])))
  }

  @Test(arguments: [
    Fault.unreachable, .lostBefore, .timedOut, .truncated, .html, .errorBefore,
  ])
  func `tells a failure as it came, be it by another program`(_ fault: Fault) async throws {
    let bench = try Bench()
    bench.service.fail("POST", fault)
    guard
      case .waiting(let failure, _) = await bench.outbox.save(
        Write(kind: .items, action: .create(["name": "Web", "price": 9])))
    else {
      Issue.record("was settled")
      return
    }
    #expect(try await bench.restarted().outbox.entries().first?.lastFailure == failure)
  }

  @Test func `a request can be repeated in a shell, without the key`() async throws {
    let bench = try Bench()
    let write = Write(kind: .items, action: .create(["name": "Joe's", "price": 9]))
    _ = await bench.outbox.save(write)
    let request = try #require(try await bench.outbox.activity(of: write.id)).request
    let key = try #require(bench.service.seen("POST").first?.key)
    #expect(
      bench.outbox.curl(request) == """
        curl -X POST 'https://service.example/api/v1/api/items' -H "Authorization: Bearer $INVOICEMATIC_API_KEY" \
        -H 'Accept: application/json' -H 'Content-Type: application/json' -H 'Idempotency-Key: \(key)' \
        -d '{"name":"Joe'\\''s","price":9}'
        """)
  }

  @Test func `a deleted invoice can be made again from what the journal kept`() async throws {
    let bench = try Bench()
    bench.service.keep(
      .invoices,
      [
        "id": 4, "invoice_number": "INV-4", "customer_id": 1, "status": "SENT", "due_amount": 100, "total": 100,
        "notes": .null, "customer": ["id": 1], "items": [["id": 7, "name": "Web", "quantity": 1, "price": 100]],
      ])
    let write = Write(kind: .invoices, action: .delete(id: 4))
    _ = await bench.outbox.save(write)
    #expect(
      try await bench.outbox.recreation(of: write.id) == [
        "invoice_number": "INV-4", "customer_id": 1, "total": 100,
        "items": [["name": "Web", "quantity": 1, "price": 100]],
      ])
    #expect(try await bench.outbox.activity(of: write.id)?.title == "INV-4")
  }
}

@Suite struct `Payments that look like others` {
  private func bench(_ payments: (id: Int64, day: String, cents: Int64, customer: Int64)...) throws -> Bench {
    let bench = try Bench()
    for payment in payments {
      let record: JSONValue = [
        "id": .integer(payment.id), "payment_number": .string("PAY-\(payment.id)"),
        "customer_id": .integer(payment.customer),
        "amount": .integer(payment.cents), "payment_date": .string(payment.day),
      ]
      _ = try bench.mirror.takeIn(record: record.encoded(), kind: .payments, asOf: bench.clock.now)
    }
    return bench
  }

  private let payment: JSONValue = ["customer_id": 1, "amount": 600, "payment_date": "2026-03-18"]

  @Test func `the same customer and amount within 14 days is told, the nearest first`() async throws {
    let bench = try bench(
      (1, "2026-03-04", 600, 1), (2, "2026-03-17", 600, 1), (3, "2026-03-03", 600, 1), (4, "2026-03-17", 600, 2),
      (5, "2026-03-17", 601, 1), (6, "2026-04-01", 600, 1), (7, "2026-04-02", 600, 1))
    let doubts = try await bench.outbox.likelyDuplicates(of: payment)
    #expect(doubts.recorded.map { $0.payments.map(\.id.value) } == [[2], [1], [6]])
    #expect(doubts.recorded.map(\.daysApart) == [1, 14, 14])
  }

  @Test func `parts that were recorded together and add up to it are told`() async throws {
    let bench = try bench(
      (1, "2026-03-10", 90, 1), (2, "2026-03-10", 100, 1), (3, "2026-03-10", 200, 1), (4, "2026-03-10", 300, 1),
      (5, "2026-03-11", 400, 1), (6, "2026-03-12", 200, 1))
    let doubts = try await bench.outbox.likelyDuplicates(of: payment)
    #expect(doubts.recorded.map { $0.payments.map(\.id.value) } == [[2, 3, 4]])
  }

  @Test func `what waits in the outbox counts, alone or in parts`() async throws {
    let bench = try Bench()
    bench.service.with { $0.isDown = true }
    var parts: [IntentID] = []
    for (number, cents) in [("PAY-1", Int64(250)), ("PAY-2", 350)] {
      let body: JSONValue = [
        "customer_id": 1, "amount": .integer(cents), "payment_date": "2026-03-18", "payment_number": .string(number),
      ]
      let write = Write(kind: .payments, action: .create(body))
      parts.append(write.id)
      _ = await bench.outbox.save(write)
    }
    #expect(try await bench.outbox.likelyDuplicates(of: payment).waiting == parts)
    #expect(try await bench.outbox.likelyDuplicates(of: ["customer_id": 2, "amount": 600]).isEmpty)
  }
}
