import Testing

@testable import Billing

@Suite struct `Bank rows` {
  @Test(arguments: [
    ("500", 50_000), ("500.5", 50_050), ("500,50", 50_050), ("1.234,56", 123_456), ("1,234.56", 123_456),
    ("1.234.567", 123_456_700), ("-12,00", -1_200), ("12,00-", -1_200), ("€ 7.00", 700), ("1'234.50 CHF", 123_450),
    ("+3", 300), (".5", 50),
  ])
  func `have amounts with a decimal comma or point`(_ text: String, _ cents: Int64) {
    #expect(StatementAmount(text) == .amount(Money(cents: cents)))
  }

  @Test func `that may mean two amounts, or none, are told`() {
    #expect(StatementAmount("1.234") == .ambiguous && StatementAmount("1,234") == .ambiguous)
    for text in ["", "abc", "1.2.3", "1,23,4.5", "--", "1.2345", "99999999999999999999999"] {
      #expect(StatementAmount(text) == .none, "\(text)")
    }
  }

  @Test func `are read from what is typed`() throws {
    let statement = BankStatement(parsing: "INV-1;500;2026-02-07;thanks\nINV-2; 20,50 ;07.02.2026\n\nINV-3;x;;\n")
    #expect(statement.rows.map(\.number) == ["INV-1", "INV-2"])
    #expect(statement.rows.map(\.amount) == [Money(cents: 50_000), Money(cents: 2_050)])
    #expect(statement.rows.map(\.date) == [CalendarDate(iso: "2026-02-07"), CalendarDate(iso: "2026-02-07")])
    #expect(statement.problems == [StatementProblem(line: 4, text: "INV-3;x;;", reason: .noAmount)])
  }

  @Test func `are read from a bank's file, whatever its columns`() {
    let text =
      "\u{FEFF}Datum,Name,\"Betrag\",Rechnung\r\n13/02/2026,\"Doe, \"\"D\"\" Ltd\",\"1.200,00\",INV-7\r\n03/04/2026,Roe,5,\r\n"
    let statement = BankStatement(parsing: text)
    #expect(statement.rows.map(\.note) == ["Doe, \"D\" Ltd", "Roe"])
    #expect(statement.rows.map(\.date?.iso) == ["2026-02-13", "2026-04-03"])
    #expect(statement.rows.first?.amount == Money(cents: 120_000) && statement.problems.isEmpty)
  }

  @Test func `with days that can be read two ways, or quotes without an end, are told`() {
    let problems = BankStatement(parsing: "A;1;03/04/2026\nB;1;2026-02-31\nC;1;;\"open").problems
    #expect(problems.map(\.reason) == [.ambiguousDate("03/04/2026"), .noDate("2026-02-31"), .unclosed])
  }

  @Test func `of any bytes are read or told, and never lost`() {
    var generator = SystemRandomNumberGenerator()
    let alphabet = Array("0123456789.,;\"\n\r\t -/INVabcé\u{FEFF}\u{0}€")
    for _ in 0..<3_000 {
      let text = String((0..<Int.random(in: 0...60, using: &generator)).map { _ in alphabet.randomElement() ?? "x" })
      let statement = BankStatement(parsing: text)
      let lines = Set(statement.rows.map(\.line)).union(statement.problems.map(\.line))
      #expect(lines.count == statement.rows.count + statement.problems.count)
    }
  }
}

@Suite struct `Matching bank rows` {
  private let invoices = [
    PayableInvoice(id: 1, number: "INV-000001", customer: "Doe Industries", balance: Money(cents: 50_000)),
    PayableInvoice(id: 2, number: "INV-000002", customer: "Harbor Coffee", balance: Money(cents: 2_000)),
    PayableInvoice(id: 3, number: "INV-000003", customer: "Doe Industries", balance: Money(cents: 2_000)),
  ]

  private func match(_ text: String) -> StatementMatching {
    StatementMatching(BankStatement(parsing: text).rows, with: invoices)
  }

  @Test func `goes by number first, then by amount and customer`() {
    let found = match("inv-000001;500\n;20;;from HARBOR coffee\n;20;;Doe\n")
    #expect(found.matches.map(\.invoice) == [1, 2, 3])
    #expect(found.matches.map(\.way) == [.number, .amountAndCustomer, .amountAndCustomer])
  }

  @Test func `finds a number in the note`() {
    #expect(match(";100;;payment INV-000001, thanks").matches.map(\.invoice) == [1])
  }

  @Test func `lists what it did not find, with the reason`() {
    let found = match("INV-9;70\n;20\nINV-000001;600\nINV-000003;-5")
    #expect(
      found.misses.map(\.reason) == [
        .unknown, .several(["INV-000002", "INV-000003"]), .aboveBalance(Money(cents: 50_000)), .notPositive,
      ])
    #expect(match("INV-000002;5\nINV-000002;5").misses.map(\.reason) == [.paidTwice(line: 1)])
  }
}
