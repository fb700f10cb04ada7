import Billing
import BillingAPI
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

/// While one row is written the next one is looked at and prepared; until its turn comes nothing of it is sent.
@Suite(.timeLimit(.minutes(1))) struct `A row that is prepared while another is written` {
  @Test func `waits for the answer, and goes when it is there`() async throws {
    let run = try await RunAmidItsFirstWrite()
    #expect(run.bulk.service.seen("POST").count == 1)
    #expect(try await run.snapshot.rows.map(\.state) == [.sending, .waiting, .waiting])
    run.answer()
    #expect(try await run.end().done == 3)
    #expect(run.bulk.payments.count == 3 && run.bulk.open == 0)
  }

  @Test(arguments: [RunCommand.pause, .stop])
  func `is not sent where the run is halted, and goes when it is resumed`(_ command: RunCommand) async throws {
    let run = try await RunAmidItsFirstWrite()
    _ = try await run.control(command)
    run.answer()
    while try await run.snapshot.done == 0 { await Task.yield() }
    #expect(run.bulk.service.seen("POST").count == 1)
    #expect(try await run.snapshot.rows[1].state == .waiting)
    #expect(try await run.snapshot.rows[1].began == nil)
    _ = try await run.control(.resume)
    #expect(try await run.end().done == 3)
    #expect(run.bulk.payments.count == 3 && run.bulk.open == 0)
  }

  @Test func `stays out where it is skipped`() async throws {
    let run = try await RunAmidItsFirstWrite()
    _ = try await run.control(.skip([1]))
    run.answer()
    let ended = try await run.end()
    #expect(ended.rows[1].state == .skipped && ended.done == 2)
    #expect(run.bulk.payments.count == 2 && run.bulk.open == 2_000)
    #expect(try run.bulk.local.openIntentCount() == 0)
  }

  @Test func `goes with the amount that it was given meanwhile`() async throws {
    let run = try await RunAmidItsFirstWrite()
    _ = try await run.control(.changeAmount(1, Money(cents: 500)))
    run.answer()
    #expect(try await run.end().done == 3)
    #expect(run.bulk.payments.compactMap { $0["amount"]?.integer }.sorted() == [500, 700, 50_000])
    #expect(run.bulk.open == 1_500)
  }

  @Test func `is looked at again where the answer took long`() async throws {
    let run = try await RunAmidItsFirstWrite()
    run.bulk.bench.clock.advance(by: 2)
    run.bulk.service.with { $0.records[.invoices]?[2]?["due_amount"] = 900 }
    run.answer()
    let ended = try await run.end()
    #expect(ended.rows[1].state == .held([.balance(was: Money(cents: 2_000), now: Money(cents: 900))]))
    #expect(ended.done == 2 && run.bulk.payments.count == 2)
  }

  @Test func `waits for the end of the rest that the service asks for`() async throws {
    let run = try await RunAmidItsFirstWrite { $0.fail("POST", .tooManyRequests) }
    run.answer()
    await run.bulk.bench.log.until { events in
      events.contains { if case .run(let change) = $0, case .resting = change.phase { true } else { false } }
    }
    #expect(run.bulk.service.seen("POST").count == 1)
    _ = try await run.bulk.bench.clock.passing { try await run.end() }
    #expect(try await run.snapshot.done == 3)
    #expect(run.bulk.payments.count == 3 && run.bulk.open == 0)
  }

  @Test func `is not sent where the key is refused meanwhile`() async throws {
    let run = try await RunAmidItsFirstWrite {
      $0.with { state in
        state.meanwhile = { state in
          state.refusal = state.seen.last?.method == "POST" ? (401, #"{"message":"Bad key."}"#) : nil
        }
      }
    }
    run.answer()
    guard case .paused(.notAllowed) = try await run.end().phase else { throw BenchFailure.goesOn }
    #expect(try await run.snapshot.rows[1].state == .waiting)
    #expect(run.bulk.service.seen("POST").count == 1 && run.bulk.payments.isEmpty)
  }
}

/// Three payments; the first one is on its way, and the second invoice has been looked at.
private struct RunAmidItsFirstWrite {
  let bulk: BulkBench
  let plan: Plan
  private let isAnswered: AsyncStream<Never>.Continuation

  init(_ prepare: (FakeService) -> Void = { _ in }) async throws {
    bulk = try BulkBench([50_000, 2_000, 700])
    plan = try await bulk.plan(ids: 1...3)
    let (answer, isAnswered) = AsyncStream<Never>.makeStream()
    self.isAnswered = isAnswered
    let (secondLook, announce) = AsyncStream<Never>.makeStream()
    prepare(bulk.service)
    bulk.service.with { state in
      state.delay = { seen in
        if seen.path.hasSuffix("/invoices/2") { announce.finish() }
        if seen.method == "POST" { for await _ in answer {} }
      }
    }
    _ = try await bulk.bulk.begin(plan, takeBackTime: .zero)
    for await _ in secondLook {}
    // It is prepared as far as it goes.
    for _ in 1...1_000 { await Task.yield() }
  }

  var snapshot: RunSnapshot { get async throws { try await bulk.bulk.snapshot(plan.id) } }

  func answer() { isAnswered.finish() }

  func control(_ command: RunCommand) async throws -> RunSnapshot {
    try await bulk.bulk.control(plan.id, command, takeBackTime: .zero)
  }

  func end() async throws -> RunSnapshot { try await bulk.bulk.untilStill(plan.id) }
}

private enum BenchFailure: Error { case goesOn }
