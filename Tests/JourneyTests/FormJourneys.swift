import Billing
import BillingAPI
import BillingServer
import Dashboard
import Store
import Testing
import TerminalUI

@Suite struct `A form for every kind of record` {
  @Test func `an invoice of four lines takes at most 45 keys beside the text`() async throws {
    let journey = try await Journey(.withInvoices(2))
    var keys = 0
    func press(_ names: String...) async throws {
      for name in names {
        keys += 1
        try await journey.press(name)
      }
    }
    try await press("2", "n")
    try await journey.type("zoë")
    try await press("Enter", "Enter", "Enter", "Enter", "Enter")
    for quantity in ["2", "7.5"] {
      try await journey.type("survey")
      try await press("Enter")
      try await journey.type(quantity)
      try await press("Enter", "Enter")
    }
    for (name, price) in [("Printing", "12.50"), ("Postage", "4.20")] {
      try await journey.type(name)
      try await press("Tab", "Tab", "Tab")
      try await journey.type(price)
      try await press("Enter")
    }
    try await press("Enter")
    try await journey.type("10 %")
    try await press("Tab")
    try await journey.type("20 %")
    try await press("^S")
    #expect(journey.form == nil)
    let invoice = try #require(try await journey.office.invoice("INV-000003"))
    #expect(invoice["items"]?.array?.count == 4)
    #expect(keys <= 45, "\(keys) keys")
    await journey.end()
  }

  @Test func `an estimate is written, changed, and becomes an invoice that bears its number`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.press("5", "n")
    try await journey.type("acme")
    try await journey.press("Enter")
    #expect(journey.field("estimate_number")?.text.text == "EST-000001")
    try await journey.goTo("items.0.name")
    try await journey.typeLine("Survey of the mole", "2", "150")
    try await journey.goTo("tax")
    try await journey.type("20 %")
    try await journey.press("^S")
    #expect(journey.form == nil)
    journey.expectNotice("Saved estimate EST-000001.")

    try await journey.press("e")
    #expect(journey.field("tax")?.text.text == "20 %", "the rate is inferred: services keep the amount only")
    try await journey.goTo("expiry_date")
    try await journey.fill("2026-06-01")
    try await journey.press("^S")
    #expect(journey.form == nil)
    let estimate = try #require(try await journey.office.records("estimates").first)
    #expect(estimate["expiry_date"] == "2026-06-01")
    #expect(estimate["total"] == 36_000)

