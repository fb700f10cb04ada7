/// An amount of money in hundredths of the currency unit ("cents"), whatever the currency.
///
/// The API documentation calls all monetary values cents; how many decimals a currency shows is `Currency.decimals`.
package struct Money: Hashable, Sendable, Comparable {
  package let cents: Int64

  package init(cents: Int64) { self.cents = cents }

  package static let zero = Money(cents: 0)
  /// The largest amount that a service is trusted with, ±10^15 cents: sums of millions of them still fit in 64 bits.
  package static let limit = Money(cents: 1_000_000_000_000_000)

  package var isNegative: Bool { cents < 0 }
  package var isZero: Bool { cents == 0 }
  package var magnitude: Money { Money(cents: cents == .min ? .max : abs(cents)) }

  package static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }

  package func adding(_ other: Money) throws(ArithmeticError) -> Money {
    let (sum, overflow) = cents.addingReportingOverflow(other.cents)
    guard !overflow else { throw .overflow }
    return Money(cents: sum)
  }

  package func subtracting(_ other: Money) throws(ArithmeticError) -> Money {
    let (difference, overflow) = cents.subtractingReportingOverflow(other.cents)
    guard !overflow else { throw .overflow }
    return Money(cents: difference)
  }
}

/// A computation left the range of its type.
package enum ArithmeticError: Error, Hashable, Sendable {
  case overflow
}

extension Sequence where Element == Money {
  /// The sum of these amounts, which must be of one currency.
  package func sum() throws(ArithmeticError) -> Money {
    var total = Money.zero
    for amount in self { total = try total.adding(amount) }
    return total
  }
}
