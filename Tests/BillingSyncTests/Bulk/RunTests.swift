import Billing
import BillingAPI
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

@Suite struct `A run` {
  @Test func `pays row after row and says what each came to`() async throws {
    let bulk = try BulkBench([50_000, 2_000, 700])
    let run = try await bulk.run(try await bulk.plan(ids: 1...3))
    #expect(run.phase == .ended && run.done == 3 && bulk.open == 0)
    guard case .done(let result) = run.rows[1].state else { return }
    #expect(result.number == "PAY-000002" && result.balance == .zero && result.differing == [])
    #expect(bulk.payments.map { $0["payment_number"] } == ["PAY-000001", "PAY-000002", "PAY-000003"])
    #expect(try bulk.local.openIntentCount() == 0)
    #expect(try bulk.local.proveJournal().problems == [])
  }

  @Test func `asks for each row four times and no more, and looks at a record before it pays it`() async throws {
    let bulk = try BulkBench([50_000, 2_000, 700])
    _ = try await bulk.run(try await bulk.plan(ids: 1...3))
    let seen = bulk.service.with(\.seen)
    #expect(seen.count == 12 && seen.count { $0.method == "POST" } == 3)
    for id in 1...3 {
      let looks = seen.indices.filter { seen[$0].method == "GET" && seen[$0].path.hasSuffix("/invoices/\(id)") }
      let posts = seen.indices.filter { seen[$0].method == "POST" }
      #expect(looks.count == 2 && looks[0] < posts[id - 1] && posts[id - 1] < looks[1])
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `pays the next row while the one before it is read back, and writes one at a time`() async throws {
    let bulk = try BulkBench([50_000, 2_000, 700])
    let plan = try await bulk.plan(ids: 1...3)
    let (secondPayment, announce) = AsyncStream<Never>.makeStream()
    bulk.service.with { state in
      state.meanwhile = { if $0.seen.count(where: { $0.method == "POST" }) == 2 { announce.finish() } }
      state.delay = { seen in
        guard seen.method == "GET", seen.path.hasSuffix("/payments/1") else { return }
        for await _ in secondPayment {}
      }
    }
    #expect(try await bulk.run(plan).done == 3)
    #expect(bulk.payments.count == 3 && bulk.open == 0)
  }

  @Test(.timeLimit(.minutes(1)))
  func `that is paused while its last row is sent has ended when that is read back`() async throws {
    let bulk = try BulkBench([50_000])
    let plan = try await bulk.plan(ids: 1...1)
    let (sent, announce) = AsyncStream<Never>.makeStream()
    let (pause, release) = AsyncStream<Never>.makeStream()
    bulk.service.with { state in
      state.delay = { seen in
        if seen.method == "POST" {
          announce.finish()
          for await _ in pause {}
        } else if seen.path.hasSuffix("/payments/1") {
          for _ in 1...1_000 { await Task.yield() }
        }
      }
    }
    _ = try await bulk.bulk.begin(plan, takeBackTime: .zero)
    for await _ in sent {}
    #expect(try await bulk.bulk.control(plan.id, .pause).phase == .paused(.person))
    release.finish()
    await bulk.bench.log.until { events in
      events.contains { if case .run(let change) = $0 { change.phase == .ended } else { false } }
    }
    #expect(try await bulk.bulk.snapshot(plan.id).done == 1)
  }

  @Test func `applied again sends nothing`() async throws {
    let bulk = try BulkBench([50_000, 2_000])
    let plan = try await bulk.plan(ids: 1...2)
    _ = try await bulk.run(plan)
    let sent = bulk.service.seen("POST")
    #expect(try await bulk.run(plan).done == 2)
    let later = bulk.restarted()
    #expect(try await later.begin(plan, takeBackTime: .zero).done == 2)
    #expect(bulk.service.seen("POST") == sent)
  }

  @Test func `can be taken back as a whole before its first payment`() async throws {
    let bulk = try BulkBench([50_000, 2_000])
    let plan = try await bulk.plan(ids: 1...2)
    let held = try await bulk.bulk.begin(plan)
    #expect(held.phase == .holding(until: bulk.bench.clock.now.addingTimeInterval(5)))
    #expect(try bulk.local.openIntentCount() == 2)
    #expect(try await bulk.bulk.control(plan.id, .takeBack).phase == .takenBack)
    #expect(try bulk.local.openIntentCount() == 0 && bulk.service.with { $0.seen.isEmpty })
    let again = try await bulk.bulk.begin(plan)
    #expect(again.phase.isMoving)
    await bulk.bench.clock.untilSleeping(1)
    bulk.bench.clock.advance(by: 5)
    #expect(try await bulk.bulk.untilStill(plan.id).done == 2)
    #expect(bulk.payments.count == 2)
  }

  @Test func `holds a row whose balance changed since, and pays what is open where it is included`() async throws {
    let bulk = try BulkBench([150_000, 2_000])
    let plan = try await bulk.plan(ids: 1...2)
    bulk.service.with { $0.records[.invoices]?[1]?["due_amount"] = 50_000 }
    let run = try await bulk.run(plan)
    #expect(run.rows[0].state == .held([.balance(was: Money(cents: 150_000), now: Money(cents: 50_000))]))
    #expect(run.done == 1 && run.phase == .ended)
    _ = try await bulk.bulk.control(plan.id, .include([0]), takeBackTime: .zero)
    #expect(try await bulk.bulk.untilStill(plan.id).done == 2)
    #expect(bulk.payments.compactMap { $0["amount"]?.integer }.sorted() == [2_000, 50_000] && bulk.open == 0)
  }

  @Test func `takes the next number where one turns out to be taken`() async throws {
    let bulk = try BulkBench([50_000, 2_000])
    let plan = try await bulk.plan(ids: 1...2)
    bulk.service.keep(.payments, ["id": 70, "payment_number": "PAY-000001", "customer_id": 9, "amount": 1])
    let run = try await bulk.run(plan)
    guard case .done(let result) = run.rows[0].state else {
      Issue.record("it was not paid")
      return
    }
    #expect(result.takenNumber == "PAY-000001" && result.number == "PAY-000003")
    #expect(bulk.open == 0)
  }

  @Test(arguments: Fault.maybePerformed)
  func `settles a row without an answer with the same key, while others go on`(_ fault: Fault) async throws {
    let bulk = try BulkBench([50_000, 2_000, 700])
    let plan = try await bulk.plan(ids: 1...3)
    bulk.service.fail("POST", fault)
    _ = try await bulk.bulk.begin(plan, takeBackTime: .zero)
    _ = try await bulk.bench.clock.passing { try await bulk.bulk.untilStill(plan.id) }
    #expect(try await bulk.bulk.snapshot(plan.id).done == 3)
    #expect(bulk.payments.count == 3 && bulk.open == 0)
    #expect(try bulk.local.proveJournal().problems == [])
  }

  @Test(arguments: [401, 403])
  func `stops where the key is not accepted, and nothing else is tried`(_ status: Int) async throws {
    let bulk = try BulkBench([50_000, 2_000])
    bulk.service.with { $0.forbidden = status == 403 ? [.payments] : [] }
    if status == 401 { bulk.service.with { $0.refusal = (401, #"{"message":"Bad key."}"#) } }
    let run = try await bulk.run(try await bulk.plan(ids: 1...2))
    guard case .paused(.notAllowed(let failure)) = run.phase else {
      Issue.record("it goes on: \(run.phase)")
      return
    }
    #expect(failure.status == status && run.rows[1].state == .waiting)
    #expect(bulk.service.seen("POST").count <= 1)
  }

  @Test func `stops after three refusals in a row, and goes on when it is told to`() async throws {
    let bulk = try BulkBench([1, 2, 3, 4, 5])
    let plan = try await bulk.plan(ids: 1...5)
    bulk.service.with { $0.mangle = { _ in } }
    bulk.service.with { state in
      state.meanwhile = { state in
        state.refusal = state.seen.last?.method == "POST" ? (422, #"{"message":"No payments today."}"#) : nil
      }
    }
    let stopped = try await bulk.run(plan)
    let last = RowFailure(status: 422, words: "No payments today.", mayBePerformed: false)
    #expect(stopped.phase == .paused(.failures(count: 3, last: last)))
    guard case .failed(let failure) = stopped.rows[2].state else { return }
    #expect(failure == RowFailure(status: 422, words: "No payments today.", mayBePerformed: false))
    bulk.service.with { state in
      state.meanwhile = { _ in }
      state.refusal = nil
    }
    _ = try await bulk.bulk.control(plan.id, .retryFailed)
    #expect(try await bulk.run(plan).done == 5)
    #expect(bulk.open == 0 && bulk.payments.count == 5)
  }

  @Test func `waits as long as it is told to by 429`() async throws {
    let bulk = try BulkBench([1, 2])
    let plan = try await bulk.plan(ids: 1...2)
    bulk.service.fail("POST", .tooManyRequests)
    _ = try await bulk.bulk.begin(plan, takeBackTime: .zero)
    await bulk.bench.log.until { events in
      events.contains { event in
        if case .run(let change) = event, case .resting = change.phase { true } else { false }
      }
    }
    let moment = bulk.bench.clock.now.addingTimeInterval(7)
    #expect(try await bulk.bulk.snapshot(plan.id).phase == .resting(until: moment))
    _ = try await bulk.bench.clock.passing { try await bulk.bulk.untilStill(plan.id) }
    #expect(try await bulk.bulk.snapshot(plan.id).done == 2)
    #expect(bulk.payments.count == 2)
  }

  @Test func `that is stopped gives up what waits, and can be resumed`() async throws {
    let bulk = try BulkBench([1, 2, 3])
    let plan = try await bulk.plan(ids: 1...3)
    _ = try await bulk.bulk.begin(plan)
    #expect(try await bulk.bulk.control(plan.id, .stop).phase == .paused(.stopped))
    #expect(try bulk.local.openIntentCount() == 0)
    #expect(try await bulk.run(plan).done == 3)
    #expect(bulk.payments.count == 3)
  }

  @Test func `leaves out what is skipped`() async throws {
    let bulk = try BulkBench([1, 2, 3])
    let plan = try await bulk.plan(ids: 1...3)
    _ = try await bulk.bulk.begin(plan, excluding: [1], takeBackTime: .zero)
    let run = try await bulk.bulk.untilStill(plan.id)
    #expect(run.rows[1].state == .skipped && run.done == 2 && bulk.open == 2)
  }

  @Test func `tells a thousand rows in few events`() async throws {
    let bulk = try BulkBench(Array(repeating: 5, count: 40))
    _ = try await bulk.run(try await bulk.plan(ids: 1...40))
    let told = bulk.bench.log.events.count { event in
      if case .run = event { true } else { false }
    }
    #expect(told < 10)
    #expect(!bulk.bench.log.events.contains { if case .write = $0 { true } else { false } })
  }

  @Test func `takes what it read into the mirror`() async throws {
    let bulk = try BulkBench([50_000])
    _ = try await bulk.run(try await bulk.plan(ids: 1...1))
    #expect(try bulk.bench.mirror.planRecords(.invoices, ids: [1])[1]?.expectation.balance == .zero)
    #expect(try bulk.bench.mirror.knownNumbers(.payments) == ["PAY-000001"])
  }

  @Test func `is kept and listed`() async throws {
    let bulk = try BulkBench([1, 2])
    let plan = try await bulk.plan(ids: 1...2)
    let run = try await bulk.run(plan)
    #expect(try bulk.local.run(plan.id)?.rows == run.rows)
    let listed = try #require(try await bulk.bulk.runs(limit: 9).first)
    #expect(listed.id == plan.id && listed.rows == 2 && listed.done == 2 && listed.phase == .ended)
  }
}

@Suite struct `Other actions on many records` {
  @Test func `move due dates, keeping everything else, and put them back`() async throws {
    let bulk = try BulkBench([100, 200])
    let plan = try await bulk.plan(.moveDueDate(days: 14), ids: 1...2)
    #expect(try await bulk.run(plan).done == 2)
    #expect(bulk.service.records(.invoices).map { $0["due_date"] } == ["2026-02-14", "2026-02-14"])
    #expect(bulk.service.records(.invoices).map { $0["notes"] } == ["as agreed", "as agreed"])
    bulk.service.with { $0.records[.invoices]?[2]?["due_date"] = "2026-03-01" }
    let undo = try await bulk.bulk.undoing(plan.id, books: bulk.books)
    let undone = try await bulk.run(undo)
    #expect(bulk.service.records(.invoices).map { $0["due_date"] } == ["2026-01-31", "2026-03-01"])
    #expect(
      undone.rows.contains { $0.state == .held([.changed(field: "due_date", was: "2026-02-14", now: "2026-03-01")]) })
  }

  @Test func `delete drafts and make them again`() async throws {
    let bulk = try BulkBench([])
    try bulk.keep(1, balance: 100, status: "DRAFT")
    let plan = try await bulk.plan(.delete, ids: 1...1)
    #expect(try await bulk.run(plan).done == 1)
    #expect(bulk.service.records(.invoices).isEmpty)
    #expect(try await bulk.run(try await bulk.bulk.undoing(plan.id, books: bulk.books)).done == 1)
    #expect(bulk.service.records(.invoices).map { $0["invoice_number"] } == ["INV-000001"])
  }

  @Test func `duplicate under the next numbers, with the same term`() async throws {
    let bulk = try BulkBench([100, 200])
    #expect(try await bulk.run(try await bulk.plan(.duplicate(on: bulk.today), ids: 1...2)).done == 2)
    let made = bulk.service.records(.invoices).suffix(2)
    #expect(made.map { $0["invoice_number"] } == ["INV-000003", "INV-000004"])
    #expect(made.map { $0["due_date"] } == ["2026-03-09", "2026-03-09"])
    #expect(made.map { $0["total"] } == [100, 200])
  }

  @Test func `mark as sent`() async throws {
    let bulk = try BulkBench([])
    try bulk.keep(1, balance: 100, status: "DRAFT")
    #expect(try await bulk.run(try await bulk.plan(.markSent, ids: 1...1)).done == 1)
    #expect(bulk.service.records(.invoices).first?["status"] == "SENT")
  }
}
