import Billing
import BillingAPI
import Dashboard
import TerminalUI
import Testing

@Suite struct `Money that is never doubled` {
  @Test func `6,000.00 over three invoices is one payment each, and none gets more than it awaits`() async throws {
    let journey = try await Journey(.owing([240_000, 320_000, 480_000]))
    try await journey.press("3", "g", "g", "p")
    try await journey.fill("6000")
    journey.expect("3 open invoices → 3 payments")
    try await journey.recordPayment()
    journey.expectNotice("Recorded 3 payments of $6,000.00 for INV-000001, INV-000002 and INV-000003.")
    let due = try await journey.office.records("invoices").map { $0["due_amount"]?.integer ?? -1 }
    #expect(due.sorted() == [0, 0, 440_000])
    let payments = try await journey.office.records("payments")
    #expect(payments.compactMap { $0["amount"]?.integer }.sorted() == [40_000, 240_000, 320_000])
    #expect(Set(payments.compactMap { $0["payment_number"]?.string }).count == 3)
    #expect(journey.opener.tap.idempotencyKeys.count == 3)
    await journey.end()
  }

  @Test func `within its seconds a payment is taken back, and then it is recorded once`() async throws {
    let journey = try await Journey(.owing([240_000]))
    try await journey.find("INV-000001")
    try await journey.press("p", "^S")
    journey.expect("takes it back")
    try await journey.press("u")
    try await journey.wait("the form is back") { $0.form != nil }
    journey.letTimePass(60)
    try await journey.settle()
    #expect(journey.opener.tap.writes.isEmpty)
    try await journey.recordPayment()
    #expect(try await journey.office.records("payments").count == 1)
    await journey.end()
  }

  @Test func `what another client changed is not overwritten: both sides are shown and one is picked`() async throws {
    let journey = try await Journey(.withInvoices(0))
    try await journey.press("7", "g", "g", "e")
    try await journey.goTo("description")
    try await journey.fill("Mine")
    try await journey.office.put("items/1", ["name": "Harbour survey", "description": "Theirs", "price": 12_345])
    try await journey.press("^S")
    journey.expect("Changed by others")
    journey.expect("Mine")
    journey.expect("Theirs")
    #expect(try await journey.office.records("items").first?["description"] == "Theirs")
    try await journey.press("h", "^S")
    try await journey.wait("it is settled") { $0.state.outbox.unsettled == 0 }
    #expect(try await journey.office.records("items").first?["description"] == "Mine")
    await journey.end()
  }

  @Test func `a deleted invoice is made again from the journal, with a new id`() async throws {
    let journey = try await Journey(.withInvoices(2))
    try await journey.find("INV-000002")
    try await journey.press("X")
    journey.expect("Delete invoice INV-000002?")
    journey.expect("Its line goes with it.")
    try await journey.press("Enter")
    #expect(try await journey.office.invoice("INV-000002") != nil)
    try await journey.press("y")
    #expect(try await journey.office.invoice("INV-000002") == nil)
    try await journey.press("u", "y")
    let again = try #require(try await journey.office.invoice("INV-000002"))
    #expect(again["total"] == 20_000)
    #expect(again["id"] != 2)
    journey.expectNotice("a new id")
    await journey.end()
  }

  @Test func `without the service a payment waits in the outbox, and goes once when the service is back`() async throws
  {
    let journey = try await Journey(.owing([240_000]))
    try await journey.find("INV-000001")
    try await journey.press("p")
    await journey.office.close()
    try await journey.press("^S")
    journey.letTimePass(6)
    try await journey.wait("it waits") { $0.notice.contains("journal") }
    try await journey.press("O")
    journey.expect("payment PAY-000001")
    journey.expect("waits until")
    try await journey.press("Enter")
    journey.expect("POST /api/payments")
    journey.expect("$INVOICEMATIC_API_KEY")
    try await journey.press("Esc")
    try await journey.office.open()
    for _ in 0..<10 where journey.state.outbox.unsettled > 0 {
      journey.letTimePass()
      try await journey.settleAfterRetry()
    }
    journey.expect("Every write is settled.")
    #expect(try await journey.office.records("payments").count == 1)
    try await journey.press("A")
    journey.expect("payment PAY-000001")
    journey.expect("saved")
    await journey.end()
  }
}
