import Billing
import BillingAPI
import Testing
import TerminalUI

@testable import Dashboard

struct FormEditTests {
  @Test func `a record stands in the fields as it would be typed, the tax as the rate that it must have been`() {
    let form = Given.editForm().forms[0]
    #expect(form.text("customer_id") == "Acme Harbour")
    #expect(form.text("invoice_number") == "INV-000007")
    #expect(form.text("due_date") == "2026-03-31")
    #expect(form.text("discount") == "10 %")
    #expect(form.text("tax") == "20 %")
    #expect(form.lines.map(\.name.text) == ["Survey", "Charts", ""])
    #expect(form.lines.map(\.quantity.text) == ["2", "1", ""])
    #expect(form.lines.map(\.price.text) == ["100.00", "100.00", ""])
    #expect(form.isEditable && !form.isChanged)
  }

  @Test(arguments: [
    (377_145, 33_472, "8.875 %"), (30_000, 2_475, "8.25 %"), (10_000, 2_000, "20 %"), (10_000, 1_234, "12.34 %"),
    (377_145, 33_400, "334.00"), (0, 500, "5.00"),
  ])
  func `a tax is a rate where a usual one fits to the cent, else the amount`(
    _ net: Int, _ tax: Int, _ text: String
  ) {
    var amounts = DocumentAmounts()
    amounts.subTotal = Money(cents: Int64(net))
    amounts.tax = Money(cents: Int64(tax))
    #expect(amounts.inferredTax.entryText(style: .plain) == text)
  }

  @Test func `nothing can be typed until the record is there`() {
    var state = Given.state()
    _ = state.openForm(.edit(.invoices, id: 7), Given.environment)
    let before = state.forms
    state.type("x")
    #expect(state.forms == before)
    #expect(state.press("^S").contains { if case .write = $0 { true } else { false } } == false)
    #expect(!state.press("Esc").contains { if case .saveDraft = $0 { true } else { false } })
    #expect(state.forms.isEmpty)
  }

  @Test func `a record that is gone cannot be edited, and says so`() {
    var state = Given.state()
    _ = state.openForm(.edit(.invoices, id: 7), Given.environment)
    state.take(.sourceMissing("The service does not have this invoice any more.", draft: "draft-1"))
    #expect(state.forms.isEmpty)
    #expect(state.notice == Notice(.problem, "The service does not have this invoice any more."))
  }

  @Test func `saving an untouched edit sends nothing and says so`() {
    var state = Given.editForm()
    #expect(!state.press("^S").contains { if case .write = $0 { true } else { false } })
    #expect(state.notice?.text == "Nothing is changed: there is nothing to save.")
  }

  /// What is typed where, and the members of the body that it comes to.
  struct Typing: Sendable, CustomTestStringConvertible {
    let field: String
    let text: String
    let sent: JSONValue

    var testDescription: String { "\(field): \(text)" }
  }

