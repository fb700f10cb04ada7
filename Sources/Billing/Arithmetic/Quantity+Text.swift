extension Quantity {
  /// As it is typed and sent: `12`, `1.5`, `1.3333`.
  package var text: String { DecimalText.text(Int128(tenThousandths), places: 4) }

  /// Reads what `text` writes, and what services send (`1.0000`): nil for more than four places or anything else.
  package init?(text: some StringProtocol) {
    guard let value = MachineDecimal.read(text, places: 4) else { return nil }
    self.init(tenThousandths: value)
  }
}

extension Percentage {
  /// `8.875`, without the sign.
  package var text: String { DecimalText.text(Int128(tenThousandths), places: 4) }

  /// Reads what `text` writes, and what services send: nil for more than four places or anything else.
  package init?(text: some StringProtocol) {
    guard let value = MachineDecimal.read(text, places: 4) else { return nil }
    self.init(tenThousandths: value)
  }
}

/// Reads decimals that programs wrote: a point, no grouping, nothing around them.
enum MachineDecimal {
  /// In units of ten to the power of `-places`; nil where that is not exact or does not fit.
  static func read(_ text: some StringProtocol, places: Int) -> Int64? {
    var bytes = Substring(text).utf8[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.count <= 19 else { return nil }
    guard let fraction = fraction(of: parts, places: places) else { return nil }
    var value: Int128 = 0
    for byte in Array(whole) + fraction {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int128(byte - UInt8(ascii: "0"))
    }
    return Int64(exactly: isNegative ? -value : value)
  }

  private static func fraction(of parts: [Substring.UTF8View], places: Int) -> [UInt8]? {
    guard parts.count == 2 else { return Array(repeating: UInt8(ascii: "0"), count: places) }
    guard (1...30).contains(parts[1].count) else { return nil }
    var digits = Array(parts[1])
    while digits.count > places {
      guard digits.removeLast() == UInt8(ascii: "0") else { return nil }
    }
    return digits + Array(repeating: UInt8(ascii: "0"), count: places - digits.count)
  }
}
