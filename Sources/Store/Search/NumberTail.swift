/// The last run of digits of a document's number, as a number: `INV-000383` is found by 383.
enum NumberTail {
  /// Nil where there is none, or one beyond 18 digits.
  static func value(_ text: String) -> Int64? { value(of: text.utf8) }

  /// The same of UTF-8.
  static func value(of text: some BidirectionalCollection<UInt8>) -> Int64? {
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard let last = text.lastIndex(where: isDigit) else { return nil }
    let digits = text[...last].reversed().prefix(while: isDigit).reversed().drop { $0 == UInt8(ascii: "0") }
    guard digits.count <= 18 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  }
}
