import Billing
import BillingAPI
import Dashboard
import TerminalUI
import Testing

@Suite struct `Recording a payment` {
  @Test func `the balance is offered, and taking it pays the invoice`() async throws {
    let journey = try await Journey(.withInvoices(2))
    try await journey.find("INV-000002")
    try await journey.press("p")
    #expect(journey.field("amount")?.text.text == "200.00")
    journey.expect("Payment of INV-000002")
    try await journey.recordPayment()
    #expect(journey.form == nil)
    let invoice = try #require(try await journey.office.invoice("INV-000002"))
    #expect(invoice["due_amount"] == 0)
    #expect(invoice["paid_status"] == "PAID")
    #expect(journey.list?.selectedRow.map { "\($0)".contains("INV-000002") } == true)
    journey.expect("✓  PAID")
    journey.expect("$0.00")
    await journey.end()
  }

  @Test func `a part is paid, then the rest; the list shows balance and status after each`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.find("INV-000001")
    try await journey.press("p")
    try await journey.fill("40")
    journey.expect("60.00")
    try await journey.recordPayment()
    #expect(try await journey.office.invoice("INV-000001")?["due_amount"] == 6_000)
    journey.expect("60.00")
    journey.expect("◐")
    try await journey.press("p")
    #expect(journey.field("amount")?.text.text == "60.00")
    try await journey.recordPayment()
    let payments = try await journey.office.records("payments")
    #expect(payments.map { $0["amount"] }.sorted { "\($0 as Any)" < "\($1 as Any)" } == [4_000, 6_000])
    #expect(try await journey.office.invoice("INV-000001")?["paid_status"] == "PAID")
    journey.expectNo("◐")
    try await journey.press("p")
    journey.expectNotice("INV-000001 has no balance: there is nothing to pay.")
    await journey.end()
  }

  @Test func `more than the balance is refused with the reason, before anything is sent`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.find("INV-000001")
    try await journey.press("p")
    try await journey.fill("100.01")
    try await journey.press("^S")
    #expect(journey.focusedName == "amount")
    journey.expectNotice("The balance is $100.00")
    #expect(journey.opener.tap.writes.isEmpty)
    try await journey.fill("100")
    try await journey.recordPayment()
    #expect(journey.form == nil)
    #expect(try await journey.office.records("payments").count == 1)
    await journey.end()
  }

  @Test func `an invoice that was paid elsewhere meanwhile takes no second payment`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.find("INV-000001")
    try await journey.press("p")
    try await journey.office.post(
      "payments",
      [
        "payment_date": .string(Office.today.iso), "customer_id": 1, "amount": 10_000, "payment_number": "PAY-000900",
        "invoice_id": 1,
      ])
    try await journey.press("^S")
    if !journey.state.overlays.isEmpty { try await journey.press("y") }
    journey.letTimePass(6)
    try await journey.wait("it is refused") { $0.state.batches.isEmpty }
    #expect(journey.form != nil)
    #expect(try await journey.office.records("payments").count == 1)
    journey.expectNotice("What you typed is kept.")
    await journey.end()
  }
}

extension Journey {
  /// Saves the payment and lets the seconds pass in which it can be taken back.
  func recordPayment() async throws {
    try await press("^S")
    letTimePass(6)
    try await wait("the payments are settled") { $0.state.batches.isEmpty }
  }

  /// Selects an invoice in the list.
  func find(_ number: String) async throws {
    try await press("2", "/")
    try await type(number)
    try await press("Enter")
  }
}
