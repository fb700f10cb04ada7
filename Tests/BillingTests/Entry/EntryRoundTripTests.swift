import Billing
import Testing

/// What is shown in a field can be read from it.
struct EntryRoundTripTests {
  private static let styles: [NumberStyle] = [.plain, .english, .continental, .spaced, .swiss]

  @Test func `every currency's own text of an amount reads back as that amount`() {
    var generator = SeededGenerator(seed: 7)
    for currency in Currency.all {
      let style = NumberStyle(currency: currency)
      for _ in 0..<60 {
        let amount = Self.amount(using: &generator)
        for label in [CurrencyLabel.none, .symbol, .code] {
          let text = amount.formatted(in: currency, label: label)
          #expect(AmountEntry.parse(text, style: style, currency: currency) == .success(amount), "\(text)")
        }
      }
    }
  }

  @Test func `amounts, quantities, discounts and taxes read back in every style`() {
    var generator = SeededGenerator(seed: 8)
    for style in Self.styles {
      for _ in 0..<500 {
        let amount = Self.amount(using: &generator)
        #expect(AmountEntry.parse(amount.formatted(style: style), style: style) == .success(amount))
        let count = Quantity(tenThousandths: Int64.random(in: -50_000_000...50_000_000, using: &generator))
        #expect(DecimalEntry.quantity(count.formatted(style: style), style: style) == .success(count))
        let rate = Percentage(tenThousandths: Int64.random(in: 0...1_000_000, using: &generator))
        for discount in [Discount.percentage(rate), .fixed(amount.magnitude)] {
          #expect(DiscountEntry.parse(discount.entryText(style: style), style: style) == .success(discount))
        }
        for tax in [Tax.percentage(rate), .amount(amount.magnitude)] {
          #expect(TaxEntry.parse(tax.entryText(style: style), style: style) == .success(tax))
        }
      }
    }
  }

  /// Of every magnitude up to the limit; often whole units.
  private static func amount(using generator: inout SeededGenerator) -> Money {
    let digits = Int.random(in: 1...15, using: &generator)
    let bound = (0..<digits).reduce(Int64(1)) { power, _ in power * 10 }
    let cents = Int64.random(in: -bound...bound, using: &generator)
    return Money(cents: Bool.random(using: &generator) ? cents : cents / 100 * 100)
  }
}
