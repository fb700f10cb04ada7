import Billing
import BillingAPI
import BillingSync
import Foundation
import Store
import Testing
import TestSupport

@Suite struct `A plan` {
  @Test func `says what each row does, under which number, and sends nothing`() async throws {
    let bulk = try BulkBench([50_000, 2_000])
    let plan = try await bulk.plan(ids: 1...2)
    #expect(plan.rows.map(\.proposedNumber) == ["PAY-000001", "PAY-000002"])
    #expect(plan.rows.map(\.amount) == [Money(cents: 50_000), Money(cents: 2_000)])
    #expect(plan.rows.allSatisfy(\.isReady) && plan.rows[0].currency == "USD")
    #expect(Set(plan.rows.map(\.idempotencyKey)).count == 2)
    #expect(bulk.service.with { $0.seen.isEmpty })
    #expect(try bulk.local.openIntentCount() == 0)
  }

  @Test func `numbers of one plan are not proposed in the next`() async throws {
    let bulk = try BulkBench([50_000, 2_000])
    _ = try await bulk.plan(ids: 1...2)
    #expect(try await bulk.plan(ids: 1...1).rows.first?.proposedNumber == "PAY-000003")
  }

  @Test func `holds what changed since it was marked, what was paid alike, and what is in it twice`() async throws {
    let bulk = try BulkBench([50_000, 2_000, 700])
    let payment: JSONValue = [
      "id": 9, "payment_number": "PAY-000007", "payment_date": "2026-02-05", "customer_id": 102, "amount": 2_000,
    ]
    _ = try bulk.bench.mirror.takeIn(record: payment.encoded(), kind: .payments, asOf: bulk.bench.clock.now)
    let seen = RowExpectation(status: "SENT", balance: Money(cents: 60_000))
    let plan = try await bulk.plan(of: [BulkTarget(1, seen: seen), BulkTarget(2), BulkTarget(3), BulkTarget(3)])
    #expect(plan.rows[0].held == [.balance(was: Money(cents: 60_000), now: Money(cents: 50_000))])
    #expect(plan.rows[1].held == [.duplicate(payments: ["PAY-000007"], daysApart: 2)])
    #expect(plan.rows[2].held.isEmpty)
    #expect(plan.rows[3].held == [.sameRecord])
    #expect(plan.rows[0].proposedNumber == "PAY-000008")
  }

  @Test(arguments: [
    (Int64(0), nil, ForbiddenReason.nothingToPay), (500, 501, .aboveBalance(Money(cents: 500))), (500, 0, .notPositive),
  ])
  func `forbids amounts that no invoice takes`(_ balance: Int64, _ amount: Int64?, _ reason: ForbiddenReason)
    async throws
  {
    let bulk = try BulkBench([balance])
    let plan = try await bulk.plan(of: [BulkTarget(1, amount: amount.map(Money.init(cents:)))])
    #expect(plan.rows[0].forbidden == reason && plan.rows[0].proposedNumber == nil)
  }

  @Test func `forbids what the key or the state does not allow, and what is not there`() async throws {
    let bulk = try BulkBench([50_000], bench: Bench(scopes: [Scope(rawValue: "invoices:write")]))
    try bulk.keep(2, balance: 3, status: "DRAFT")
    #expect(try await bulk.plan(ids: 1...1).rows[0].forbidden == .scope("payments:write"))
    #expect(try await bulk.plan(.delete, ids: 1...3).rows.map(\.forbidden) == [.state("SENT"), nil, .unknownRecord])
    #expect(try await bulk.plan(.markSent, ids: 1...2).rows.map(\.forbidden) == [.state("SENT"), nil])
    await #expect(throws: BulkFailure.notForThisKind) {
      _ = try await bulk.bulk.plan(.delete, .customers, [BulkTarget(1)], books: bulk.books)
    }
  }

  @Test func `comes back from its file as it was, and tells that it was edited`() async throws {
    let bulk = try BulkBench([50_000, 2_000])
    let plan = try await bulk.plan(.moveDueDate(days: 14), ids: 1...2)
    let bytes = try PlanFile.encoded(plan)
    #expect(try PlanFile.read(bytes) == PlanFile.Read(plan: plan, isEdited: false))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("2026-02-14") && !text.contains("is_key"))
    let edited = text.replacing("2026-02-14", with: "2027-02-14")
    #expect(try PlanFile.read(Array(edited.utf8)).isEdited)
    let later = text.replacing("\"version\" : 1", with: "\"version\" : 2")
    #expect(throws: PlanFile.Problem.otherVersion(2)) { try PlanFile.read(Array(later.utf8)) }
  }

  @Test func `that is cut off anywhere is no plan`() async throws {
    let bulk = try BulkBench([50_000])
    let bytes = try PlanFile.encoded(try await bulk.plan(ids: 1...1))
    for length in stride(from: 0, to: bytes.count - 2, by: 7) {
      #expect(throws: PlanFile.Problem.self) { try PlanFile.read(Array(bytes.prefix(length))) }
    }
  }
}
