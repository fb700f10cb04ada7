import Billing
import BillingAPI
import Testing

/// What services of this family were seen to send, and what becomes of it.
@Suite struct HazardsTests {
  func invoice(_ members: String) throws -> (Invoice, [FieldDoubt]) {
    var doubts: [FieldDoubt] = []
    let text = #"{"id": 1, "invoice_date": "2026-02-01", \#(members)}"#
    let invoice = try Invoice(json: JSONValue(parsing: text), doubts: &doubts)
    return (invoice, doubts)
  }

  @Test(arguments: [#""2431544""#, "2431544", "2431544.0", #""2431544.00""#, "2.431544e6", #"" 2431544 ""#])
  func `a sum is read however it is written`(_ written: String) throws {
    let (invoice, doubts) = try invoice(#""due_amount": \#(written)"#)
    #expect(invoice.dueAmount == Money(cents: 2_431_544))
    #expect(doubts.isEmpty)
  }

  @Test func `an exchange rate is kept as it was written`() throws {
    #expect(try invoice(#""exchange_rate": "1.000000""#).0.exchangeRate == "1.000000")
    #expect(try invoice(#""exchange_rate": 1.25"#).0.exchangeRate == "1.25")
  }

  @Test(arguments: ["true", "1", #""1""#, #""YES""#])
  func `truth has several spellings`(_ written: String) throws {
    #expect(try JSONValue(parsing: written).bool == true)
  }

  @Test(arguments: ["false", "0", #""0""#, #""NO""#])
  func `so has falsehood`(_ written: String) throws {
    #expect(try JSONValue(parsing: written).bool == false)
  }

  @Test func `a boolean that is null says nothing`() { #expect(JSONValue.null.bool == nil) }

  @Test(arguments: ["2026-02-07 00:00:00", "2026-02-07T23:59:59.000000Z", "2026-02-07T00:00:00-11:00", "2026-02-07"])
  func `a day is a day, whatever time and zone follow it`(_ written: String) throws {
    #expect(try invoice(#""due_date": "\#(written)""#).0.dueDate?.iso == "2026-02-07")
  }

  @Test func `missing keys are as null`() throws {
    let invoice = try Invoice(json: JSONValue(parsing: #"{"id": 7, "invoice_date": "2026-02-01"}"#))
    #expect(invoice.dueDate == nil)
    #expect(invoice.amounts == DocumentAmounts())
    #expect(invoice.lines.isEmpty)
    #expect(invoice.number.isEmpty)
  }

  @Test func `unknown keys do no harm`() throws {
    let (invoice, doubts) = try invoice(#""formatted_due_amount": {"a": [1, {}]}, "allow_edit": 1, "total": 5"#)
    #expect(invoice.amounts.total == Money(cents: 5))
    #expect(doubts.isEmpty)
  }

  @Test func `escapes are read`() throws {
    #expect(try invoice(#""notes": "A\/B \u00e9 \ud83d\ude00""#).0.notes == "A/B é 😀")
  }

  @Test func `unknown statuses are kept as they come`() throws {
    let (invoice, doubts) = try invoice(#""status": "HELD", "paid_status": "REFUNDED""#)
    #expect(invoice.status == .unknown("HELD"))
    #expect(invoice.paidStatus == .unknown("REFUNDED"))
    #expect(doubts.isEmpty)
  }

  @Test(arguments: ["1e30", "99999999999999999999", "1000000000000001", #""1e400""#, "1e400", "[]", "true"])
  func `an amount that cannot be is zero and said to be doubtful`(_ written: String) throws {
    let (invoice, doubts) = try invoice(#""due_amount": \#(written)"#)
    #expect(invoice.dueAmount == .zero)
    #expect(doubts.map(\.field) == ["due_amount"])
  }

  @Test func `the largest amount is still read`() throws {
    #expect(try invoice(#""total": 1000000000000000"#).0.amounts.total == .limit)
  }

  @Test func `quantities are exact decimals, rounded beyond four places`() throws {
    let (invoice, _) = try invoice(#""items": [{"quantity": "1.3330"}, {"quantity": 0.00005}, {"quantity": 7.75}]"#)
    #expect(invoice.lines.map(\.quantity.tenThousandths) == [13_330, 1, 77_500])
  }

  @Test func `one bad line costs nothing but itself`() throws {
    let (invoice, doubts) = try invoice(
      #""items": [{"name": "A"}, "B", {"name": "C", "quantity": "many", "price": "12"}]"#)
    #expect(invoice.lines.map(\.name) == ["A", "C"])
    #expect(invoice.lines.last?.price == Money(cents: 12))
    #expect(doubts.map(\.field) == ["items.1", "items.2.quantity"])
  }

  @Test func `ids are taken as strings`() throws {
    let invoice = try Invoice(json: JSONValue(parsing: #"{"id": "12", "customer_id": "3", "currency_id": "0"}"#))
    #expect(invoice.id.value == 12)
    #expect(invoice.customerID?.value == 3)
    #expect(invoice.currencyID == nil)
  }

  @Test func `a record without a day shows the first of 1970 and a doubt`() throws {
    var doubts: [FieldDoubt] = []
    let invoice = try Invoice(json: JSONValue(parsing: #"{"id": 1, "invoice_date": "soon"}"#), doubts: &doubts)
    #expect(invoice.invoiceDate == CalendarDate(daysSince1970: 0))
    #expect(doubts == [FieldDoubt(field: "invoice_date", found: #""soon""#)])
  }

  @Test func `a percentage counts only where the service says that it is one`() throws {
    let percentage = try invoice(#""discount_type": "percentage", "discount": "12.50", "discount_val": 1250"#).0
    #expect(percentage.amounts.discount == .percentage(Percentage(tenThousandths: 125_000)))
    let fixed = try invoice(#""discount_type": "fixed", "discount": 2.5, "discount_val": 250"#).0
    #expect(fixed.amounts.discount == .fixed(Money(cents: 250)))
    let unsaid = try invoice(#""discount": 10, "discount_val": 755"#).0
    #expect(unsaid.amounts.discount == .fixed(Money(cents: 755)))
  }

  @Test(arguments: ["[]", "null", #""x""#, "17"])
  func `what is no object is no record`(_ text: String) throws {
    let json = try JSONValue(parsing: text)
    #expect(throws: DecodingProblem.notAnObject) { try Customer(json: json) }
  }

  @Test(arguments: ["{}", #"{"id": null}"#, #"{"id": 0}"#, #"{"id": -1}"#, #"{"id": 1.5}"#, #"{"id": "x"}"#])
  func `without an id there is no record`(_ text: String) throws {
    let json = try JSONValue(parsing: text)
    #expect(throws: DecodingProblem.missingID) { try Item(json: json) }
  }

  @Test func `ids leave as JSON integers`() {
    let draft = PaymentDraft(customerID: Identifier(9_007_199_254_740_993))
    #expect(String(decoding: draft.json.encoded(), as: UTF8.self).hasPrefix(#"{"customer_id":9007199254740993"#))
  }
}
