import Testing

@testable import Billing

@Suite struct `Bank rows as they are corrected` {
  @Test(arguments: ["INV-1;20.00;2026-02-07;thanks", ";5.00", "INV-1;20.00;;\"a; \"\"b\"\"\"", "INV-1"])
  func `read as they are written`(text: String) {
    #expect(StatementEntry(typed: text).text == text)
  }

  @Test func `an amount alone is one, a number alone is none`() {
    #expect(StatementEntry(typed: "1,234.50") == StatementEntry(number: "1", amount: "234.50"))
    #expect(StatementEntry(typed: "1234.50") == StatementEntry(amount: "1234.50"))
    #expect(StatementEntry(typed: "INV-12") == StatementEntry(number: "INV-12"))
  }

  @Test func `keep the order of the text, and what could be read is written in one way`() {
    let statement = BankStatement(parsing: "INV-1;1.234,50;7.2.2026;a\nINV-2;x;;\nINV-3;5;03/04/2026;\n")
    #expect(statement.entries.map(\.text) == ["INV-1;1234.50;2026-02-07;a", "INV-2;x", "INV-3;5;03/04/2026"])
    #expect(statement.problems.map(\.line) == [2, 3])
    for (place, entry) in statement.entries.enumerated() {
      guard case .row(let row) = entry.reading(line: place + 1) else { continue }
      #expect(row.amount == Money(cents: 123_450))
    }
  }

  @Test func `a quotation mark without an end swallows no row`() {
    let statement = BankStatement(parsing: "A;1;;\"open\nB;2\nC;3")
    #expect(statement.entries.map(\.number) == ["A", "B", "C"])
  }

  @Test func `offers the customer's invoice of the amount first, then others of the amount`() {
    let invoices = [
      PayableInvoice(id: 1, number: "INV-1", customer: "Roe", balance: Money(cents: 900)),
      PayableInvoice(id: 2, number: "INV-2", customer: "Doe Ltd", balance: Money(cents: 900)),
      PayableInvoice(id: 3, number: "INV-3", customer: "Doe Ltd", balance: Money(cents: 500)),
      PayableInvoice(id: 4, number: "INV-4", customer: "Roe", balance: Money(cents: 500)),
    ]
    let entry = StatementEntry(amount: "5.00", note: "from doe")
    #expect(PayableInvoice.candidates(for: entry, among: invoices).map(\.id) == [3, 4, 2, 1])
  }
}
