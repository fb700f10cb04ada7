import Billing
import BillingAPI
import BillingServer
import Dashboard
import TerminalUI
import Testing

/// Whatever goes wrong between the keyboard and the books, a save ends as one record or none, and says which.
@Suite struct `Losing the service` {
  @Test
  func `without the service the lists still browse, a save waits, and the service's return makes exactly one record`()
    async throws
  {
    let journey = try await Journey(.withInvoices(3))
    try await journey.press("2")
    await journey.office.close()
    try await journey.press("R")
    try await journey.wait("the loss to show") { $0.isOff }
    journey.expect("✗ off")
    try await journey.press("G")
    #expect(journey.list?.count == 3)
    try await journey.press("3")
    journey.expect("Acme Harbour")
    try await journey.beginInvoice()
    try await journey.goTo("items.0.name")
    try await journey.typeLine("Work", "1", "10")
    try await journey.press("^S")
    #expect(journey.isUnsettled)
    journey.expectNotice("The write is in the journal and goes again by itself with the same key.")
    journey.expect("↑1 queued")
    #expect(try await journey.office.records("invoices").count == 3)
    try await journey.press("x")
    journey.expectNotice("it goes again with the same key")
    try await journey.office.open()
    journey.letTimePass()
    try await journey.wait("the invoice to be saved") { $0.form == nil && $0.state.outbox.unsettled == 0 }
    #expect(try await journey.office.records("invoices").count == 4)
    #expect(journey.opener.tap.idempotencyKeys.count == 1)
    journey.expect("INV-000004")
    try await journey.wait("the service to count as live") { !$0.isOff }
    await journey.end()
  }

  @Test func `the office closes and opens again while lists are open: they are as true as before`() async throws {
    let journey = try await Journey(.withInvoices(2))
    try await journey.press("2")
    await journey.office.close()
    try await journey.press("R")
    try await journey.wait("the loss to show") { $0.isOff }
    try await journey.office.addInvoice(5)
    try await journey.office.open()
    journey.letTimePass()
    try await journey.wait("the new invoice") { $0.list?.count == 3 }
    #expect(!journey.isOff)
    await journey.end()
  }

  @Test(arguments: [
    Hazard.droppedBeforeWrite, .droppedAfterWrite, .errorAfterWrite, .tooManyRequests, .truncated, .html,
  ])
  func `a write that meets a hazard ends as exactly one record`(hazard: Hazard) async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.beginInvoice()
    try await journey.goTo("items.0.name")
    try await journey.typeLine("Work", "1", "10")
    journey.office.service.hazards.turnOn(hazard, times: 1)
    try await journey.press("^S")
    if journey.form != nil { #expect(!journey.notice.isEmpty, "it says what happened") }
    try await journey.settleWrites()
    #expect(journey.form == nil, "\(journey.screen)")
    #expect(try await journey.office.records("invoices").count == 2)
    #expect(journey.opener.tap.idempotencyKeys.count == 1)
    journey.expect("INV-000002")
    await journey.end()
  }

  @Test(arguments: [Hazard.droppedBeforeWrite, .droppedAfterWrite, .errorAfterWrite, .truncated])
  func `a payment that meets a hazard is recorded once, and the invoice counts it once`(hazard: Hazard) async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.find("INV-000001")
    try await journey.press("p")
    try await journey.fill("40")
    try await journey.press("^S")
    #expect(journey.state.batches.count == 1, "it is held")
    #expect(journey.opener.tap.writes.isEmpty)
    journey.office.service.hazards.turnOn(hazard, times: 1)
    try await journey.settleWrites()
    #expect(!journey.office.service.hazards.isOn(hazard), "it struck")
    #expect(try await journey.office.records("payments").map { $0["amount"] } == [4_000])
    #expect(try await journey.office.invoice("INV-000001")?["due_amount"] == 6_000)
    #expect(journey.opener.tap.idempotencyKeys.count == 1)
    await journey.end()
  }

  @Test func `leaving while a write has no answer asks, and the next start settles it as one record`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.beginInvoice()
    try await journey.goTo("items.0.name")
    try await journey.typeLine("Work", "1", "10")
    journey.office.service.hazards.turnOn(.droppedAfterWrite, times: 1)
    try await journey.press("^S")
    #expect(journey.isUnsettled)
    try await journey.press("Esc", "q")
    journey.expect("Quit?")
    try await journey.press("Enter")
    #expect(journey.loop.exitStatus == nil, "Enter confirms nothing")
    try await journey.press("n", "F10", "q")
    #expect(journey.loop.exitStatus == 0)
    await journey.end()
    let next = try await Journey(journey.office, after: journey)
    try await next.wait("the write of the run before") { $0.state.outbox.unsettled == 0 }
    for _ in 0..<10 where try await next.office.records("invoices").count < 2 {
      next.letTimePass()
      try await next.settleAfterRetry()
    }
    #expect(try await next.office.records("invoices").count == 2)
    #expect(next.opener.tap.idempotencyKeys.isSubset(of: journey.opener.tap.idempotencyKeys))
    await next.end()
  }
}

extension Journey {
  var isOff: Bool { if case .off = state.session.connection { true } else { false } }
  var isUnsettled: Bool { if case .unsettled = form?.progress { true } else { false } }

  /// Time passes, over holds and over the waits between attempts, until nothing is unsettled.
  func settleWrites() async throws {
    try await wait("every write is settled") { journey in
      journey.letTimePass()
      return journey.state.batches.isEmpty && journey.state.outbox.unsettled == 0 && journey.form == nil
    }
  }

  /// A retry runs by itself; it has ended when the outbox reports again.
  func settleAfterRetry() async throws {
    let before = opener.tap.writes.count + opener.tap.reads
    try await wait("a retry") { journey in
      journey.form == nil && journey.state.outbox.unsettled == 0
        || journey.opener.tap.writes.count + journey.opener.tap.reads > before
    }
  }
}
