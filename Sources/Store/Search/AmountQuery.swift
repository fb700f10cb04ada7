import Billing

/// An amount that is looked for: `1980.00` exactly, `1980` whatever its hundredths, `~6k` about five per cent around it.
package struct AmountQuery: Hashable, Sendable {
  /// Nearest to this comes first.
  package let cents: Int64
  package let least: Int64
  package let most: Int64
  /// It was written with `~`.
  package let isApproximate: Bool

  /// Reads `1980`, `1,980.50`, `1.5k`, `~6k`, `-20`, with a currency's sign or code in front or behind or without.
  /// Nil for what is no amount.
  package init?(_ text: String) {
    var typed = text.filter { !$0.isWhitespace && !$0.isCurrencySymbol }
    isApproximate = typed.hasPrefix("~")
    if isApproximate { typed.removeFirst() }
    let number = Self.withoutCode(typed)
    guard !number.isEmpty, let cents = FilterAmount.cents(number) else { return nil }
    self.cents = cents
    let slack = isApproximate ? Int64((cents.magnitude / 20).clamped) : number.contains(where: Self.isPrecise) ? 0 : 99
    least = isApproximate || cents < 0 ? cents - slack : cents
    most = isApproximate || cents >= 0 ? cents + slack : cents
  }

  private static func isPrecise(_ character: Character) -> Bool {
    character == "." || character == "k" || character == "m"
  }

  /// Without the letters of a currency's code on either side: `EUR 40`, `40eur`.
  private static func withoutCode(_ text: String) -> String {
    let lower = text.lowercased()
    for code in [lower.prefix(3), lower.suffix(3)] where Currency.with(code: code) != nil {
      return code.startIndex == lower.startIndex ? String(lower.dropFirst(3)) : String(lower.dropLast(3))
    }
    return lower
  }
}

extension UInt64 {
  fileprivate var clamped: UInt64 { Swift.min(self, UInt64(Money.limit.cents)) }
}
