internal import FoundationEssentials

/// Turns the text of a JSON number into an exact value.
enum JSONNumber {
  /// A number where a `Decimal` holds it exactly; else its text, so that nothing is lost and nothing is invented.
  static func value(of text: String) -> JSONValue {
    decimal(of: text).map(JSONValue.number) ?? .string(text)
  }

  /// A number within a string, spaces around it allowed: `" 2431544"`, `"1.000000"`.
  static func lenient(_ text: String) -> Decimal? {
    let trimmed = text.utf8.drop { $0 == 0x20 }
    guard trimmed.count <= 64, let last = trimmed.lastIndex(where: { $0 != 0x20 }) else { return nil }
    var parser = JSONParser(Array(trimmed[...last]))
    // Whatever is not wholly a number is none.
    guard let digits = try? parser.numberText(), parser.index == parser.bytes.count else { return nil }
    return decimal(of: digits)
  }

  /// Nil for more than 38 significant digits and for exponents beyond ±100: no record has such a number.
  static func decimal(of text: String) -> Decimal? {
    // Nearly all numbers of records are ids and cents.
    if text.utf8.count <= 18, let whole = Int64(text) { return Decimal(whole) }
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard let mantissa = parts.first, parts.count <= 2 else { return nil }
    let digits = mantissa.utf8.filter { (0x30...0x39).contains($0) }
    let places = mantissa.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.utf8.count ?? 0
    guard let exponent = parts.count == 2 ? Int(parts[1]) : 0, abs(exponent) <= 100, places <= 100 else { return nil }
    let significant = digits.drop { $0 == 0x30 }
    guard significant.count <= 38 else { return nil }
    let value = wholeNumber(significant)
    let scale = exponent - places
    guard (-120...80).contains(scale) else { return nil }
    let sized = Decimal(sign: .plus, exponent: scale, significand: value)
    return mantissa.hasPrefix("-") && !value.isZero ? -sized : sized
  }

  /// The digits in pieces that fit an integer, for arithmetic on decimals is slow.
  private static func wholeNumber(_ digits: some Collection<UInt8>) -> Decimal {
    let (left, right) = (digits.prefix(19), digits.dropFirst(19))
    func piece(_ digits: some Sequence<UInt8>) -> Decimal {
      Decimal(digits.reduce(0 as UInt64) { $0 * 10 + UInt64($1 - 0x30) })
    }
    guard !right.isEmpty else { return piece(left) }
    return piece(left) * Decimal(sign: .plus, exponent: right.count, significand: 1) + piece(right)
  }
}
