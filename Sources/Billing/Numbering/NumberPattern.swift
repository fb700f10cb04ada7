/// How a number is built: `INV-` before a counter of six digits, and perhaps something after it.
package struct NumberPattern: Hashable, Sendable {
  package let prefix: String
  /// Digits of the counter, filled up with zeros; more where the counter needs them.
  package let width: Int
  package let suffix: String

  package init(prefix: String, width: Int, suffix: String = "") {
    self.prefix = prefix
    self.width = width
    self.suffix = suffix
  }

  static let largestCounter: Int64 = 999_999_999_999_999_999

  package func number(_ counter: Int64) -> String {
    let digits = String(counter)
    return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits + suffix
  }

  /// The pattern and counter of a number: its last run of digits counts. Nil where it has none or too many.
  package static func parse(_ number: String) -> (pattern: NumberPattern, counter: Int64)? {
    guard number.unicodeScalars.count <= FieldLimits.shortText else { return nil }
    guard let last = number.lastIndex(where: isDigit) else { return nil }
    let suffix = number[number.index(after: last)...]
    let head = number[...last]
    let digits = head.reversed().prefix(while: isDigit).count
    guard digits <= 18, let counter = Int64(head.suffix(digits)) else { return nil }
    let prefix = String(head.dropLast(digits))
    return (NumberPattern(prefix: prefix, width: digits, suffix: String(suffix)), counter)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

extension NumberPattern {
  /// Whether numbers of this pattern run into those of another: only that counters grew past their width, as `INV-999`
  /// and `INV-1000`, may differ.
  func continues(_ other: NumberPattern) -> Bool { prefix == other.prefix && suffix == other.suffix }

  /// The pattern without what differs between numbers of one family: year and width.
  var family: NumberPattern {
    let timeless = moved(to: 0)
    return NumberPattern(prefix: timeless.prefix, width: 0, suffix: suffix)
  }

  /// The year (2000 to 2099) that stands alone in the prefix, as in `INV-2026-`.
  package var year: Int? { yearRange.flatMap { Int(prefix[$0]) } }

  /// The same pattern for another year; itself where it has none.
  func moved(to year: Int) -> NumberPattern {
    guard let range = yearRange else { return self }
    var prefix = prefix
    prefix.replaceSubrange(range, with: String(year))
    return NumberPattern(prefix: prefix, width: width, suffix: suffix)
  }

  private var yearRange: Range<String.Index>? {
    let runs = prefix.split { !Self.isDigit($0) }
    guard let run = runs.last(where: { $0.count == 4 && $0.hasPrefix("20") }) else { return nil }
    return run.startIndex..<run.endIndex
  }
}
