import Billing
import BillingAPI
import BillingServer
import Dashboard
import Store
import Testing
import TerminalUI

@Suite struct `A form for a record that is there` {
  @Test func `an edit of an invoice sends only what was changed, and its lines as a whole`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.press("2", "e")
    #expect(journey.field("customer_id")?.text.text == "Acme Harbour")
    try await journey.goTo("notes")
    try await journey.type("Thank you")
    try await journey.press("^S")
    #expect(journey.form == nil)
    var invoice = try #require(try await journey.office.invoice("INV-000001"))
    #expect(invoice["notes"] == "Thank you")
    #expect(invoice["total"] == 10_000)

    try await journey.press("e")
    try await journey.goTo("items.1.name")
    try await journey.typeLine("Rebate", "1", "-20")
    try await journey.press("^S")
    #expect(journey.form == nil)
    invoice = try #require(try await journey.office.invoice("INV-000001"))
    #expect(invoice["total"] == 8_000)
    #expect(invoice["items"]?.array?.count == 2)
    #expect(invoice["notes"] == "Thank you")
    await journey.end()
  }

  @Test func `an invoice with a payment keeps its customer, and its total stays above what is paid`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.office.post(
      "payments",
      [
        "payment_date": .string(Office.today.iso), "customer_id": 1, "amount": 6_000, "payment_number": "PAY-000001",
        "invoice_id": 1,
      ])
    try await journey.press("2", "e")
    try await journey.press("S-Tab")
    try await journey.goTo("customer_id")
    try await journey.type("z")
    journey.expectNotice("There is a payment")
    #expect(journey.field("customer_id")?.text.text == "Acme Harbour")
    try await journey.goTo("items.0.price")
    try await journey.fill("50")
    try await journey.press("^S")
    #expect(journey.form != nil)
    journey.expectNotice("$60.00 is already paid")
    #expect(journey.opener.tap.writes.isEmpty)
    await journey.end()
  }

  @Test func `a duplicate is a new invoice with a number and days of its own`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.press("2", "D")
    #expect(journey.field("invoice_number")?.text.text == "INV-000002")
    #expect(journey.field("invoice_date")?.text.text == Office.today.iso)
    #expect(journey.field("due_date")?.text.text == "+30")
    try await journey.press("^S")
    #expect(journey.form == nil)
    let copy = try #require(try await journey.office.invoice("INV-000002"))
    #expect(copy["total"] == 10_000)
    #expect(try await journey.office.records("invoices").count == 2)
    await journey.end()
  }

  @Test func `an invoice is marked as sent after a question, and no mail goes out`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.press("2", "m")
    journey.expect("Mark as sent")
    try await journey.type("mark as sent")
    try await journey.press("Enter")
    journey.expect("No e-mail is sent.")
    #expect(try await journey.office.invoice("INV-000001")?["status"] == "DRAFT")
    try await journey.press("y")
    #expect(try await journey.office.invoice("INV-000001")?["status"] == "SENT")
    journey.expectNotice("INV-000001 is marked as SENT. No e-mail was sent.")
    try await journey.press("m")
    journey.expect("INV-000001 is SENT already.")
    await journey.end()
  }

  @Test func `an edit that was left comes back with what it was based on, and only the edit is sent`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.press("2", "e")
    try await journey.goTo("reference_number")
    try await journey.type("PO 7")
    try await journey.press("Esc")
    await journey.end()
    let next = try await Journey(journey.office, after: journey)
    try await next.command("Drafts")
    try await next.press("Enter")
    #expect(next.form?.kind == .edit(.invoices, id: 1))
    #expect(next.field("reference_number")?.text.text == "PO 7")
    try await next.press("^S")
    #expect(next.form == nil)
    let invoice = try #require(try await next.office.invoice("INV-000001"))
    #expect(invoice["reference_number"] == "PO 7")
    #expect(invoice["total"] == 10_000)
    #expect(try await next.office.records("invoices").count == 1)
    await next.end()
  }

  @Test func `a record that is gone cannot be edited, which is said, and its list comes to rest`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.press("2")
    await journey.office.delete("invoices/1")
    try await journey.press("e")
    #expect(journey.form == nil)
    journey.expectNotice("The service does not have this invoice any more.")
    #expect(journey.list?.count == 0)
    await journey.end()
  }

  @Test func `without the service an edit begins with what is known, and says of when`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.press("2")
    await journey.office.close()
    try await journey.press("e")
    #expect(journey.field("invoice_number")?.text.text == "INV-000001")
    journey.expectNotice("This is as of")
    await journey.end()
  }
}
