import Billing
import BillingAPI
import Testing
import TerminalUI

@testable import Dashboard

struct FormReadingTests {
  /// What is typed into the lines (quantity, price), discount and tax, and the sums in cents that it comes to.
  struct Sums: CustomTestStringConvertible, Sendable {
    let lines: [(String, String)]
    var discount = ""
    var tax = ""
    let subTotal: Int64
    var discountValue: Int64 = 0
    var taxValue: Int64 = 0

    var testDescription: String { "\(lines) − \(discount) + \(tax)" }
  }

  @Test(arguments: [
    Sums(lines: [("1", "10")], subTotal: 1_000),
    Sums(lines: [("", "10")], subTotal: 1_000),
    Sums(lines: [("2.5", "123.45")], subTotal: 30_863),
    Sums(lines: [("3", "0.33"), ("1", "-0.50")], subTotal: 49),
    Sums(lines: [("1", "1,234.56")], discount: "10 %", subTotal: 123_456, discountValue: 12_346),
    Sums(
      lines: [("1", "100")], discount: "25.00", tax: "20 %", subTotal: 10_000, discountValue: 2_500, taxValue: 1_500),
    Sums(lines: [("1", "100")], tax: "4.50", subTotal: 10_000, taxValue: 450),
    Sums(lines: [("1", "6k")], tax: "8.875 %", subTotal: 600_000, taxValue: 53_250),
  ])
  func `what is typed adds up to the cent, on the screen and in the body`(_ sums: Sums) throws {
    var form = Given.invoiceForm().forms[0]
    form.lines = sums.lines.map { Self.line("Work", $0.0, $0.1) }
    form.set("discount", sums.discount)
    form.set("tax", sums.tax)
    let reading = form.reading(Self.figures)
    #expect(reading.problems == [:])
    let totals = try #require(reading.totals)
    #expect(totals.subTotal.cents == sums.subTotal)
    #expect(totals.discountValue.cents == sums.discountValue)
    #expect(totals.tax.cents == sums.taxValue)
    let total = sums.subTotal - sums.discountValue + sums.taxValue
    #expect(totals.total.cents == total)
    #expect(reading.lineTotals.values.reduce(0) { $0 + $1.cents } == sums.subTotal)
    let body = try #require(reading.body)
    #expect(body["sub_total"] == .integer(sums.subTotal))
    #expect(body["discount_val"] == .integer(sums.discountValue))
    #expect(body["tax"] == .integer(sums.taxValue))
    #expect(body["total"] == .integer(total))
  }

  @Test func `the body of an invoice has the documented fields in their order`() throws {
    var form = Given.invoiceForm().forms[0]
    form.set("due_date", "+14")
    form.set("notes", "Thank you")
    form.lines[0].description = TextField("Two days")
    form.lines.append(LineFields())
    let body = try #require(form.reading(Self.figures).body)
    let expected = """
      {"invoice_date":"2026-03-18","due_date":"2026-04-01","customer_id":1,"invoice_number":"INV-000003",\
      "discount_type":"fixed","discount":0,"discount_val":0,"sub_total":2100,"total":2100,"tax":0,\
      "template_name":"invoice1","items":[{"name":"Work","description":"Two days","quantity":2,"price":1050}],\
      "notes":"Thank you"}
      """
    #expect(String(decoding: body.encoded(), as: UTF8.self) == expected)
  }

