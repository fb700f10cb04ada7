import Billing
import Testing

struct AmountEntryTests {
  /// What is beyond doubt is read the same under every style.
  @Test(arguments: [
    ("6000", 6000_00), ("6000.5", 6000_50), ("6000,5", 6000_50), ("6,000.00", 6000_00), ("6.000,00", 6000_00),
    ("1 234,5", 1234_50), ("1\u{00A0}234,5", 1234_50), ("1\u{202F}234.50", 1234_50), ("1'234.50", 1234_50),
    ("1\u{2019}234,50", 1234_50), ("1,234,567", 1_234_567_00), ("1.234.567", 1_234_567_00),
    ("1,234,567.89", 1_234_567_89), ("12,34,567.50", 1_234_567_50), ("1_000", 1000_00), ("0", 0), ("0.05", 5),
    (".5", 50), (",5", 50), ("5.", 5_00), ("007", 7_00), ("1.10000", 1_10), ("  42  ", 42_00),
    ("\u{00A0}42\t", 42_00), ("10000000000000", 10_000_000_000_000_00),
  ])
  func `a plain number is read whatever the style`(text: String, cents: Int64) {
    for style in [NumberStyle.plain, .english, .continental, .spaced, .swiss] {
      #expect(AmountEntry.parse(text, style: style) == .success(money(cents)))
    }
  }

  @Test(arguments: [
    ("6k", 6000_00), ("6K", 6000_00), ("1.5m", 1_500_000_00), ("1,5 M", 1_500_000_00), ("0.01k", 10_00),
    ("1.23456k", 1234_56), ("-2k", -2000_00),
  ])
  func `k and m stand for thousands and millions`(text: String, cents: Int64) {
    #expect(AmountEntry.parse(text, style: .english) == .success(money(cents)))
  }

  @Test(arguments: [
    ("2400+3200", 5600_00), ("2400+3200-100", 5500_00), ("2400 + 3200 - 100", 5500_00), ("6k+500", 6500_00),
    ("1,000.50+1.5", 1002_00), ("10-20", -10_00), ("-5+7", 2_00), ("+5", 5_00), ("\u{2212}5", -5_00),
    ("5 \u{2013} 2", 3_00), ("$5+$6", 11_00),
  ])
  func `sums are computed`(text: String, cents: Int64) {
    #expect(AmountEntry.parse(text, style: .english) == .success(money(cents)))
  }

  @Test(arguments: [("-5", -5_00), ("(5.00)", -5_00), ("( 1,234.50 )", -1234_50), ("($5)", -5_00), ("-0", 0)])
  func `negative amounts take a sign or parentheses`(text: String, cents: Int64) {
    #expect(AmountEntry.parse(text, style: .english) == .success(money(cents)))
  }

  @Test(arguments: [
    ("$6", "USD"), ("6$", "USD"), ("$ 6", "USD"), ("USD 6", "USD"), ("6 usd", "USD"), ("6\u{20AC}", "EUR"),
    ("6 EUR", "EUR"), ("EUR6", "EUR"), ("C$6", "CAD"), ("$6", "CAD"), ("Fr. 6", "CHF"), ("6 Fr.", "CHF"),
    ("6 kr", "SEK"), ("kr6", "SEK"), ("S/6", "PEN"), ("0.006k EUR", "EUR"), ("0.006k\u{20AC}", "EUR"),
  ])
  func `the currency's own code or symbol may stand on either side`(text: String, code: String) {
    #expect(AmountEntry.parse(text, style: .english, currency: currency(code)) == .success(money(6_00)))
    #expect(AmountEntry.parse(text, style: .english) == .success(money(6_00)))
  }

  @Test(arguments: ["$-6", "-$6", "$ -6", "USD -6", "-6 USD", "(6 USD)", "\u{2212}6$"])
  func `sign and symbol come in either order`(text: String) {
    #expect(AmountEntry.parse(text, style: .english, currency: currency("USD")) == .success(money(-6_00)))
  }
}

struct ThousandsOrDecimalsTests {
  @Test(arguments: [
    ("6,000", NumberStyle.english, 6000_00), ("6.000", .continental, 6000_00), ("6 000", .spaced, 6000_00),
    ("6'000", .swiss, 6000_00), ("6.000", .english, 6_00), ("6,000", .continental, 6_00), ("6,000", .spaced, 6_00),
    ("6 000", .plain, 6000_00), ("6'000", .plain, 6000_00), ("0.500", .plain, 50), ("1234.500", .plain, 1234_50),
  ])
  func `one separator before three digits is what the style says`(text: String, style: NumberStyle, cents: Int64) {
    #expect(AmountEntry.parse(text, style: style) == .success(money(cents)))
  }

  @Test(arguments: [
    ("6,000", NumberStyle.plain), ("6.000", .plain), ("6.000", .spaced), ("6,000", .swiss), ("-6,000", .plain),
  ])
  func `where the style says nothing it is refused with both readings`(text: String, style: NumberStyle) throws {
    let typed = text.hasPrefix("-") ? String(text.dropFirst()) : text
    let decimal = "6\(style.decimalSeparator)00"
    let problem = AmountProblem.ambiguous(typed: typed, thousands: "6000", decimal: decimal)
    #expect(AmountEntry.parse(text, style: style) == .failure(problem))
    #expect(AmountEntry.parse("6000", style: style) == .success(money(6000_00)))
    #expect(AmountEntry.parse(decimal, style: style) == .success(money(6_00)))
    #expect(problem.sentence == "\(typed) could be 6000 or \(decimal); type one of these.")
  }

