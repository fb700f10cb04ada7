extension Color {
  private static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// Reads a colour as theme files write it: `default`, `red`, `bright-red`, `0`…`255` or `#rrggbb`.
  ///
  /// Nil for anything else.
  package init?(parsing text: String) {
    let lower = text.lowercased()
    if lower == "default" {
      self = .terminal
    } else if lower.first == "#" {
      guard let color = Color.hexadecimal(lower.dropFirst()) else { return nil }
      self = color
    } else if let first = lower.utf8.first, (0x30..<0x3A).contains(first) {
      guard let number = UInt8(lower) else { return nil }
      self = .palette(number)
    } else {
      guard let number = Color.number(named: lower) else { return nil }
      self = .palette(number)
    }
  }

  private static func hexadecimal(_ digits: Substring) -> Color? {
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
      return nil
    }
    return .rgb(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }

  private static func number(named name: String) -> UInt8? {
    if name == "gray" || name == "grey" { return 8 }
    let isBright = name.hasPrefix("bright-")
    let base = isBright ? String(name.dropFirst("bright-".count)) : name
    return names.firstIndex(of: base).map { UInt8($0 + (isBright ? 8 : 0)) }
  }
}
