/// Reads a number or a sum of numbers: `6k`, `2400+3200-100`, `(5.00)`.
struct SumReader {
  let numerals: NumeralReader
  let mark: CurrencyMark
  /// Decimals that the result can hold.
  let places: Int
  /// The largest magnitude of the result, in units of ten to the power of `-places`.
  let limit: Int64

  /// The result in units of ten to the power of `-places`.
  func read(_ text: String) throws(AmountProblem) -> Int64 {
    if let plain = plainNumber(text), plain <= limit { return plain }
    guard text.unicodeScalars.count <= NumeralReader.longestText else { throw .tooLong }
    let entry = text[...].trimmed
    guard !entry.isEmpty else { throw .empty }
    guard !Calculation.isProduct(entry) else { throw .calculation(String(entry)) }
    if let inner = try Self.parenthesised(entry) { return -(try value(of: inner)) }
    return try sum(of: entry)
  }

  /// Digits, and at most two behind a point: what nearly every cell holds, and no style reads otherwise. Nil for all else.
  ///
  /// A form of two hundred lines is read anew with every key; most of that time went into the long way.
  private func plainNumber(_ text: String) -> Int64? {
    var units: Int64 = 0
    var (whole, decimals) = (0, -1)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "."):
        guard decimals < 0, whole > 0 else { return nil }
        decimals = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if decimals < 0 { whole += 1 } else { decimals += 1 }
        guard whole <= Self.mostPlainDigits, decimals <= 2 else { return nil }
        units = units * 10 + Int64(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard whole > 0, decimals != 0, whole == 1 || text.utf8.first != UInt8(ascii: "0") else { return nil }
    for _ in 0..<(places - max(decimals, 0)) { units *= 10 }
    return units
  }

  /// With four places more these are far within 64 bits.
  private static let mostPlainDigits = 12

  private func sum(of text: Substring) throws(AmountProblem) -> Int64 {
    var total: Int64 = 0
    for term in try Self.terms(of: text) {
      let value = try value(of: term.text)
      // Both are within the limit, which leaves room for a sum of 64 terms.
      total += term.isSubtracted ? -value : value
    }
    guard total.magnitude <= limit.magnitude else { throw beyondLimit }
    return total
  }

  private func value(of term: Substring) throws(AmountProblem) -> Int64 {
    guard term.contains(where: { ("0"..."9").contains($0) }) else { throw .notANumber(String(term)) }
    var digits = try mark.strip(term).trimmed
    var power = 0
    if let suffix = digits.last, let tens = Self.suffixes[suffix] {
      digits = digits.dropLast().trimmed
      power = tens
    }
    let numeral = try numerals.read(String(digits)).scaled(byTenToThe: power)
    guard let units = numeral.units(places: places) else {
      throw .tooManyDecimals(typed: String(term), limit: places)
    }
    guard let value = Int64(exactly: units), value <= limit else { throw beyondLimit }
    return value
  }

  private var beyondLimit: AmountProblem {
    .beyondLimit(largest: DecimalText.text(Int128(limit), places: places))
  }
}

extension SumReader {
  private static let suffixes: [Character: Int] = ["k": 3, "K": 3, "m": 6, "M": 6]
  private static let minusSigns: Set<Character> = ["-", "\u{2212}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}"]

  private typealias Term = (text: Substring, isSubtracted: Bool)

  /// One sign may stand before the first term, and exactly one between terms.
  private static func terms(of text: Substring) throws(AmountProblem) -> [Term] {
    var terms: [Term] = []
    var rest = withSignFirst(text.trimmed)
    var isSubtracted = false
    if let sign = rest.first, isSign(sign) {
      isSubtracted = sign != "+"
      rest = rest.dropFirst().trimmed
    }
    while true {
      let end = rest.firstIndex(where: isSign) ?? rest.endIndex
      let term = rest[..<end].trimmed
      guard !term.isEmpty else { throw .unfinishedSum }
      terms.append((term, isSubtracted))
      guard end < rest.endIndex else { return terms }
      isSubtracted = rest[end] != "+"
      rest = rest[rest.index(after: end)...].trimmed
    }
  }

  /// `$-5` and `EUR -5` as `-$5`: a sign behind a currency at the very beginning belongs before it.
  private static func withSignFirst(_ text: Substring) -> Substring {
    guard let sign = text.firstIndex(where: isSign), sign > text.startIndex else { return text }
    let mark = text[..<sign]
    guard !mark.contains(where: { ("0"..."9").contains($0) }) else { return text }
    return "\(text[sign])\(mark)\(text[text.index(after: sign)...].trimmed)"
  }

  private static func isSign(_ character: Character) -> Bool { character == "+" || minusSigns.contains(character) }

  /// What stands within parentheses around the whole entry: a negative number in accounts.
  private static func parenthesised(_ text: Substring) throws(AmountProblem) -> Substring? {
    guard text.contains(where: { $0 == "(" || $0 == ")" }) else { return nil }
    let inner = text.dropFirst().dropLast()
    let isPlainInside = !inner.contains { $0 == "(" || $0 == ")" || isSign($0) }
    guard text.first == "(", text.last == ")", isPlainInside else { throw .unbalancedParentheses }
    return inner
  }
}
