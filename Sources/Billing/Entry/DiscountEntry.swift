/// Reads what is taken off a document: `10 %` is a percentage, `2.50` an amount.
package enum DiscountEntry {
  /// Nothing typed is no discount.
  package static func parse(
    _ text: String, style: NumberStyle, currency: Currency? = nil
  ) -> Result<Discount, AmountProblem> {
    Result { () throws(AmountProblem) in
      if text[...].trimmed.isEmpty { return .fixed(.zero) }
      guard PercentSign.strip(text) != nil else { return .fixed(try amount(text, style, currency)) }
      let percentage = try DecimalEntry.percentage(text, style: style).get()
      guard percentage <= .hundred else { throw .aboveHundredPercent }
      return .percentage(percentage)
    }
  }

  static func amount(
    _ text: String, _ style: NumberStyle, _ currency: Currency?
  ) throws(AmountProblem) -> Money {
    let amount = try AmountEntry.parse(text, style: style, currency: currency).get()
    guard !amount.isNegative else { throw .belowZero }
    return amount
  }
}

/// Reads the tax of a document: `20 %` is a percentage, `12.60` an amount.
package enum TaxEntry {
  /// Nothing typed is no tax.
  package static func parse(
    _ text: String, style: NumberStyle, currency: Currency? = nil
  ) -> Result<Tax, AmountProblem> {
    Result { () throws(AmountProblem) in
      if text[...].trimmed.isEmpty { return .amount(.zero) }
      guard PercentSign.strip(text) != nil else {
        return .amount(try DiscountEntry.amount(text, style, currency))
      }
      return .percentage(try DecimalEntry.percentage(text, style: style).get())
    }
  }
}

/// The `%` behind a number, in the forms that keyboards have.
enum PercentSign {
  private static let signs: Set<Character> = ["%", "\u{FF05}", "\u{066A}"]

  /// The text before the sign; nil where it does not end in one.
  static func strip(_ text: String) -> Substring? {
    let entry = text[...].trimmed
    guard let last = entry.last, signs.contains(last) else { return nil }
    return entry.dropLast().trimmed
  }
}

extension Discount {
  /// What `DiscountEntry` reads back: `10 %`, `2.50`.
  package func entryText(style: NumberStyle) -> String {
    switch self {
    case .fixed(let amount): amount.formatted(style: style)
    case .percentage(let percentage): "\(percentage.formatted(style: style)) %"
    }
  }
}

extension Tax {
  /// What `TaxEntry` reads back: `8.875 %`, `12.60`.
  package func entryText(style: NumberStyle) -> String {
    switch self {
    case .amount(let amount): amount.formatted(style: style)
    case .percentage(let percentage): "\(percentage.formatted(style: style)) %"
    }
  }
}
