/// How long and how large the fields of a draft may be. Longer values make services of this family answer 500.
package enum FieldLimits {
  /// Characters of a name, a number, a reference, a telephone number, a line of an address.
  package static let shortText = 255
  /// Characters of notes and descriptions.
  package static let longText = 65_000
  /// Lines of one document.
  package static let lines = 1_000
  /// Largest quantity of a line, either way.
  package static let quantity = Quantity(tenThousandths: 1_000_000_000 * 10_000)
  /// Largest rate of a tax.
  package static let percentage = Percentage(tenThousandths: 1_000 * 10_000)
}
