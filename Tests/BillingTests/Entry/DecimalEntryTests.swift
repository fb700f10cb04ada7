import Billing
import Testing

struct QuantityEntryTests {
  @Test(arguments: [
    ("1.5", NumberStyle.english, 15_000), ("1,5", .continental, 15_000), ("1.333", .plain, 13_330),
    ("1.333", .english, 13_330), ("1,333", .continental, 13_330), ("1,333", .english, 13_330_000),
    ("1.3333", .continental, 13_333), ("-2", .plain, -20_000), ("2k", .plain, 20_000_000), ("3+4.5", .plain, 75_000),
    ("0.0001", .plain, 1), ("1000000000", .plain, 10_000_000_000_000),
  ])
  func `a quantity has up to four decimals`(text: String, style: NumberStyle, expected: Int64) {
    #expect(DecimalEntry.quantity(text, style: style) == .success(Quantity(tenThousandths: expected)))
  }

  @Test(arguments: [
    ("1.33333", AmountProblem.tooManyDecimals(typed: "1.33333", limit: 4)), ("$5", .notANumber("$")),
    ("5 EUR", .notANumber("EUR")), ("5%", .notANumber("%")), ("1000000001", .beyondLimit(largest: "1000000000")),
    ("", .empty), ("1,333", .ambiguous(typed: "1,333", thousands: "1333", decimal: "1.3330")),
  ])
  func `what is no quantity is refused with its reason`(text: String, problem: AmountProblem) {
    #expect(DecimalEntry.quantity(text, style: .plain) == .failure(problem))
  }
}

struct PercentageEntryTests {
  @Test(arguments: [
    ("10%", "10"), ("8.875 %", "8.875"), ("10 %", "10"), ("10\u{00A0}%", "10"), ("20", "20"), ("0", "0"),
    ("10\u{FF05}", "10"), ("1000 %", "1000"), ("12+7.5%", "19.5"),
  ])
  func `a percentage goes with or without its sign`(text: String, expected: String) {
    #expect(DecimalEntry.percentage(text, style: .english) == .success(percent(expected)))
  }

  @Test(arguments: [
    ("%", AmountProblem.empty), ("-1 %", .belowZero), ("1000.1 %", .beyondLimit(largest: "1000")),
    ("1.00001%", .tooManyDecimals(typed: "1.00001", limit: 4)), ("10 % %", .notANumber("10 %")),
    ("x%", .notANumber("x")),
  ])
  func `what is no percentage is refused with its reason`(text: String, problem: AmountProblem) {
    #expect(DecimalEntry.percentage(text, style: .english) == .failure(problem))
  }
}

struct DiscountAndTaxEntryTests {
  @Test func `the sign tells a percentage from an amount`() {
    #expect(DiscountEntry.parse("10 %", style: .english) == .success(.percentage(percent("10"))))
    #expect(DiscountEntry.parse("2.50", style: .english) == .success(.fixed(money(2_50))))
    #expect(TaxEntry.parse("8,875 %", style: .continental) == .success(.percentage(percent("8.875"))))
    #expect(TaxEntry.parse("12.60", style: .english) == .success(.amount(money(12_60))))
  }

  @Test func `nothing typed is no discount and no tax`() {
    #expect(DiscountEntry.parse(" ", style: .english) == .success(.fixed(.zero)))
    #expect(TaxEntry.parse("", style: .english) == .success(.amount(.zero)))
  }

  @Test func `a discount is at most a hundred percent, a tax may be more`() {
    #expect(DiscountEntry.parse("100 %", style: .english) == .success(.percentage(.hundred)))
    #expect(DiscountEntry.parse("100.5 %", style: .english) == .failure(.aboveHundredPercent))
    #expect(TaxEntry.parse("100.5 %", style: .english) == .success(.percentage(percent("100.5"))))
  }

  @Test func `neither may be below zero`() {
    #expect(DiscountEntry.parse("-1", style: .english) == .failure(.belowZero))
    #expect(DiscountEntry.parse("-1 %", style: .english) == .failure(.belowZero))
    #expect(TaxEntry.parse("(1)", style: .english) == .failure(.belowZero))
    #expect(TaxEntry.parse("-1%", style: .english) == .failure(.belowZero))
  }

  @Test func `the currency is checked`() {
    let problem = AmountProblem.otherCurrency(typed: "$", expected: "EUR")
    #expect(DiscountEntry.parse("$5", style: .english, currency: currency("EUR")) == .failure(problem))
    #expect(TaxEntry.parse("$5", style: .english, currency: currency("EUR")) == .failure(problem))
  }
}