  @Test func `decimals that hundredths cannot hold are not offered`() {
    let problem = AmountProblem.ambiguous(typed: "6,125", thousands: "6125", decimal: nil)
    #expect(AmountEntry.parse("6,125", style: .plain) == .failure(problem))
    #expect(problem.sentence == "6,125 may have thousands or three decimals; type 6125, or at most 2 decimals.")
  }
}

struct RefusedAmountTests {
  @Test(arguments: [
    ("", AmountProblem.empty), ("   ", .empty), ("\u{00A0}", .empty), ("abc", .notANumber("abc")),
    ("6*2", .calculation("6*2")), ("EUR", .notANumber("EUR")), ("12 apples", .notANumber("apples")),
    (".", .notANumber(".")), ("\u{0661}\u{0662}", .notANumber("\u{0661}\u{0662}")), ("1e5", .notANumber("1e5")),
    ("1,2345,67", .misplacedSeparator("1,2345,67")), ("1,23,45", .misplacedSeparator("1,23,45")),
    ("2400 3200", .misplacedSeparator("2400 3200")), ("1.234,567.89", .misplacedSeparator("1.234,567.89")),
    ("1,5,000", .misplacedSeparator("1,5,000")), ("1,23,456,000", .misplacedSeparator("1,23,456,000")),
    ("'5", .misplacedSeparator("'5")), ("1.5 5", .misplacedSeparator("1.5 5")),
    ("0.005", .tooManyDecimals(typed: "0.005", limit: 2)), ("1.005", .tooManyDecimals(typed: "1.005", limit: 2)),
    ("0,125000", .tooManyDecimals(typed: "0,125000", limit: 2)),
    ("1.2345678k", .tooManyDecimals(typed: "1.2345678k", limit: 2)),
    ("2+0.125", .tooManyDecimals(typed: "0.125", limit: 2)),
    ("0.0000000000000000001", .tooManyDecimals(typed: "0.0000000000000000001", limit: 2)),
    ("10000000000000.01", .beyondLimit(largest: "10000000000000")),
    ("10000001m", .beyondLimit(largest: "10000000000000")),
    ("10000000000000+1", .beyondLimit(largest: "10000000000000")),
    ("9999999999999999999999999999999999999999", .beyondLimit(largest: "10000000000000")),
    ("5+", .unfinishedSum), ("5-", .unfinishedSum), ("--5", .unfinishedSum), ("5++5", .unfinishedSum),
    ("-", .unfinishedSum), ("+", .unfinishedSum), ("(5", .unbalancedParentheses), ("5)", .unbalancedParentheses),
    ("(5)+(6)", .unbalancedParentheses), ("(-5)", .unbalancedParentheses), ("(5-7)", .unbalancedParentheses),
    ("10%", .percentNotAllowed), (String(repeating: "1", count: 65), .tooLong),
  ])
  func `what is no amount is refused with its reason`(text: String, problem: AmountProblem) {
    #expect(AmountEntry.parse(text, style: .english) == .failure(problem))
  }

  @Test func `another currency than the field's is refused`() {
    let euro = currency("EUR")
    let problem = AmountProblem.otherCurrency(typed: "USD", expected: "EUR")
    #expect(AmountEntry.parse("6 USD", style: .english, currency: euro) == .failure(problem))
    #expect(AmountEntry.parse("6 pcs", style: .english, currency: euro) == .failure(.notANumber("pcs")))
    #expect(problem.sentence == "This is in EUR; leave out USD or change the currency.")
  }

  @Test(arguments: [
    (AmountProblem.empty, "Type a number, such as 120 or 99.50."),
    (.tooLong, "This is too long for a number; type at most 64 characters."),
    (.notANumber("x"), "\u{201C}x\u{201D} is not a number; type digits, such as 120 or 99.50."),
    (.misplacedSeparator("1,2,3"), "The separators in 1,2,3 do not stand before three digits; leave them out."),
    (
      .tooManyDecimals(typed: "0.005", limit: 2),
      "0.005 has more than 2 decimals, and they would be lost; type at most 2."
    ),
    (.beyondLimit(largest: "10"), "This is too large; type at most 10."),
    (.unfinishedSum, "The sum is not finished; put one number between the signs, such as 2400+3200."),
    (.unbalancedParentheses, "Put parentheses around the whole number, such as (5.00), or type -5.00."),
    (.percentNotAllowed, "An amount is needed here; leave out the % sign."),
    (.belowZero, "This cannot be below zero; type 0 or more."),
    (.aboveHundredPercent, "A discount is at most 100 %; type a smaller percentage."),
  ])
  func `every reason is one sentence that says what to type`(problem: AmountProblem, sentence: String) {
    #expect(problem.sentence == sentence)
  }

  /// A blank in front sends an entry the long way; both ways mean the same, in every style, also where they refuse.
  @Test(arguments: [NumberStyle.plain, .english, .continental, .spaced, .swiss])
  func `digits with at most two behind a point are read the short way, and mean what they mean the long way`(
    style: NumberStyle
  ) {
    let texts = [
      "0", "5", "42", "007", "00.5", "0.5", "0.05", "1.2", "12.34", "123.45", "1234.5", "99999999.99", "123456789012",
      "123456789012.34", "1234567890123", "999999999999.99", "1.234", "12.", ".5", "1.2.3", "", "1..2", "0.00",
      "10000000000000.01",
    ]
    for text in texts {
      #expect(AmountEntry.parse(text, style: style) == AmountEntry.parse(" \(text)", style: style), "\(text)")
      #expect(DecimalEntry.quantity(text, style: style) == DecimalEntry.quantity(" \(text)", style: style), "\(text)")
    }
  }
}
