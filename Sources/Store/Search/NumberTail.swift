/// The last run of digits of a document's number, as a number: `INV-000383` is found by 383.
enum NumberTail {
  /// Nil where there is none, or one beyond 18 digits.
  static func value(_ text: String) -> Int64? {
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    guard let last = text.utf8.lastIndex(where: isDigit) else { return nil }
    let digits = text.utf8[...last].reversed().prefix(while: isDigit).reversed().drop { $0 == UInt8(ascii: "0") }
    guard digits.count <= 18 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  }
}
