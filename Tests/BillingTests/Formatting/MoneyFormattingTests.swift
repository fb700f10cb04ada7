import Billing
import Testing

struct MoneyFormattingTests {
  @Test(arguments: [
    (NumberStyle.plain, "1234567.89"), (.english, "1,234,567.89"), (.continental, "1.234.567,89"),
    (.spaced, "1 234 567,89"), (.swiss, "1'234'567.89"),
  ])
  func `separators follow the style`(style: NumberStyle, expected: String) {
    #expect(money(1_234_567_89).formatted(style: style) == expected)
    #expect(money(-1_234_567_89).formatted(style: style) == "-" + expected)
  }

  @Test(arguments: [
    (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (-5_00, "-5.00"), (999_99, "999.99"), (1000_00, "1,000.00"),
    (Int64.max, "92,233,720,368,547,758.07"), (Int64.min, "-92,233,720,368,547,758.08"),
  ])
  func `every amount has a text`(cents: Int64, expected: String) {
    #expect(money(cents).formatted(style: .english) == expected)
  }

  @Test func `whole amounts follow the currency's decimals, and cents always show`() {
    #expect(money(100_00).formatted(style: .english, decimals: 0) == "100")
    #expect(money(100_05).formatted(style: .english, decimals: 0) == "100.05")
    #expect(money(100_50).formatted(style: .english, decimals: 0) == "100.50")
    #expect(money(100_05).formatted(in: currency("JPY")) == "\u{00A5}100.05")
    #expect(money(1234_00).formatted(in: currency("JPY")) == "\u{00A5}1,234")
    #expect(money(1_00).formatted(in: currency("KWD"), label: .none) == "1.00")
  }

  @Test func `symbols stand where the currency has them`() {
    #expect(money(1234_50).formatted(in: currency("USD")) == "$1,234.50")
    #expect(money(-1234_50).formatted(in: currency("USD")) == "-$1,234.50")
    #expect(money(1234_50).formatted(in: currency("EUR")) == "1.234,50 \u{20AC}")
    #expect(money(-1234_50).formatted(in: currency("EUR")) == "-1.234,50 \u{20AC}")
    #expect(money(1234_50).formatted(in: currency("CHF")) == "Fr. 1'234.50")
    #expect(money(-1_00).formatted(in: currency("ZAR")) == "-R 1,00")
  }

  @Test func `codes stand behind, and columns go without`() {
    #expect(money(6_00).formatted(in: currency("USD"), label: .code) == "6.00 USD")
    #expect(money(6_00).formatted(in: currency("EUR"), style: .english, label: .code) == "6.00 EUR")
    #expect(money(-6_00).formatted(in: currency("EUR"), label: .none) == "-6,00")
  }

  @Test func `quantities and rates take the person's point`() {
    #expect(quantity("1.3333").formatted(style: .continental) == "1,3333")
    #expect(quantity("1.5").formatted(style: .english) == "1.5")
    #expect(percent("8.875").formatted(style: .spaced) == "8,875")
  }
}
