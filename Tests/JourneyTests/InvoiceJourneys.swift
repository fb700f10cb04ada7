import Billing
import BillingAPI
import BillingServer
import Dashboard
import Store
import Testing
import TerminalUI

@Suite struct `Writing an invoice` {
  @Test
  func
    `an invoice with two lines, a discount and a tax is the same to the cent on the screen, in the list and in the service`()
    async throws
  {
    let journey = try await Journey(.withInvoices(2))
    try await journey.press("2", "n")
    try await journey.type("zoë")
    try await journey.press("Enter")
    #expect(journey.focusedName == "invoice_number")
    #expect(journey.field("invoice_number")?.text.text == "INV-000003")
    try await journey.goTo("items.0.name")
    try await journey.type("Harbour survey")
    try await journey.press("Enter")
    #expect(journey.focusedName == "items.0.quantity", "an item of the catalogue brings its price along")
    try await journey.type("2.5")
    try await journey.press("Enter", "Enter")
    #expect(journey.focusedName == "items.1.name", "Enter behind the last line adds one")
    try await journey.type("Printing")
    try await journey.press("Tab", "Tab")
    try await journey.type("3")
    try await journey.press("Tab")
    try await journey.type("0.33")
    try await journey.goTo("discount")
    try await journey.type("10 %")
    try await journey.press("Tab")
    try await journey.type("20 %")
    // 2.5 × 123.45 = 308.63, 3 × 0.33 = 0.99; 309.62 − 30.96 = 278.66; 20 % of it is 55.73.
    for figure in ["308.63", "0.99", "309.62", "55.73", "334.39"] { journey.expect(figure) }
    try await journey.press("^S")
    #expect(journey.form == nil)
    journey.expectNotice("Saved invoice INV-000003.")
    #expect(journey.selectedNumber == "INV-000003")
    journey.expect("334.39")
    let invoice = try #require(try await journey.office.invoice("INV-000003"))
    #expect(invoice["sub_total"] == 30_962)
    #expect(invoice["discount_val"] == 3_096)
    #expect(invoice["tax"] == 5_573)
    #expect(invoice["total"] == 33_439)
    #expect(invoice["customer_id"] == 2)
    #expect(invoice["items"]?[1]?["name"] == "Printing")
    #expect(journey.opener.tap.writes.count == 1)
    await journey.end()
  }

  @Test func `keys that all come at once mean what they would have meant one by one`() async throws {
    let journey = try await Journey(.withInvoices(2))
    try await journey.press("2", "n")
    for character in "zoë" { journey.terminal.enqueue(.key(.character(character))) }
    for name in ["Enter", "Tab", "Tab", "Tab", "Tab"] {
      journey.terminal.enqueue(.key(try #require(Key(parsing: name))))
    }
    try await journey.type("Proofs")
    #expect(journey.field("customer_id")?.reference?.title == "Zoë Bright")
    #expect(journey.focusedName == "items.0.name")
    #expect(journey.form?.lines.first?.name.text == "Proofs")
    await journey.end()
  }

  @Test func `a customer nobody knows is made from within the invoice, which goes on where it was`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.press("2", "n")
    try await journey.type("Marginalia Press")
    try await journey.press("Enter")
    #expect(journey.state.forms.count == 2)
    #expect(journey.field("name")?.text.text == "Marginalia Press")
    #expect(journey.focusedName == "email")
    try await journey.type("hello@marginalia.example")
    try await journey.press("^S")
    #expect(journey.state.forms.count == 1)
    #expect(journey.field("customer_id")?.reference?.title == "Marginalia Press")
    #expect(journey.focusedName == "invoice_number")
    try await journey.goTo("items.0.name")
    try await journey.typeLine("Proofs", "1", "12.50")
    try await journey.press("^S")
    #expect(journey.form == nil)
    let customer = try #require(
      try await journey.office.records("customers").first { $0["name"] == "Marginalia Press" })
    #expect(customer["email"] == "hello@marginalia.example")
    #expect(try await journey.office.invoice("INV-000002")?["customer_id"] == customer["id"])
    await journey.end()
  }