  @Test(arguments: [
    Typing(field: "due_date", text: "2026-04-30", sent: ["due_date": "2026-04-30"]),
    Typing(field: "due_date", text: "31/3", sent: [:]),
    Typing(field: "due_date", text: "", sent: ["due_date": .null]),
    Typing(field: "notes", text: "Thank you", sent: ["notes": "Thank you"]),
    Typing(field: "reference_number", text: "007", sent: ["reference_number": "007"]),
    Typing(
      field: "discount", text: "15.00",
      sent: [
        "discount_type": "fixed", "discount": 1_500, "discount_val": 1_500, "total": 34_200, "tax": 5_700,
      ]),
  ])
  func `only what is typed over is sent, and nothing where it means the same`(_ typing: Typing) throws {
    var form = Given.editForm().forms[0]
    form.fields[try #require(form.index(of: typing.field))].text = TextField(typing.text)
    let reading = form.reading(Given.figures)
    #expect(reading.problems == [:])
    let edits = form.edits(try #require(reading.body), since: try #require(form.base))
    #expect(edits == typing.sent)
  }

  @Test func `a line that is changed keeps what no form shows; lines that are not go back as they came`() throws {
    var form = Given.editForm().forms[0]
    form.lines[0].quantity = TextField("3")
    let body = try #require(form.reading(Given.figures).body)
    let edits = form.edits(body, since: try #require(form.base))
    #expect(
      edits["items"]?[0] == [
        "id": 70, "name": "Survey", "description": "The mole", "quantity": 3, "price": 10_000, "tax": 0,
      ])
    #expect(edits["items"]?[1]?["id"] == 71)
    #expect(edits["items"]?[1]?["total"] == 10_000)
    #expect(edits["sub_total"] == 40_000)
    #expect(edits["secret"] == nil && edits["status"] == nil)
  }

  @Test func `a description that is changed leaves the sums alone`() throws {
    var form = Given.editForm().forms[0]
    form.lines[1].description = TextField("A1")
    let body = try #require(form.reading(Given.figures).body)
    #expect(form.edits(body, since: try #require(form.base)).object?.names == ["items"])
  }

  @Test func `a payment of the wrong invoice is moved to another one, or to none`() throws {
    var state = Given.state(.payments)
    _ = state.openForm(.edit(.payments, id: 9), Given.environment)
    let record: JSONValue = [
      "id": 9, "payment_number": "PAY-000009", "payment_date": "2026-03-01", "amount": 5_000, "customer_id": 1,
      "invoice_id": 7, "payment_method_id": 3, "currency_id": 1, "exchange_rate": 1,
    ]
    let names = ["invoice_id": Reference(id: 7, title: "INV-000007")]
    state.take(.source(FormSource(record: record, asOf: "14:20", references: names), draft: "draft-1"))
    #expect(state.form?.text("invoice_id") == "INV-000007")
    let invoice = try #require(state.form?.index(of: "invoice_id"))
    state.changeForm { $0.focus = .field(invoice) }
    state.press("^U")
    var none = state
    #expect(none.press("^S").compactMap(\.edits) == [["invoice_id": .null]])
    let asked = try #require(state.type("8").compactMap(\.question).first)
    #expect(asked.source == .invoices(customer: 1))
    let offer = Suggestion(id: 8, title: "INV-000008", detail: "")
    state.take(.suggestions(Suggestions(query: asked, items: [offer], selected: 0)))
    state.press("Enter")
    #expect(state.press("^S").compactMap(\.edits) == [["invoice_id": 8]])
  }

  @Test func `what nobody touched does not stop an edit, however odd`() {
    var state = Given.state()
    _ = state.openForm(.edit(.customers, id: 3), Given.environment)
    state.take(
      .source(
        FormSource(record: ["id": 3, "name": "Doe", "email": "no address at all", "phone": "1"], asOf: "14:20"),
        draft: "draft-1"))
    state.changeForm { $0.focus = .field(2) }
    state.type("2")
    #expect(
      state.press("^S").contains {
        if case .write(let request) = $0 { request.action.edits == ["phone": "12"] } else { false }
      })
  }

  @Test func `the total cannot fall below what is paid`() {
    var form = Given.editForm().forms[0]
    form.lines[0].price = TextField("1.00")
    form.lines[1].price = TextField("1.00")
    #expect(form.reading(Given.figures).problems["total"] == "$50.00 is already paid: the total cannot be less.")
  }

  @Test func `a field that cannot be changed says why, and keeps its text`() {
    var state = Given.editForm()
    state.changeForm { $0.focus = .field(0) }
    state.type("x")
    #expect(state.form?.text("customer_id") == "Acme Harbour")
    #expect(state.notice?.text.hasPrefix("There is a payment") == true)
  }

  @Test func `an address goes back whole, with what the form does not show`() throws {
    var state = Given.state()
    _ = state.openForm(.edit(.customers, id: 3), Given.environment)
    let billing: JSONValue = ["name": "Doe", "address_street_2": "Back yard", "city": "Porto"]
    state.take(.source(FormSource(record: ["id": 3, "name": "Doe", "billing": billing], asOf: ""), draft: "draft-1"))
    var form = state.forms[0]
    form.fields[try #require(form.index(of: "billing.city"))].text = TextField("Lisbon")
    let edits = form.edits(try #require(form.reading(Given.figures).body), since: try #require(form.base))
    #expect(edits == ["billing": ["name": "Doe", "address_street_2": "Back yard", "city": "Lisbon"]])
  }

  @Test func `an edit's draft comes back with its record, and sends the same`() throws {
    var form = Given.editForm().forms[0]
    form.fields[2].text = TextField("PO 7")
    form.markChanged()
    let draft = DraftSummary(id: "draft-1", title: form.title, savedAt: "now", form: form.snapshot)
    let back = try #require(Form(draft, figures: Given.figures))
    #expect(back.kind == .edit(.invoices, id: 7))
    #expect(back.base == form.base)
    #expect(back.fields.map(\.lock) == form.fields.map(\.lock))
    let body = try #require(back.reading(Given.figures).body)
    #expect(back.edits(body, since: try #require(back.base)) == ["reference_number": "PO 7"])
  }

  @Test func `a copy has its own number and days, and as long to pay`() {
    var state = Given.state()
    _ = state.openForm(.copy(.invoices, of: 7), Given.environment)
    state.take(.source(FormSource(record: Given.invoiceRecord, asOf: ""), draft: "draft-1"))
    state.take(.proposedNumber("INV-000008", draft: "draft-1"))
    let form = state.forms[0]
    #expect(form.text("invoice_number") == "INV-000008")
    #expect(form.text("invoice_date") == "2026-03-18")
    #expect(form.text("due_date") == "+30")
    #expect(form.field("customer_id")?.reference?.id == 1)
    #expect(form.lines.map(\.original) == [nil, nil, nil])
    #expect(form.base == nil)
    #expect(form.reading(Given.figures).body?["items"]?[0]?["id"] == nil)
  }
}

extension WriteRequest.Action {
  fileprivate var edits: JSONValue? {
    if case .update(_, let edits, _) = self { edits } else { nil }
  }
}

extension Effect {
  fileprivate var edits: JSONValue? {
    if case .write(let request) = self { request.action.edits } else { nil }
  }

  fileprivate var question: SuggestionQuery? {
    if case .suggest(let query) = self { query } else { nil }
  }
}
