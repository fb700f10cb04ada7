internal import FoundationEssentials

/// A decimal counted in units of a power of ten, as money and quantities are kept.
struct ScaledNumber: Hashable {
  let value: Int64
  /// False where digits were rounded away.
  let isExact: Bool

  /// Rounds half away from zero; nil where the result does not fit.
  init?(_ number: Decimal, places: Int) {
    guard number.isFinite else { return nil }
    let text = number.description
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.utf8.count <= 19 else { return nil }
    let fraction = parts.count > 1 ? Array(parts[1].utf8) : []
    var magnitude: Int128 = 0
    for digit in Array(whole.utf8) + fraction.prefix(places) { magnitude = magnitude * 10 + Int128(digit - 0x30) }
    for _ in 0..<max(0, places - fraction.count) { magnitude *= 10 }
    let rest = fraction.dropFirst(places)
    if let first = rest.first, first >= UInt8(ascii: "5") { magnitude += 1 }
    guard let value = Int64(exactly: isNegative ? -magnitude : magnitude) else { return nil }
    self.value = value
    isExact = rest.allSatisfy { $0 == UInt8(ascii: "0") }
  }
}
