/// A fraction that is exact through any chain of additions, products and divisions, so that only the end is rounded.
struct Rational: Hashable, Sendable {
  let numerator: Int128
  /// Always above zero, and without a factor in common with the numerator.
  let denominator: Int128

  init(_ numerator: Int128, over denominator: Int128 = 1) throws(CalculationProblem) {
    guard denominator != 0 else { throw .divisionByZero }
    guard numerator != .min, denominator != .min else { throw .tooLarge }
    let divisor = Self.greatestCommonDivisor(abs(numerator), abs(denominator)) * denominator.signum()
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  func adding(_ other: Rational) throws(CalculationProblem) -> Rational {
    let (left, right) = (try product(numerator, other.denominator), try product(other.numerator, denominator))
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw .tooLarge }
    return try Rational(sum, over: try product(denominator, other.denominator))
  }

  func subtracting(_ other: Rational) throws(CalculationProblem) -> Rational { try adding(try other.negated()) }

  func multiplied(by other: Rational) throws(CalculationProblem) -> Rational {
    try Rational(
      try product(numerator, other.numerator), over: try product(denominator, other.denominator))
  }

  func divided(by other: Rational) throws(CalculationProblem) -> Rational {
    try multiplied(by: try Rational(other.denominator, over: other.numerator))
  }

  func negated() throws(CalculationProblem) -> Rational { try Rational(-numerator, over: denominator) }

  /// In units of ten to the power of `-places`, half a unit away from zero; and whether nothing was rounded away.
  func rounded(places: Int) throws(CalculationProblem) -> (units: Int128, isExact: Bool) {
    let scaled = try product(numerator, (0..<places).reduce(1) { power, _ in power * 10 })
    let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: denominator)
    // Compared with what is missing to the next unit, which cannot overflow.
    let carries = remainder.magnitude >= denominator.magnitude - remainder.magnitude && remainder != 0
    return (carries ? quotient + scaled.signum() : quotient, remainder == 0)
  }

  private static func greatestCommonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

private func product(_ left: Int128, _ right: Int128) throws(CalculationProblem) -> Int128 {
  let (product, overflow) = left.multipliedReportingOverflow(by: right)
  guard !overflow else { throw .tooLarge }
  return product
}