    try await journey.command("Make an invoice of it")
    #expect(journey.field("reference_number")?.text.text == "EST-000001")
    #expect(journey.field("invoice_number")?.text.text == "INV-000002")
    try await journey.press("^S")
    let invoice = try #require(try await journey.office.invoice("INV-000002"))
    #expect(invoice["reference_number"] == "EST-000001")
    #expect(invoice["total"] == 36_000)
    #expect(invoice["customer_id"] == estimate["customer_id"])
    journey.expect("Mark EST-000001 as accepted?")
    try await journey.press("y")
    #expect(try await journey.office.records("estimates").first?["status"] == "ACCEPTED")
    journey.expectNotice("No e-mail was sent.")
    await journey.end()
  }

  @Test
  func `a customer has two addresses, the second as the first, and an edit sends what was changed`() async throws {
    let journey = try await Journey(.withInvoices(0))
    try await journey.press("3", "n")
    try await journey.type("Marginalia Press")
    try await journey.goTo("phone")
    try await journey.type("+1 555 0100")
    try await journey.press("^X", "m")
    try await journey.goTo("billing.city")
    try await journey.type("Lisbon")
    try await journey.goTo("billing.country_id")
    try await journey.type("portugal")
    try await journey.press("Enter", "^X", "s")
    #expect(journey.field("shipping.city")?.text.text == "Lisbon")
    try await journey.press("^S")
    #expect(journey.form == nil)
    var customer = try #require(try await journey.customer("Marginalia Press"))
    #expect(customer["billing"]?["city"] == "Lisbon")
    #expect(customer["shipping"]?["country_id"] == customer["billing"]?["country_id"])

    try await journey.press("e")
    try await journey.goTo("phone")
    try await journey.fill("+1 555 0199")
    try await journey.press("^X", "m")
    try await journey.goTo("shipping.city")
    try await journey.fill("Porto")
    try await journey.press("^S")
    #expect(journey.form == nil)
    customer = try #require(try await journey.customer("Marginalia Press"))
    #expect(customer["phone"] == "+1 555 0199")
    #expect(customer["billing"]?["city"] == "Lisbon")
    #expect(customer["shipping"]?["city"] == "Porto")
    #expect(customer["shipping"]?["country_id"] == customer["billing"]?["country_id"])
    await journey.end()
  }

  @Test func `an e-mail address that somebody else has is refused at its field`() async throws {
    let journey = try await Journey(.withInvoices(0))
    try await journey.office.post("customers", ["name": "First", "email": "a@example.com"])
    try await journey.press("3", "n")
    try await journey.type("Second")
    try await journey.press("Tab")
    try await journey.type("a@example.com")
    try await journey.press("^S")
    #expect(journey.focusedName == "email")
    #expect(journey.field("email")?.problem != nil)
    try await journey.fill("b@example.com")
    try await journey.press("^S")
    #expect(journey.form == nil)
    await journey.end()
  }

  @Test func `an expense takes a category by id and name, and knows the name the next time`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.press("6", "n")
    try await journey.type("45")
    try await journey.press("Tab")
    try await journey.type("2 Desk things")
    journey.expect("name kept here")
    try await journey.press("Enter")
    #expect(journey.field("expense_category_id")?.reference?.id == 2)
    try await journey.goTo("notes")
    try await journey.type("Pencils")
    try await journey.press("^S")
    #expect(journey.form == nil)
    let expense = try #require(try await journey.office.records("expenses").first)
    #expect(expense["amount"] == 4_500)
    #expect(expense["expense_category_id"] == 2)
    #expect(expense["currency_id"] == 1)
    #expect(expense["notes"] == "Pencils")

    try await journey.press("e")
    try await journey.fill("47.50")
    try await journey.press("^S")
    #expect(try await journey.office.records("expenses").first?["amount"] == 4_750)

    try await journey.press("n", "Tab")
    try await journey.type("999 Nowhere")
    try await journey.press("Enter")
    try await journey.goTo("amount")
    try await journey.type("1")
    try await journey.press("^S")
    #expect(journey.focusedName == "expense_category_id", "a category that does not exist is refused at its field")
    await journey.end()
  }

  @Test func `an item is made from within an invoice and goes into the line it was made for`() async throws {
    let journey = try await Journey(.withInvoices(0))
    try await journey.beginInvoice()
    try await journey.goTo("items.0.name")
    try await journey.type("Sounding")
    try await journey.press("^X", "n")
    #expect(journey.state.forms.count == 2)
    #expect(journey.field("name")?.text.text == "Sounding")
    try await journey.goTo("price")
    try await journey.type("80")
    try await journey.press("^S")
    #expect(journey.state.forms.count == 1)
    #expect(journey.focusedName == "items.0.quantity")
    #expect(journey.form?.lines.first?.price.text == "80.00")
    try await journey.press("^S")
    #expect(try await journey.office.invoice("INV-000001")?["total"] == 8_000)

    try await journey.press("7")
    try await journey.press("/")
    try await journey.type("Sounding")
    try await journey.press("Enter", "e")
    try await journey.goTo("price")
    try await journey.fill("85")
    try await journey.press("^S")
    let item = try await journey.office.records("items").first { $0["name"] == "Sounding" }
    #expect(item?["price"] == 8_500)
    await journey.end()
  }
}

extension Journey {
  fileprivate func customer(_ name: String) async throws -> JSONValue? {
    try await office.records("customers").first { $0["name"] == .string(name) }
  }
}
