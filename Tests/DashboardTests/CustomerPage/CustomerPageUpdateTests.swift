import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

@Suite struct CustomerPageUpdateTests {
  @Test func `gc on any record opens its customer, and Esc goes back to the record`() {
    var state = Given.invoices(3)
    let effects = state.press("g", "c")
    #expect(effects.suffix(2) == [.customerPage(1), .refreshCustomer(id: 1)])
    #expect(state.customerPage?.name == "Acme Harbour")
    state.press("Esc")
    #expect(state.pages.isEmpty)
    #expect(state.section == .invoices)
  }

  @Test func `the timeline has documents and notes, newest first, with the balance after each`() throws {
    let page = try #require(Given.customerPage().customerPage)
    let rows = try #require(page.list.rows)
    #expect(
      rows.map(\.detail).map { $0.prefix(16) }
        == [
          "asked for a copy", "Wire → INV-00000", "prefers phone", "▲ 7 d late", "▲ 8 d late",
          "▲ 9 d late", "ACCEPTED · $900.0",
        ].map { $0.prefix(16) })
    #expect(rows.map { $0.balance?.cents } == [50_000, 50_000, 60_000, 60_000, 30_000, 10_000, 0])
    #expect(rows.first?.number == "INV-000002", "a note beside an invoice says which")
  }

  @Test func `t and a letter leave a kind out, and show it again`() {
    var state = Given.customerPage()
    state.press("t", "n")
    #expect(state.customerPage?.list.count == 5)
    state.press("t", "i")
    #expect(state.customerPage?.list.rows?.compactMap(\.kind) == [.payment, .estimate])
    state.press("t", "n", "t", "i")
    #expect(state.customerPage?.list.count == 7)
  }

  @Test func `braces go through the tabs`() {
    var state = Given.customerPage()
    state.press("}")
    #expect(state.customerPage?.tab == .invoices)
    #expect(state.customerPage?.list.rows?.map(\.number) == ["INV-000003", "INV-000002", "INV-000001"])
    #expect(state.customerPage?.list.rows?.first?.balance == Money(cents: 30_000))
    state.press("{", "{")
    #expect(state.customerPage?.tab == .statement)
    state.press("}")
    #expect(state.customerPage?.tab == .timeline)
  }

  @Test func `a statement begins with what was owed before, and ends with what is owed after`() throws {
    var state = Given.customerPage()
    state.press("g", "s", "t", "m")
    // March has no document: nothing happened since the payment.
    #expect(state.customerPage?.list.rows?.map { $0.balance?.cents } == [50_000, 50_000])
    state.press("t", "Left")
    let february = try #require(state.customerPage?.list.rows)
    #expect(february.first?.detail == "balance brought forward")
    #expect(february.first?.balance == .zero)
    #expect(february.dropFirst().dropLast().map(\.number) == ["INV-000001", "INV-000002", "INV-000003", "PAY-000007"])
    #expect(february.last?.balance == Money(cents: 50_000))
    state.press("t", "Right", "t", "Right")
    #expect(state.customerPage?.period.back == 0, "no statement of the future")
  }

  @Test func `n opens an invoice with this customer picked`() throws {
    var state = Given.customerPage()
    state.press("n")
    let form = try #require(state.form)
    #expect(form.field("customer_id")?.reference?.id == 1)
    #expect(form.field("customer_id")?.text.text == "Acme Harbour")
    #expect(form.focus != .field(0), "the keyboard is in the next field")
  }

  @Test func `p pays the selected invoice, else all that is owed; e opens the customer in a form`() {
    var state = Given.customerPage()
    state.press("e")
    #expect(state.form?.kind == .edit(.customers, id: 1))
    state.press("Esc", "p")
    #expect(state.form?.kind == .receipt(customer: 1))
    state.press("Esc", "}", "p")
    #expect(state.form?.kind == .payment(invoice: 3))
  }

  @Test(arguments: [
    ("n", "Acme Harbour"), ("m", "quay@acme.example"), ("p", "+1 555-0100"), ("a", "Zoë Quay\n123 Main St\nNew York"),
  ])
  func `y and a letter copy a part of the contact`(key: String, text: String) {
    var state = Given.customerPage()
    #expect(state.press("y", key).contains(.copy(text)))
  }

  @Test func `Enter opens a document in its list, and a note to be changed`() {
    var state = Given.customerPage()
    state.press("Enter")
    guard case .note(let editor)? = state.overlays.last else {
      Issue.record("no note is open")
      return
    }
    #expect(editor.note == 2)
    state.press("Esc", "j", "Enter")
    #expect(state.section == .payments)
    #expect(state.selectedID == 7)
    #expect(state.isZoomed)
  }

  @Test func `N writes a note beside the customer, or beside the selected invoice`() {
    var state = Given.customerPage()
    state.press("N")
    state.type("call back")
    #expect(
      state.press("Enter").contains(
        .keepNote(NoteText(kind: .customers, recordID: 1, note: nil, text: "call back"))))
    #expect(state.take(.notesChanged(.customers, id: 1)) == [.customerPage(1)])
    state.press("}", "N")
    state.type("resent")
    #expect(
      state.press("^S").contains(.keepNote(NoteText(kind: .invoices, recordID: 3, note: nil, text: "resent"))))
  }

  @Test func `Esc asks before it throws a note away, and Enter never means yes`() {
    var state = Given.customerPage()
    state.press("N")
    state.type("long thought")
    state.press("Esc", "Enter")
    #expect(state.overlays.count == 2)
    state.press("n")
    #expect(state.overlays.count == 1, "the note is still being written")
    state.press("Esc", "y")
    #expect(state.overlays.isEmpty)
  }

  @Test func `X deletes the selected note after a question, and nothing else`() {
    var state = Given.customerPage()
    state.press("X")
    #expect(state.press("y").contains { if case .removeNote(let note) = $0 { note.id == 2 } else { false } })
    state.press("j", "X")
    #expect(state.overlays.isEmpty)
    #expect(state.notice?.text == "No note is selected.")
  }

  @Test func `the balance that was rebuilt is compared with the service's`() throws {
    var state = Given.customerPage()
    #expect(state.customerPage?.check?.last == Span("✓", "ok"))
    let facts = Given.customerFacts
    var overview = facts.overview
    overview.currencies[0].serviceBalance = Money(cents: 49_999)
    state.take(
      .customerPage(
        1, CustomerFacts(overview: overview, customer: facts.customer, notes: facts.notes, asOf: facts.asOf)))
    #expect(state.customerPage?.check?.first?.role == "error")
  }

  @Test func `the selection stays on its row while rows arrive`() {
    var state = Given.customerPage()
    state.press("j", "j", "j")
    let selected = state.customerPage?.list.selected?.id
    state.take(.customerPage(1, Given.customerFacts))
    #expect(state.customerPage?.list.selected?.id == selected)
  }

  @Test func `a customer that the mirror does not have says so`() {
    var state = Given.invoices(3)
    state.press("g", "c")
    state.take(.customerPage(1, nil))
    #expect(view(state).characters.joined().contains("This customer is not loaded yet."))
  }

  @Test(arguments: [(40, 12), (70, 20), (80, 24), (100, 30), (120, 36), (200, 60)])
  func `it can be drawn and gone through on every screen`(width: Int, height: Int) {
    var state = Given.customerPage(width: width, height: height)
    for key in ["j", "}", "}", "}", "}", "}", "G", "t", "y", "{"] {
      state.press(key)
      _ = view(state)
    }
    #expect(view(state).characters.count == height)
  }
}
