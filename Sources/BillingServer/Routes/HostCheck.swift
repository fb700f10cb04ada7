internal import HTTPTypes

/// Keeps web pages from reaching the service through their readers' browsers: a page's own host name that is made to
/// resolve to this machine (DNS rebinding), or a plain cross-site request.
struct HostCheck: Sendable {
  /// The name that the service was told to listen on.
  let listeningHost: String

  private static let loopback: Set<String> = ["localhost", "127.0.0.1", "[::1]", "::1"]
  private static let everywhere: Set<String> = ["0.0.0.0", "::", "[::]"]

  func require(_ head: HTTPRequest) throws(Refusal) {
    guard let authority = head.authority, !authority.isEmpty else { throw .malformed("The Host header is missing.") }
    guard accepts(authority) else { throw .foreignHost }
    guard let origin = head.headerFields[.origin] else { return }
    guard let scheme = origin.firstRange(of: "://"), accepts(String(origin[scheme.upperBound...])) else {
      throw .foreignHost
    }
  }

  private func accepts(_ authority: String) -> Bool {
    let host = Self.host(of: authority).lowercased()
    return Self.loopback.contains(host) || host == listeningHost.lowercased() || isNumericWhereAllMayCome(host)
  }

  /// Someone who listens on every address is reached by any of them; a number cannot be rebound, a name can.
  private func isNumericWhereAllMayCome(_ host: String) -> Bool {
    guard Self.everywhere.contains(listeningHost) else { return false }
    return AddressRange(host.filter { $0 != "[" && $0 != "]" }) != nil
  }

  private static func host(of authority: String) -> Substring {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") { return authority[...end] }
    return authority.prefix { $0 != ":" }
  }
}
