/// An amount before it is rounded to cents: what a price times a quantity, or a percentage of a sum, really is.
struct ExactAmount: Hashable, Sendable {
  /// In cents divided by ten to the power of `places`.
  let numerator: Int128
  let places: Int

  init(numerator: Int128, places: Int) {
    self.numerator = numerator
    self.places = places
  }

  /// The product of two 64-bit numbers always fits in 128 bits.
  init(_ price: Money, times quantity: Quantity) {
    numerator = Int128(price.cents) * Int128(quantity.tenThousandths)
    places = 4
  }

  init(_ percentage: Percentage, of amount: Money) {
    numerator = Int128(amount.cents) * Int128(percentage.tenThousandths)
    places = 6
  }

  private var denominator: Int128 { (0..<places).reduce(1) { power, _ in power * 10 } }

  /// To the nearest cent, half a cent away from zero.
  func rounded() throws(ArithmeticError) -> Money {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let carries = remainder.magnitude * 2 >= denominator.magnitude
    let cents = carries ? quotient + numerator.signum() : quotient
    guard let cents = Int64(exactly: cents) else { throw .overflow }
    return Money(cents: cents)
  }

  var isWholeCents: Bool { numerator % denominator == 0 }
  var isHalfCent: Bool { (numerator % denominator).magnitude * 2 == denominator.magnitude }

  /// All its decimals in currency units: `126.635`.
  var text: String { DecimalText.text(numerator, places: places + 2, atLeast: 2) }
}

extension Money {
  /// This price for that many, to the cent, half away from zero.
  package func times(_ quantity: Quantity) throws(ArithmeticError) -> Money {
    try ExactAmount(self, times: quantity).rounded()
  }

  /// So many percent of this amount, to the cent, half away from zero.
  package func taking(_ percentage: Percentage) throws(ArithmeticError) -> Money {
    try ExactAmount(percentage, of: self).rounded()
  }

  /// Whether the amount is one that may be entered or sent: at most `Money.limit` either way.
  package var isWithinLimit: Bool { (-Money.limit.cents...Money.limit.cents).contains(cents) }
}
