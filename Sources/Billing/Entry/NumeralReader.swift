/// Reads the digits and separators of one number as people of any country type them.
///
/// What is beyond doubt is read whatever the style: `6,000.00`, `6.000,00`, `1 234,5`, `1'234.50`, `6,5`. One comma or
/// point before exactly three digits is read as the style says and refused where it says nothing.
struct NumeralReader {
  /// Characters of a whole entry; more is not a number that somebody typed.
  static let longestText = 64
  /// Digits before and after the point, useless zeros aside: with the suffix `m` these still fit in 128 bits.
  private static let mostWholeDigits = 24
  private static let mostDecimals = 12

  let style: NumberStyle
  /// Whether a point before three digits is a decimal point in a style that knows no grouping. For quantities it is
  /// (they have up to four places); money never shows three, so there it may just as well be grouping.
  let trustsPointAlone: Bool
  /// Decimals that the result can hold, for the complaint.
  let places: Int

  func read(_ text: String) throws(AmountProblem) -> Numeral {
    let tokens = text.map(Self.canonical)
    guard tokens.contains(where: Self.isDigit) else { throw .notANumber(text) }
    guard tokens.allSatisfy({ Self.isDigit($0) || Self.separators.contains($0) }) else { throw .notANumber(text) }
    let parts = try split(tokens, typed: text)
    try checkGroups(of: parts.whole, typed: text)
    guard parts.fraction.allSatisfy(Self.isDigit) else { throw .misplacedSeparator(text) }
    return try numeral(whole: parts.whole.filter(Self.isDigit), fraction: parts.fraction, typed: text)
  }
}

extension NumeralReader {
  private typealias Parts = (whole: [Character], fraction: [Character])
  private static let separators: Set<Character> = [".", ",", "'", " "]

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// All apostrophes and all spaces mean the same.
  static func canonical(_ character: Character) -> Character {
    switch character {
    case "\u{2019}", "\u{02BC}", "\u{00B4}", "`": "'"
    case "\u{00A0}", "\u{202F}", "\u{2007}", "\u{2009}", "\t", "_": " "
    default: character
    }
  }

  private func split(_ tokens: [Character], typed: String) throws(AmountProblem) -> Parts {
    guard let place = try decimalPlace(in: tokens, typed: typed) else { return (tokens, []) }
    return (Array(tokens[..<place]), Array(tokens[(place + 1)...]))
  }

  /// Where the decimal separator stands, if there is one.
  private func decimalPlace(in tokens: [Character], typed: String) throws(AmountProblem) -> Int? {
    guard let last = tokens.lastIndex(where: { $0 == "." || $0 == "," }) else { return nil }
    let mark = tokens[last]
    if tokens.filter({ $0 == mark }).count > 1 { return nil }
    let isOnlySeparator = tokens.filter(Self.separators.contains).count == 1
    let digitsAfter = tokens.count - last - 1
    let mayBeGrouping = digitsAfter == 3 && (1...3).contains(last) && tokens[0] != "0"
    guard isOnlySeparator, mayBeGrouping else { return last }
    return try isDecimal(mark, in: tokens, typed: typed) ? last : nil
  }

  private func isDecimal(_ mark: Character, in tokens: [Character], typed: String) throws(AmountProblem) -> Bool {
    if style.groupingSeparator.map(Self.canonical) == mark { return false }
    let isKnown = style.groupingSeparator != nil || trustsPointAlone
    if isKnown, style.decimalSeparator == mark { return true }
    let digits = String(tokens.filter(Self.isDigit))
    throw .ambiguous(typed: typed, thousands: digits, decimal: decimalReading(of: digits))
  }

  /// The last three digits as decimals, as many as the result can hold and never three; nil where that loses some.
  private func decimalReading(of digits: String) -> String? {
    let fraction = digits.suffix(3) + "0"
    guard fraction.dropFirst(places).allSatisfy({ $0 == "0" }) else { return nil }
    return digits.dropLast(3) + String(style.decimalSeparator) + fraction.prefix(places)
  }

  /// Groups of three, or of two before a last one of three as in India; one kind of separator only.
  private func checkGroups(of whole: [Character], typed: String) throws(AmountProblem) {
    guard let separator = whole.first(where: Self.separators.contains) else { return }
    let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
    let middle = groups.dropFirst().dropLast().map(\.count)
    let isRegular = middle.allSatisfy { $0 == 3 } || middle.allSatisfy { $0 == 2 }
    let endsRight = groups.last?.count == 3 && (1...3).contains(groups[0].count)
    guard isRegular, endsRight, groups.allSatisfy({ $0.allSatisfy(Self.isDigit) }) else {
      throw .misplacedSeparator(typed)
    }
  }

  private func numeral(whole: [Character], fraction: [Character], typed: String) throws(AmountProblem) -> Numeral {
    let whole = whole.drop { $0 == "0" }
    var fraction = fraction
    while fraction.last == "0" { fraction.removeLast() }
    guard fraction.count <= Self.mostDecimals else { throw .tooManyDecimals(typed: typed, limit: places) }
    // Far beyond every limit, and refused as such by the caller.
    guard whole.count <= Self.mostWholeDigits else { return Numeral(digits: Self.immense, places: 0) }
    let digits = (whole + fraction).reduce(Int128(0)) { $0 * 10 + Int128($1.wholeNumberValue ?? 0) }
    return Numeral(digits: digits, places: fraction.count)
  }

  private static let immense: Int128 = 1_000_000_000_000_000_000_000_000
}