  @Test func `the body of a payment has the documented fields in their order`() throws {
    let body = try #require(Given.paymentForm().forms[0].reading(Self.figures).body)
    let expected = """
      {"payment_date":"2026-03-18","customer_id":1,"amount":15000,"payment_number":"PAY-000001","invoice_id":2,\
      "payment_method_id":3}
      """
    #expect(String(decoding: body.encoded(), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("", "amount"), ("0", "amount"), ("-5", "amount"), ("150.01", "amount"), ("lots", "amount"), ("10 %", "amount"),
  ])
  func `a payment of nothing, less, more than the balance, or no number is refused`(_ text: String, _ field: String) {
    var form = Given.paymentForm().forms[0]
    form.set("amount", text)
    let reading = form.reading(Self.figures)
    #expect(reading.problems.keys.sorted() == [field])
    #expect(reading.body == nil)
  }

  @Test func `a payment says what the balance is when more is typed`() {
    var form = Given.paymentForm().forms[0]
    form.set("amount", "150.01")
    #expect(form.reading(Self.figures).problems["amount"]?.contains("$150.00") == true)
  }

  @Test func `a payment method that is typed and not picked is refused`() {
    var form = Given.paymentForm().forms[0]
    form.set("payment_method_id", "Shells")
    for index in form.fields.indices { form.fields[index].reference = nil }
    #expect(form.reading(Self.figures).problems.keys.sorted() == ["payment_method_id"])
  }

  @Test(arguments: [
    ("customer_id", ""), ("invoice_number", ""), ("invoice_date", "someday"), ("due_date", "someday"),
    ("discount", "lots"), ("tax", "some"), ("invoice_date", ""),
  ])
  func `what an invoice lacks or cannot be read is a problem of its field`(_ name: String, _ text: String) {
    var form = Given.invoiceForm().forms[0]
    form.set(name, text)
    if name == "customer_id" { form.fields[0].reference = nil }
    let reading = form.reading(Self.figures)
    #expect(reading.problems.keys.sorted() == [name])
    #expect(reading.body == nil)
  }

  @Test func `the first problem is the first in the order of the keyboard`() {
    var form = Given.invoiceForm().forms[0]
    form.set("tax", "some")
    form.set("due_date", "someday")
    form.lines[0].price = TextField("x")
    let reading = form.reading(Self.figures)
    #expect(reading.firstProblem(in: form) == "due_date")
    form.set("due_date", "+30")
    #expect(form.reading(Self.figures).firstProblem(in: form) == "items.0.price")
  }

  @Test func `an amount in another currency's sign is refused`() {
    var form = Given.invoiceForm().forms[0]
    form.lines[0].price = TextField("€5")
    #expect(form.reading(Self.figures).problems.keys.sorted() == ["items.0.price"])
  }

  @Test func `two hundred lines read as two hundred lines, blank ones between them left out`() throws {
    var form = Given.invoiceForm().forms[0]
    form.lines = (1...200).flatMap { [Self.line("Line \($0)", "1", "0.01"), LineFields()] }
    let reading = form.reading(Self.figures)
    #expect(reading.totals?.total.cents == 200)
    #expect(reading.body?["items"]?.array?.count == 200)
    #expect(reading.body?["items"]?[199]?["name"] == "Line 200")
  }

  @Test func `sums beyond what the service can hold are a problem, not a crash`() {
    var form = Given.invoiceForm().forms[0]
    form.lines = (1...3).map { _ in Self.line("Gold", "1000000000", "9999999999999.99") }
    let reading = form.reading(Self.figures)
    #expect(reading.body == nil)
    #expect(!reading.problems.isEmpty)
  }

  @Test func `a customer needs a name, and an address of e-mail that is one`() {
    var form = Form.blank(.new(.customers), draftID: "d", figures: Self.figures)
    #expect(form.reading(Self.figures).problems.keys.sorted() == ["name"])
    form.set("name", "Acme")
    form.set("email", "nowhere")
    #expect(form.reading(Self.figures).problems.keys.sorted() == ["email"])
    form.set("email", "a@example.com")
    #expect(
      form.reading(Self.figures).body.map { String(decoding: $0.encoded(), as: UTF8.self) }
        == #"{"name":"Acme","email":"a@example.com"}"#)
  }

  private static let figures = Figures(today: Given.today, style: .english, homeCurrency: Identifier(1))

  private static func line(_ name: String, _ quantity: String, _ price: String) -> LineFields {
    var line = LineFields()
    line.name = TextField(name)
    line.quantity = TextField(quantity)
    line.price = TextField(price)
    return line
  }
}

extension Form {
  fileprivate mutating func set(_ name: String, _ text: String) {
    guard let index = index(of: name) else { return }
    fields[index].text = TextField(text)
  }
}
