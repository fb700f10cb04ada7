/// How much of the company's own currency one unit of another is worth, as an exact decimal.
package struct ExchangeRate: Hashable, Sendable {
  /// In units of ten to the power of `-places`.
  private let value: Int64
  private static let places = 9

  /// Reads what services send (`1`, `1.000000`): nil for more than nine places or anything that is not a number.
  package init?(text: some StringProtocol) {
    guard let value = MachineDecimal.read(text, places: Self.places) else { return nil }
    self.value = value
  }

  package var isPositive: Bool { value > 0 }

  /// `base_amount`: the amount in the company's own currency, to the cent, half away from zero.
  package func baseAmount(of amount: Money) throws(ArithmeticError) -> Money {
    try ExactAmount(numerator: Int128(amount.cents) * Int128(value), places: Self.places).rounded()
  }
}
