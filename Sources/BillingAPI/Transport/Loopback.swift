/// Tells whether a host is this machine, by its spelling alone: no name is looked up.
package enum Loopback {
  /// `localhost` and names below it (RFC 6761), 127.0.0.0/8 in four decimal parts, `[::1]`.
  package static func contains(host: String) -> Bool {
    let host = host.lowercased()
    if host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == "127" else { return false }
    return parts.allSatisfy { (1...3).contains($0.utf8.count) && UInt8($0).map { _ in true } ?? false }
  }

  /// The same for a host with or without a port.
  package static func contains(authority: String) -> Bool {
    guard !authority.hasSuffix("]"), let colon = authority.lastIndex(of: ":") else { return contains(host: authority) }
    return contains(host: String(authority[..<colon]))
  }
}
