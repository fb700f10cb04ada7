/// The desk calculator of number fields: `12*85.50`, `(1200+300)/4`, `240 + 20%`, exact until its end.
package enum Calculation {
  /// Characters of a whole calculation.
  static let longestText = 200

  /// What a calculation comes to.
  package struct Result: Hashable, Sendable {
    /// In units of ten to the power of `-places`, half a unit away from zero.
    package let units: Int64
    package let places: Int
    /// False where decimals were rounded away.
    package let isExact: Bool

    /// With a point and without grouping, as fields read it in every style: `1026.00`, `1.3333`.
    package var text: String { DecimalText.text(Int128(units), places: places, atLeast: places == 2 ? 2 : 0) }
  }

  /// True where the text asks for a calculation, rather than being a number or a sum that the field reads anyway.
  package static func isCalculation(_ text: String) -> Bool {
    isProduct(text) || text.contains("(") || (text.contains("%") && text.contains { "+-".contains($0) })
  }

  /// True where numbers are multiplied or divided; the slash of a currency's symbol (`S/ 6`) has one on one side only.
  static func isProduct(_ text: some StringProtocol) -> Bool {
    guard let sign = text.lastIndex(where: signs.contains) else { return false }
    return text[..<sign].contains(where: isDigit) && text[sign...].contains(where: isDigit)
  }

  private static let signs: Set<Character> = ["*", "/", "\u{00D7}", "\u{00F7}"]
  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// Works out an amount of money, to the cent.
  package static func amount(_ text: String, style: NumberStyle) -> Swift.Result<Result, CalculationProblem> {
    result(text, style, trustsPointAlone: false, places: 2, limit: Money.limit.cents)
  }

  /// Works out a quantity or a percentage, to four places.
  package static func decimal(_ text: String, style: NumberStyle) -> Swift.Result<Result, CalculationProblem> {
    result(text, style, trustsPointAlone: true, places: 4, limit: FieldLimits.quantity.tenThousandths)
  }

  private static func result(
    _ text: String, _ style: NumberStyle, trustsPointAlone: Bool, places: Int, limit: Int64
  ) -> Swift.Result<Result, CalculationProblem> {
    Swift.Result { () throws(CalculationProblem) in
      let numerals = NumeralReader(style: style, trustsPointAlone: trustsPointAlone, places: places)
      var parser = CalculationParser(try CalculationLexer(numerals: numerals).tokens(of: text))
      let rounded = try parser.result().rounded(places: places)
      guard rounded.units.magnitude <= limit.magnitude, let units = Int64(exactly: rounded.units) else {
        throw .tooLarge
      }
      return Result(units: units, places: places, isExact: rounded.isExact)
    }
  }
}
