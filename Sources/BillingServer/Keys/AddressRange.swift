import Glibc

/// A network that a key may be used from: one IPv4 or IPv6 address, or a block of them (`10.0.0.0/8`, `fd00::/8`).
package struct AddressRange: Hashable, Sendable, CustomStringConvertible {
  /// Four bytes or sixteen.
  private let bytes: [UInt8]
  private let prefix: Int
  package let description: String

  /// Nil for what is no address or block.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let bytes = Self.bytes(of: String(first)) else { return nil }
    let whole = bytes.count * 8
    guard let prefix = parts.count == 2 ? Int(parts[1]) : whole, (0...whole).contains(prefix) else { return nil }
    self.bytes = bytes
    self.prefix = prefix
    description = String(text)
  }

  /// Whether that address lies in the block; an IPv4 address written as IPv6 (`::ffff:10.0.0.1`) counts as IPv4.
  package func contains(_ address: String) -> Bool {
    guard let other = Self.bytes(of: address), other.count == bytes.count else { return false }
    let whole = prefix / 8
    guard bytes.prefix(whole) == other.prefix(whole) else { return false }
    guard prefix % 8 > 0 else { return true }
    let mask = UInt8(truncatingIfNeeded: 0xFF00 >> (prefix % 8))
    return bytes[whole] & mask == other[whole] & mask
  }

  private static func bytes(of text: String) -> [UInt8]? {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: four) { Array($0) } }
    var sixteen = in6_addr()
    guard inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
    let bytes = withUnsafeBytes(of: sixteen) { Array($0) }
    let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
    return bytes.starts(with: mapped) ? Array(bytes.suffix(4)) : bytes
  }
}
