extension JSONParser {
  mutating func numberText() throws(JSONError) -> String {
    let start = index
    try skipNumber()
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Passes a number by: `-? int frac? exp?` (RFC 8259, section 6).
  mutating func skipNumber() throws(JSONError) {
    if try peek() == UInt8(ascii: "-") { index += 1 }
    if try peek() == UInt8(ascii: "0") { index += 1 } else { try digits() }
    if next(is: ".") {
      index += 1
      try digits()
    }
    if next(is: "e") || next(is: "E") {
      index += 1
      if next(is: "+") || next(is: "-") { index += 1 }
      try digits()
    }
  }

  private func next(is character: UnicodeScalar) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: character)
  }

  private mutating func digits() throws(JSONError) {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    guard index > start else { throw index == bytes.count ? .truncated : .unexpectedByte(at: index) }
  }

  /// Passes a string by and says where its content lies and whether anything in it is escaped.
  @discardableResult
  mutating func skipString() throws(JSONError) -> (content: Range<Int>, isPlain: Bool) {
    try expect("\"")
    let start = index
    var isPlain = true
    while true {
      skipPlainBytes()
      switch try peek() {
      case UInt8(ascii: "\""):
        index += 1
        return (start..<index - 1, isPlain)
      case UInt8(ascii: "\\"):
        isPlain = false
        index += 1
        try skipEscape()
      default: throw .unexpectedByte(at: index)
      }
    }
  }

  /// Goes on to the next quote, escape or control character.
  private mutating func skipPlainBytes() {
    while index < bytes.count, bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "\\")
    {
      index += 1
    }
  }

  private mutating func skipEscape() throws(JSONError) {
    let letter = try peek()
    guard letter == UInt8(ascii: "u") || Self.simpleEscapes[letter] != nil else { throw .unexpectedByte(at: index) }
    index += 1
    guard letter == UInt8(ascii: "u") else { return }
    for _ in 0..<4 {
      guard Self.hexadecimal(try peek()) != nil else { throw .unexpectedByte(at: index) }
      index += 1
    }
  }

  /// A string without its quotes and escapes; what is not UTF-8, and half a surrogate pair, becomes U+FFFD.
  mutating func parseString() throws(JSONError) -> String {
    let (content, isPlain) = try skipString()
    if isPlain { return String(decoding: bytes[content], as: UTF8.self) }
    var plain: [UInt8] = []
    var place = content.lowerBound
    while place < content.upperBound {
      guard bytes[place] == UInt8(ascii: "\\") else {
        plain.append(bytes[place])
        place += 1
        continue
      }
      place += appendEscape(at: place, to: &plain)
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Writes what the escape stands for and says how many bytes it took; `skipEscape` has checked it.
  private func appendEscape(at place: Int, to plain: inout [UInt8]) -> Int {
    if let byte = Self.simpleEscapes[bytes[place + 1]] {
      plain.append(byte)
      return 2
    }
    let first = codeUnit(at: place)
    if UTF16.isLeadSurrogate(first), place + 7 < bytes.count, bytes[place + 6] == UInt8(ascii: "\\"),
      bytes[place + 7] == UInt8(ascii: "u"), UTF16.isTrailSurrogate(codeUnit(at: place + 6))
    {
      plain += Array(String(decoding: [first, codeUnit(at: place + 6)], as: UTF16.self).utf8)
      return 12
    }
    plain += Array(String(decoding: [first], as: UTF16.self).utf8)
    return 6
  }

  private func codeUnit(at place: Int) -> UInt16 {
    bytes[(place + 2)..<min(place + 6, bytes.count)].reduce(0) { $0 << 4 | UInt16(Self.hexadecimal($1) ?? 0) }
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static let simpleEscapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "/"): UInt8(ascii: "/"),
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
    UInt8(ascii: "t"): 0x09,
  ]
}
