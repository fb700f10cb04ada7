import Billing
import BillingAPI
import BillingServer
import BillingSync
import Dashboard
import Store
import TerminalUI
import Testing
import TestSupport

/// Runs whose rows the service refuses, and what was planned and never run.
@Suite struct `Rows that are refused` {
  private func planned(_ count: Int) async throws -> Journey {
    let journey = try await Journey(.overdue(count))
    try await journey.press("2", "*")
    try await journey.planPayments()
    return journey
  }

  private func expectPaidOnce(_ journey: Journey, _ count: Int) async throws {
    let payments = try await journey.office.records("payments")
    #expect(payments.count == count && Set(payments.compactMap { $0["invoice_id"]?.integer }).count == count)
    #expect(try await journey.office.records("invoices").allSatisfy { $0["due_amount"] == 0 })
    #expect(try journey.opener.local.proveJournal().problems == [])
  }

  @Test(arguments: [false, true])
  func `a refused row says why in the service's words, and goes when it is tried again`(isBare: Bool) async throws {
    let journey = try await planned(3)
    journey.office.service.hazards.turnOn(.refusedWrite, times: 1)
    if isBare { journey.office.service.hazards.turnOn(.bareProblem) }
    try await journey.begin(rows: 3)
    try await journey.finishRun()
    #expect(journey.run?.phase == .ended)
    journey.expect("✗ 422")
    journey.expect("The selected customer id is invalid.")
    #expect(try await journey.office.records("payments").count == 2)
    #expect(journey.list?.marks.count == 1, "what failed is still marked")
    try await journey.press("f", "R")
    #expect(try await journey.office.records("payments").count == 2, "nothing goes before it is asked")
    try await journey.press("y")
    try await journey.finishRun()
    journey.expectNo("✗ 422")
    try await expectPaidOnce(journey, 3)
    await journey.end()
  }

  @Test func `three refusals in a row stop it; all that failed goes again, and then the rest`() async throws {
    let journey = try await planned(5)
    journey.office.service.hazards.turnOn(.refusedWrite)
    try await journey.begin(rows: 5)
    journey.opener.clock.run()
    try await journey.wait("it stops") { $0.hasStopped }
    journey.opener.clock.stand()
    journey.expect("Stopped: 3 failed one after another. The selected customer id is invalid.")
    journey.expect("bulk paused 3/5")
    #expect(journey.run?.rows.map(\.state.word) == ["failed", "failed", "failed", "waiting", "waiting"])
    #expect(try await journey.office.records("payments").isEmpty)
    journey.office.service.hazards.turnOff(.refusedWrite)
    try await journey.command("Retry all failed rows")
    try await journey.press("p")
    try await journey.finishRun()
    #expect(journey.run?.phase == .ended)
    try await expectPaidOnce(journey, 5)
    await journey.end()
  }

  @Test func `what is not even looked at waits, and why is said; then it goes`() async throws {
    let journey = try await planned(3)
    journey.office.service.hazards.turnOn(.loginRedirect)
    try await journey.begin(rows: 3)
    journey.opener.clock.run()
    try await journey.wait("it stops") { $0.hasStopped }
    journey.opener.clock.stand()
    journey.expect("The service points to /login.")
    #expect(journey.opener.tap.writes.isEmpty)
    journey.office.service.hazards.turnOff(.loginRedirect)
    try await journey.press("p")
    try await journey.finishRun()
    try await expectPaidOnce(journey, 3)
    await journey.end()
  }

  @Test func `a run that stopped is through when the outbox has settled what was not known`() async throws {
    let journey = try await planned(3)
    journey.office.service.hazards.turnOn(.errorAfterWrite, times: 3)
    try await journey.begin(rows: 3)
    journey.opener.clock.run()
    try await journey.wait("it is through by itself") { $0.run?.phase == .ended }
    journey.opener.clock.stand()
    journey.expectNotice("The run is through: 3 of 3 done")
    try await expectPaidOnce(journey, 3)
    await journey.end()
  }

  @Test func `what is answered 500 again and again is not known, and is settled with its key`() async throws {
    let journey = try await planned(3)
    journey.office.service.hazards.turnOn(.errorBeforeWrite)
    try await journey.begin(rows: 3)
    journey.opener.clock.run()
    try await journey.wait("it stops") { $0.hasStopped }
    journey.opener.clock.stand()
    journey.expect("? unknown")
    journey.office.service.hazards.turnOff(.errorBeforeWrite)
    try await journey.press("p")
    try await journey.finishRun()
    try await expectPaidOnce(journey, 3)
    await journey.end()
  }

  @Test func `numbers of a plan that is dropped are those of the next one`() async throws {
    let journey = try await planned(3)
    let first = journey.run?.plan.rows.compactMap(\.proposedNumber)
    #expect(first?.count == 3)
    try await journey.press("e")
    try await journey.fill("5")
    try await journey.press("Enter")
    #expect(journey.run?.plan.rows.compactMap(\.proposedNumber) == first, "made anew it keeps its numbers")
    try await journey.press("Esc")
    try await journey.planPayments()
    #expect(journey.run?.plan.rows.compactMap(\.proposedNumber) == first)
    await journey.end()
  }

  @Test func `a copy that somebody wrote in is not undone before a person has seen that`() async throws {
    let journey = try await Journey(.withInvoices(2))
    try await journey.press("2", "*")
    try await journey.command("Duplicate marked")
    try await journey.press("Enter")
    try await journey.begin(rows: 2)
    try await journey.finishRun()
    let copies = try await journey.office.records("invoices").filter { ($0["id"]?.integer ?? 0) > 2 }
    #expect(copies.count == 2)
    var changed = try #require(copies.first?.object)
    changed["notes"] = "call first"
    let id = try #require(changed["id"]?.integer)
    try await journey.office.put("invoices/\(id)", .object(changed))
    try await journey.command("Plan the undoing")
    try await journey.begin(rows: 2)
    try await journey.finishRun()
    journey.expect("notes was –, now call first")
    #expect(try await journey.office.records("invoices").compactMap { $0["id"]?.integer }.max() == id)
    await journey.end()
  }

  @Test func `a draft that was sent meanwhile is not deleted`() async throws {
    let journey = try await Journey(.withInvoices(2))
    try await journey.press("2", "*")
    try await journey.command("Delete marked")
    var sent = try #require(try await journey.office.records("invoices").first { $0["id"] == 1 }?.object)
    sent["status"] = "SENT"
    try await journey.office.put("invoices/1", .object(sent))
    try await journey.begin(rows: 2)
    try await journey.finishRun()
    journey.expect("status was DRAFT, now")
    #expect(try await journey.office.records("invoices").compactMap { $0["id"]?.integer } == [1])
    await journey.end()
  }
}

extension Journey {
  /// The run stands because three attempts failed one after another.
  fileprivate var hasStopped: Bool {
    if case .paused(.failures(count: 3, _)) = run?.phase { true } else { false }
  }
}
