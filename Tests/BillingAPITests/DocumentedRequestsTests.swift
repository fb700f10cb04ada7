import Billing
import BillingAPI
import Testing

/// What drafts send is what the API documentation shows: its fields, in its order, amounts as integers.
@Suite struct DocumentedRequestsTests {
  /// A documented example, with `discount_type` where the client adds it.
  func documented(_ text: String) throws -> JSONValue {
    let example = try #require(try JSONValue(parsing: text).object)
    guard example["discount"] != nil else { return .object(example) }
    var pairs: [(String, JSONValue)] = []
    for member in example.members {
      if member.name == "discount" { pairs.append(("discount_type", "fixed")) }
      pairs.append((member.name, member.value))
    }
    return .object(JSONObject(pairs))
  }

  @Test func `an invoice draft sends the documented request`() throws {
    let line = LineDraft(
      name: "Web Development", description: "Frontend implementation", quantity: Quantity(10),
      price: Money(cents: 15_000))
    let draft = DocumentDraft(
      .invoice, date: CalendarDate(iso: "2026-02-07"), lastDay: CalendarDate(iso: "2026-03-07"), number: "INV-000042",
      customerID: Identifier(1), lines: [line])
    #expect(try draft.json == documented(DocumentedExamples.invoiceRequest))
  }

  @Test func `an estimate draft sends the documented request`() throws {
    let line = LineDraft(
      name: "Strategy Consulting", description: "Market analysis and growth strategy", quantity: Quantity(20),
      price: Money(cents: 10_000))
    let draft = DocumentDraft(
      .estimate, date: CalendarDate(iso: "2026-02-07"), lastDay: CalendarDate(iso: "2026-03-07"),
      number: "EST-000005", customerID: Identifier(1), lines: [line])
    #expect(try draft.json == documented(DocumentedExamples.estimateRequest))
  }

  @Test func `a payment draft sends the documented request`() throws {
    let draft = PaymentDraft(
      paymentDate: CalendarDate(iso: "2026-02-07"), number: "PAY-000010", customerID: Identifier(1),
      amount: Money(cents: 50_000), invoiceID: Identifier(1), methodID: Identifier(1), notes: "Wire transfer received")
    #expect(try draft.json == documented(DocumentedExamples.paymentRequest))
  }

  @Test func `a customer draft sends the documented request`() throws {
    var draft = CustomerDraft(name: "Jane Smith", email: "jane@smith.example.com", phone: "+1 555-0200")
    draft.companyName = "Smith Co"
    draft.currencyID = Identifier(1)
    var billing = Address()
    billing.name = "Jane Smith"
    billing.street = "456 Oak Ave"
    billing.city = "San Francisco"
    billing.state = "CA"
    billing.zip = "94102"
    billing.countryID = Identifier(231)
    draft.billing = billing
    #expect(try draft.json == documented(DocumentedExamples.customerRequest))
  }

  @Test func `an expense draft sends the documented request`() throws {
    var draft = ExpenseDraft(
      expenseDate: CalendarDate(iso: "2026-02-07"), categoryID: Identifier(2), amount: Money(cents: 4_500),
      currencyID: Identifier(1))
    draft.notes = "Team lunch"
    #expect(try draft.json == documented(DocumentedExamples.expenseRequest))
  }

  @Test func `an item draft sends the documented request`() throws {
    let draft = ItemDraft(
      name: "SEO Audit", price: Money(cents: 75_000), description: "Comprehensive SEO analysis and recommendations")
    #expect(try draft.json == documented(DocumentedExamples.itemRequest))
  }

  @Test func `amounts are JSON integers and quantities exact decimals`() throws {
    var draft = DocumentDraft(
      .invoice,
      lines: [
        LineDraft(name: "A", quantity: Quantity(tenThousandths: 15_000), price: Money(cents: 2_999)),
        LineDraft(name: "B", quantity: Quantity(3), price: Money(cents: 250_000)),
      ])
    draft.discount = .percentage(Percentage(tenThousandths: 100_000))
    draft.tax = .percentage(Percentage(tenThousandths: 200_000))
    let text = String(decoding: try draft.json.encoded(), as: UTF8.self)
    let sums = #""discount_type":"percentage","discount":10,"discount_val":75450,"sub_total":754499,"#
    #expect(text.contains(sums + #""total":814859,"tax":135810,"#))
    #expect(text.contains(#"{"name":"A","quantity":1.5,"price":2999}"#))
  }

  @Test func `an undocumented field is sent only when it was filled in, after the documented ones`() throws {
    var draft = PaymentDraft(number: "P")
    #expect(draft.json.object?.names == ["payment_number"])
    draft.exchangeRate = "1.25"
    draft.currencyID = Identifier(3)
    let expected: JSONValue = ["payment_number": "P", "currency_id": 3]
    var json = draft.json
    #expect(
      String(decoding: json.encoded(), as: UTF8.self) == #"{"payment_number":"P","currency_id":3,"exchange_rate":1.25}"#
    )
    json["exchange_rate"] = nil
    #expect(json == expected)
  }

  @Test func `a field that was emptied is cleared by null`() {
    let old = ItemDraft(name: "A", price: .zero, description: "gone", unitID: Identifier(4)).json
    let new = ItemDraft(name: "A", price: .zero, unitID: Identifier(4)).json.clearing(fieldsOf: old)
    #expect(new["description"] == .null)
    #expect(new["unit_id"] == 4)
  }

  @Test func `an invoice without a sum cannot be sent`() {
    let draft = DocumentDraft(.invoice, lines: [LineDraft(name: "A", price: Money(cents: -100))])
    #expect(throws: TotalsError.self) { try draft.json }
  }
}
