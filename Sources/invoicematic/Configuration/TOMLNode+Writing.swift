extension TOMLNode {
  /// The value as TOML has it, in one line; nil for a kind of value that is not ours to write.
  var written: String? {
    switch self {
    case .text(let text): Self.quoted(text)
    case .integer(let number): String(number)
    case .boolean(let value): String(value)
    case .list(let nodes): Self.joined(nodes.map(\.written)).map { "[\($0)]" }
    case .table(let nodes): Self.joined(Self.lines(of: nodes)).map { "{ \($0) }" }
    case .other: nil
    }
  }

  /// `key = value` for each key, in the order of the keys that are named first and then of the alphabet.
  static func lines(of table: [String: TOMLNode], first: [String] = []) -> [String?] {
    let keys = first.filter { table[$0] != nil } + table.keys.filter { !first.contains($0) }.sorted()
    return keys.map { key in table[key]?.written.map { "\(name(key)) = \($0)" } }
  }

  /// A key, bare where TOML lets it be.
  static func name(_ key: String) -> String {
    let isBare = !key.isEmpty && key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    return isBare ? key : quoted(key)
  }

  private static func joined(_ parts: [String?]) -> String? {
    let whole = parts.compactMap { $0 }
    return whole.count == parts.count ? whole.joined(separator: ", ") : nil
  }

  /// A basic string of TOML 1.0: quotation marks, backslashes and control characters escaped.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: "\\u\(hexadecimal(scalar.value))"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
