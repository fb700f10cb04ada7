internal import BillingAPI

/// An address that webhooks are sent to, and the rule of where they may not go.
///
/// Link-local and metadata addresses answer to whoever asks from this machine, and hold its secrets.
struct WebhookTarget: Hashable, Sendable {
  let parts: URLParts
  let allowsAnyAddress: Bool

  init(_ url: String, allowsAnyAddress: Bool) throws(WebhookProblem) {
    do { parts = try URLParts(url) } catch { throw .badURL }
    self.allowsAnyAddress = allowsAnyAddress
    guard parts.scheme == "https" || Loopback.contains(host: parts.host) || allowsAnyAddress else { throw .plainHTTP }
    try Self.judge(bareHost, allowsAnyAddress)
  }

  /// The addresses that the name leads to, all of them judged; refused as a whole where one is forbidden.
  ///
  /// Who connects must connect to one of these and not look the name up again: the next answer may be another (DNS
  /// rebinding).
  func judgedAddresses(_ resolver: WebhookResolver) async throws(WebhookProblem) -> [String] {
    let addresses = await resolver.addresses(bareHost)
    guard !addresses.isEmpty else { throw .unknownHost }
    for address in addresses {
      try Self.judge(address, allowsAnyAddress)
      // A name that reads like this machine's may lead elsewhere all the same.
      if parts.scheme == "http", !allowsAnyAddress, !Self.isLoopback(address) { throw .plainHTTP }
    }
    return addresses
  }

  private var bareHost: String { parts.host.filter { $0 != "[" && $0 != "]" } }

  private static func judge(_ address: String, _ allowsAnyAddress: Bool) throws(WebhookProblem) {
    if !allowsAnyAddress, forbidden.contains(where: { $0.contains(address) }) { throw .forbiddenAddress }
  }

  private static func isLoopback(_ address: String) -> Bool { loopback.contains { $0.contains(address) } }

  private static let loopback = ["127.0.0.0/8", "::1"].compactMap { AddressRange($0) }
  /// The two before the last are 0.0.0.0 in its two forms; the last is link-local IPv4 as translators write it (RFC 6052).
  private static let forbidden = [
    "169.254.0.0/16", "fe80::/10", "fd00:ec2::254", "100.100.100.200", "0.0.0.0/8", "::", "64:ff9b::a9fe:0/112",
  ].compactMap { AddressRange($0) }
}

/// Why webhooks are not sent to an address.
package enum WebhookProblem: Error, Hashable, Sendable {
  case badURL
  /// Plain http is for this machine only.
  case plainHTTP
  case forbiddenAddress
  /// The name leads nowhere.
  case unknownHost
  case noEvents
  case books(BooksError)
}
