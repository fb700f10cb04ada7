import Foundation

/// How text is made comparable for search: without case, accents and compatibility forms.
package enum TextFolding {
  /// `Åsa Müller` becomes `asa muller`.
  package static func fold(_ text: String) -> String { String(decoding: foldedBytes(text), as: UTF8.self) }

  /// Folds UTF-8 where it lies, and hands the result on, which lasts for the call.
  static func withFolded<Answer>(
    _ text: UnsafeRawBufferPointer, _ use: (UnsafeRawBufferPointer) -> Answer
  ) -> Answer {
    withUnsafeTemporaryAllocation(byteCount: text.count, alignment: 1) { folded in
      if foldASCII(text, into: folded) { return use(UnsafeRawBufferPointer(folded)) }
      return foldedBytes(String(decoding: text, as: UTF8.self)).withUnsafeBytes(use)
    }
  }

  /// Answers false where the text has more than ASCII, which most has not.
  private static func foldASCII(
    _ text: UnsafeRawBufferPointer, into folded: UnsafeMutableRawBufferPointer
  ) -> Bool {
    var all: UInt8 = 0
    for place in text.indices {
      let byte = text[place]
      all |= byte
      folded[place] = byte &+ (byte &- 0x41 < 26 ? 0x20 : 0)
    }
    return all < 0x80
  }

  private static func foldedBytes(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: folded.append(UInt8(scalar.value) + 0x20)
      case 0..<0x80: folded.append(UInt8(scalar.value))
      case 0x80..<0x250: folded.append(contentsOf: latin[Int(scalar.value) - 0x80])
      default: folded.append(contentsOf: foldAlone(scalar).utf8)
      }
    }
    return folded
  }

  /// Whether the part stands in the text, as people search: without regard to case and accents.
  package static func contains(_ text: String, _ part: String) -> Bool {
    part.isEmpty || fold(text).contains(fold(part))
  }

  /// The digits of a telephone number, however it is written.
  package static func digits(_ text: String) -> String {
    String(text.unicodeScalars.compactMap { $0.properties.numericType == .decimal ? $0 : nil }.compactMap(digit))
  }

  /// The digits of UTF-8 where it lies, handed on for the call. Most numbers are ASCII, of which nothing is looked up.
  static func withDigits<Answer>(
    _ text: UnsafeRawBufferPointer, _ use: (UnsafeRawBufferPointer) -> Answer
  ) -> Answer {
    guard text.allSatisfy({ $0 < 0x80 }) else {
      return Array(digits(String(decoding: text, as: UTF8.self)).utf8).withUnsafeBytes(use)
    }
    return text.filter { (0x30...0x39).contains($0) }.withUnsafeBytes(use)
  }

  /// Letters that are no accented form of another one, but are typed as if.
  private static let letters: [Character: String] = [
    "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d",
  ]

  /// The folded forms of Latin letters, which most accents are on; Foundation's folding takes microseconds for each.
  private static let latin: [[UInt8]] = (0x80..<0x250).map { value in
    Unicode.Scalar(UInt32(value)).map { Array(foldAlone($0).utf8) } ?? []
  }

  /// A mark by itself folds to nothing, so that `é` is the same in one scalar and in two.
  private static func foldAlone(_ scalar: Unicode.Scalar) -> String {
    if scalar.properties.generalCategory == .nonspacingMark { return "" }
    let options: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive, .widthInsensitive]
    let folded = String(Character(scalar)).folding(options: options, locale: nil)
    return String(folded.flatMap { letters[$0] ?? String($0) })
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Character? {
    scalar.properties.numericValue.map { Character(String(Int($0))) }
  }
}
