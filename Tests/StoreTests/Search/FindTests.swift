import Billing
import BillingAPI
import Foundation
import Store
import Testing

@Suite struct `Finding customers` {
  private func mirror() throws -> Mirror {
    let mirror = try Mirror.holding(
      .customers,
      #"""
      {"id":1,"name":"Doe Industries","email":"john@doe.example","phone":"+1 (555) 01-00","contact_name":"John",
      "billing":{"name":"John Doe","address_street_1":"123 Main St","city":"New York","zip":"10001","phone":"+1 555-0177"}}
      """#,
      #"""
      {"id":2,"name":"Åsa Müller","company_name":"Straße & Søn","shipping":{"address_street_2":"Hinterhof","city":"Łódź"}}
      """#,
      customer(3, "Overdoe Ltd"), customer(4, "Jane Smith", phone: "030 / 555 0100"))
    try mirror.take(
      .invoices,
      [
        invoice(1, due: 4_000), invoice(2, due: 2_500, dueIn: -3), invoice(3, due: 700, currency: 3),
        invoice(4, status: "DRAFT", total: 9_000),
      ])
    return mirror
  }

  private func found(_ text: String, limit: Int = 50) throws -> [String] {
    try mirror().findCustomers(text, limit: limit).map { "\($0.row.id) \($0.field) \($0.text)" }
  }

  @Test(
    arguments: [
      ("doe", ["1 name Doe Industries", "3 name Overdoe Ltd"]),
      ("DOE IND", ["1 name Doe Industries"]),
      ("asa", ["2 name Åsa Müller"]), ("MULLER", ["2 name Åsa Müller"]),
      ("strasse", ["2 company Straße & Søn"]), ("son", ["2 company Straße & Søn"]),
      ("lodz", ["2 shippingCity Łódź"]), ("hinterhof", ["2 shippingStreet2 Hinterhof"]),
      ("john@", ["1 email john@doe.example"]), ("10001", ["1 billingZip 10001"]),
      ("main john", ["1 billingStreet 123 Main St"]),
      ("5550177", ["1 billingPhone +1 555-0177"]), ("555-0177", ["1 billingPhone +1 555-0177"]),
      ("555 01 00", ["4 phone 030 / 555 0100", "1 phone +1 (555) 01-00"]),
      ("0100", ["4 phone 030 / 555 0100", "1 phone +1 (555) 01-00"]),
      ("du", ["1 name Doe Industries"]), ("nobody", []), ("", []), ("  ", []), ("\u{0}\"*'", []),
    ] as [(String, [String])])
  func `any part of any field is found, and said where`(_ text: String, _ expected: [String]) throws {
    let found = try found(text)
    #expect(found == expected || (text == "555 01 00" || text == "0100") && Set(found) == Set(expected))
  }

  @Test func `each shows what is open in each currency`() throws {
    let hit = try #require(try mirror().findCustomers("doe ind", limit: 1).first)
    #expect(hit.row.balances.map { "\($0.currencyID?.value ?? 0) \($0.balance.cents)" } == ["1 6500", "3 700"])
    #expect(hit.row.oldestDue == today.adding(days: -3), "what is due first says how late the customer is")
  }

  @Test func `a name that begins so comes before a phone that ends so, and that before any place`() throws {
    let mirror = try Mirror.holding(
      .customers, customer(1, "Room 42 Ltd"), customer(2, "B", phone: "555 42"), customer(3, "42 Degrees"),
      customer(4, "A", phone: "42 555"))
    #expect(try mirror.findCustomers("42", limit: 9).map(\.row.id.value) == [3, 2, 4, 1])
    #expect(try mirror.findCustomers("42", limit: 2).map(\.row.id.value) == [3, 2])
  }

  @Test func `what a customer was called before is found no more`() throws {
    let mirror = try Mirror.holding(.customers, customer(1, "Aldous"))
    try mirror.take(.customers, [customer(1, "Huxley")], at: 1)
    #expect(try mirror.findCustomers("aldous", limit: 9).isEmpty)
    #expect(try mirror.findCustomers("huxley", limit: 9).count == 1)
    try mirror.remove(.customers, id: 1, asOf: moment(2))
    #expect(try mirror.findCustomers("huxley", limit: 9).isEmpty)
  }
}

@Suite struct `Finding numbers` {
  private func mirror() throws -> Mirror {
    let mirror = try Mirror.holding(
      .invoices, invoice(383, dueIn: 1), invoice(1383, dueIn: 2), invoice(3830, dueIn: 3),
      invoice(7, reference: "PO-383"))
    try mirror.take(.payments, [#"{"id":1,"payment_number":"PAY-000383","amount":100,"payment_date":"2026-02-05"}"#])
    try mirror.take(.estimates, [#"{"id":1,"estimate_number":"EST-12","total":5}"#])
    try mirror.take(.expenses, [#"{"id":1,"expense_number":"EXP-0383x","amount":45}"#])
    return mirror
  }

  @Test(
    arguments: [
      ("383", ["PAY-000383", "INV-000383", "EXP-0383x", "INV-001383", "INV-003830", "PO-383"]),
      ("0383", ["PAY-000383", "INV-000383", "EXP-0383x", "INV-003830"]),
      ("inv 383", ["INV-000383", "INV-001383", "INV-003830", "PO-383"]), ("pay", ["PAY-000383"]),
      ("EST-12", ["EST-12"]),
      ("12", ["EST-12"]), ("po-", ["PO-383"]), ("999", []), ("", []),
    ] as [(String, [String])])
  func `in any kind, the very number first, references last`(_ text: String, _ numbers: [String]) throws {
    let hits = try mirror().findNumbers(text, limit: 20)
    #expect(hits.map(\.text).sorted() == numbers.sorted())
    #expect(hits.first?.text == numbers.first)
    #expect(hits.last?.text == numbers.last)
  }

  @Test func `the very number is found however many newer ones have it too`() throws {
    let mirror = try Mirror.inMemory()
    try mirror.take(.invoices, (1...2_000).map { invoice($0 * 1000 + 42) } + [invoice(42)])
    #expect(try mirror.findNumbers("042", limit: 5).first?.text == "INV-000042")
  }
}

@Suite struct `Finding amounts` {
  private func mirror() throws -> Mirror {
    let mirror = try Mirror.holding(
      .invoices, invoice(1, total: 600_000), invoice(2, total: 610_000, due: 599_000), invoice(3, total: 640_000),
      invoice(4, total: 198_050, currency: 3))
    try mirror.take(.payments, [#"{"id":1,"payment_number":"P-1","amount":198000,"payment_date":"2026-02-05"}"#])
    try mirror.take(.expenses, [#"{"id":1,"expense_number":"E-1","amount":-2000}"#])
    try mirror.take(.estimates, [#"{"id":1,"estimate_number":"Q-1","total":600001}"#])
    return mirror
  }

  @Test(
    arguments: [
      ("6k", ["total 600000"]), ("6000", ["total 600000", "total 600001"]), ("6,000.01", ["total 600001"]),
      ("~6k", ["total 600000", "total 600001", "balance 599000", "total 610000"]),
      ("1980", ["amount 198000", "total 198050"]), ("€1980.5", ["total 198050"]), ("1980.5 eur", ["total 198050"]),
      ("-20", ["amount -2000"]), ("7", []),
    ] as [(String, [String])])
  func `exactly or about, the nearest first`(_ text: String, _ expected: [String]) throws {
    let query = try #require(AmountQuery(text))
    let hits = try mirror().findAmounts(query, limit: 10)
    #expect(hits.map { "\($0.measure.rawValue) \($0.amount.cents)" } == expected)
  }

  @Test func `of very many the nearest are found`() throws {
    let mirror = try Mirror.inMemory()
    try mirror.take(.invoices, (1...500).map { invoice($0, total: 95_000 + $0 * 20) })
    let hits = try mirror.findAmounts(try #require(AmountQuery("~1000")), limit: 3)
    #expect(hits.map(\.amount.cents) == [100_000, 100_020, 99_980])
  }

  @Test(arguments: ["", "~", "abc", "1.2.3", "~k", "9999999999999999999", "is:open"])
  func `what is no amount is none`(_ text: String) { #expect(AmountQuery(text) == nil) }
}
