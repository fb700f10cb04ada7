/// Which characters a person's numbers are written and read with.
package struct NumberStyle: Hashable, Sendable {
  package var decimalSeparator: Character
  /// Nil where none is known: then nothing is grouped, and `6,000` is refused as ambiguous.
  package var groupingSeparator: Character?

  package init(decimalSeparator: Character, groupingSeparator: Character?) {
    self.decimalSeparator = decimalSeparator
    self.groupingSeparator = groupingSeparator
  }

  package init(currency: Currency) {
    self.init(decimalSeparator: currency.decimalSeparator, groupingSeparator: currency.thousandsSeparator)
  }

  /// 1234.56
  package static let plain = NumberStyle(decimalSeparator: ".", groupingSeparator: nil)
  /// 1,234.56
  package static let english = NumberStyle(decimalSeparator: ".", groupingSeparator: ",")
  /// 1.234,56
  package static let continental = NumberStyle(decimalSeparator: ",", groupingSeparator: ".")
  /// 1 234,56
  package static let spaced = NumberStyle(decimalSeparator: ",", groupingSeparator: " ")
  /// 1'234.56
  package static let swiss = NumberStyle(decimalSeparator: ".", groupingSeparator: "'")
}
