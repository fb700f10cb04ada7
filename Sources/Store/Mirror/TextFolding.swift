import Foundation

/// How text is made comparable for search: without case, accents and compatibility forms.
package enum TextFolding {
  /// `Åsa Müller` becomes `asa muller`.
  package static func fold(_ text: String) -> String {
    if let ascii = lowerASCII(text) { return ascii }
    let folded = text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    return String(folded.flatMap { letters[$0] ?? String($0) })
  }

  /// The digits of a telephone number, however it is written.
  package static func digits(_ text: String) -> String {
    String(text.unicodeScalars.compactMap { $0.properties.numericType == .decimal ? $0 : nil }.compactMap(digit))
  }

  /// Letters that are no accented form of another one, but are typed as if.
  private static let letters: [Character: String] = [
    "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d",
  ]

  private static func lowerASCII(_ text: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      bytes.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Character? {
    scalar.properties.numericValue.map { Character(String(Int($0))) }
  }
}