  @Test func `a line without a price is refused with the caret in it, and nothing is sent`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.beginInvoice()
    try await journey.goTo("items.0.name")
    try await journey.type("Half a line")
    try await journey.press("^S")
    #expect(journey.focusedName == "items.0.price")
    journey.expectNotice("This line needs a price.")
    #expect(journey.caret != nil)
    #expect(journey.opener.tap.writes.isEmpty)
    try await journey.type("7")
    try await journey.press("^S")
    #expect(try await journey.office.invoice("INV-000002")?["total"] == 700)
    await journey.end()
  }

  @Test func `a form without lines, or with a word where a number belongs, says so at the field`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.beginInvoice()
    try await journey.press("^S")
    #expect(journey.focusedName == "items.0.name")
    try await journey.typeLine("Work", "many", "5")
    try await journey.press("^S")
    #expect(journey.focusedName == "items.0.quantity")
    try await journey.fill("2")
    try await journey.goTo("discount")
    try await journey.type("lots")
    try await journey.press("^S")
    #expect(journey.focusedName == "discount")
    #expect(journey.opener.tap.writes.isEmpty)
    await journey.end()
  }

  @Test
  func
    `a number that was typed and taken meanwhile puts the caret into it with the service's sentence, and everything else stays`()
    async throws
  {
    let journey = try await Journey(.withInvoices(1))
    try await journey.beginInvoice()
    try await journey.fill("INV-000002")
    try await journey.goTo("items.0.name")
    try await journey.typeLine("Work", "2", "10")
    try await journey.goTo("notes")
    try await journey.type("Thank you")
    // Somebody else writes the next invoice first.
    try await journey.office.addInvoice(2)
    try await journey.press("^S")
    #expect(journey.focusedName == "invoice_number")
    let problem = try #require(journey.field("invoice_number")?.problem)
    journey.expectNotice(problem)
    #expect(journey.field("notes")?.text.text == "Thank you")
    #expect(journey.form?.lines.first?.price.text == "10")
    try await journey.fill("INV-000007")
    try await journey.press("^S")
    #expect(journey.form == nil)
    let invoices = try await journey.office.records("invoices")
    #expect(invoices.count { $0["notes"] == "Thank you" } == 1)
    #expect(try await journey.office.invoice("INV-000007")?["total"] == 2_000)
    await journey.end()
  }

  @Test func `a number that was only proposed gives way to the next where it was taken meanwhile`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.beginInvoice()
    try await journey.goTo("items.0.name")
    try await journey.typeLine("Work", "2", "10")
    try await journey.office.addInvoice(2)
    try await journey.press("^S")
    #expect(journey.form == nil)
    #expect(try await journey.office.invoice("INV-000003")?["total"] == 2_000)
    await journey.end()
  }

  @Test func `a service that says every number is taken refuses only until it has another mind`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.beginInvoice()
    try await journey.goTo("items.0.name")
    try await journey.typeLine("Work", "1", "10")
    journey.office.service.hazards.turnOn(.numberTaken)
    try await journey.press("^S")
    #expect(journey.focusedName == "invoice_number")
    journey.office.service.hazards.turnAllOff()
    try await journey.press("^S")
    #expect(journey.form == nil)
    #expect(try await journey.office.records("invoices").count == 2)
    await journey.end()
  }

  @Test func `Esc keeps a form as a draft, and :drafts brings every field back`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.beginInvoice()
    try await journey.goTo("reference_number")
    try await journey.type("PO 7")
    try await journey.goTo("items.0.name")
    try await journey.typeLine("Work", "2", "10")
    try await journey.goTo("tax")
    try await journey.type("5 %")
    let typed = try #require(journey.form)
    try await journey.press("Esc")
    #expect(journey.form == nil)
    journey.expectNotice("Kept as a draft.")
    try await journey.command("Drafts")
    journey.expect("Invoice INV-000002")
    try await journey.press("Enter")
    let resumed = try #require(journey.form)
    #expect(resumed.fields.map(\.text.text) == typed.fields.map(\.text.text))
    #expect(resumed.fields.map(\.reference) == typed.fields.map(\.reference))
    #expect(resumed.lines.first?.name.text == "Work")
    #expect(resumed.lines.first?.price.text == "10")
    try await journey.press("^S")
    #expect(journey.form == nil)
    #expect(try await journey.office.invoice("INV-000002")?["total"] == 2_100)
    try await journey.command("Drafts")
    journey.expectNo("Invoice INV-000002")
    #expect(try journey.opener.local.drafts().isEmpty, "what was saved leaves no draft behind")
    await journey.end()
  }

  @Test func `what is typed when the terminal goes away is there at the next start`() async throws {
    let journey = try await Journey(.withInvoices(1))
    try await journey.beginInvoice()
    try await journey.goTo("notes")
    for character in "Unsaved" { journey.terminal.enqueue(.key(.character(character))) }
    journey.terminal.enqueue(.hangup(signal: 1))
    journey.loop.step(waitingAtMost: .zero)
    #expect(journey.loop.exitStatus == 129)
    await journey.end()
    let next = try await Journey(journey.office, after: journey)
    try await next.command("Drafts")
    try await next.press("Enter")
    #expect(next.field("notes")?.text.text == "Unsaved")
    await next.end()
  }

  @Test func `any size at any moment loses nothing that was typed`() async throws {
    let journey = try await Journey(.withInvoices(3))
    let text = "a note that is typed while the window is being dragged about"
    try await journey.beginInvoice()
    try await journey.goTo("notes")
    let sizes = [(20, 5), (120, 36), (40, 12), (1, 1), (80, 24), (300, 90), (39, 9), (110, 30)]
    for (place, character) in text.enumerated() {
      let (width, height) = sizes[place % sizes.count]
      journey.terminal.enqueue(.resize(Size(width: width, height: height)))
      try await journey.type(String(character))
      #expect(journey.terminal.frames.last?.size == Size(width: width, height: height))
    }
    try await journey.resize(120, 36)
    #expect(journey.field("notes")?.text.text == text)
    journey.expect("…ed about")
    await journey.end()
  }

  @Test func `pasted text goes into the field whole, and is never taken for keys`() async throws {
    let journey = try await Journey(.withInvoices(2))
    try await journey.press("2")
    let before = journey.selectedNumber
    try await journey.paste("nGq\u{13}jjjp:")
    #expect(journey.form == nil && journey.loop.exitStatus == nil)
    #expect(journey.selectedNumber == before)
    journey.expectNotice("Paste works in a field")
    try await journey.beginInvoice()
    try await journey.goTo("notes")
    try await journey.paste("one\ttwo\n^S\u{1B}[A q")
    #expect(journey.focusedName == "notes")
    #expect(journey.field("notes")?.text.text.contains("two") == true)
    #expect(journey.opener.tap.writes.isEmpty)
    await journey.end()
  }
}
