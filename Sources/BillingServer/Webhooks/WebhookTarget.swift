internal import BillingAPI
import Glibc

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

  /// Refuses a name that leads to a forbidden address. Names are looked up: not for the cooperative threads.
  func judgeAddresses() throws(WebhookProblem) {
    for address in Self.addresses(of: bareHost) { try Self.judge(address, allowsAnyAddress) }
  }

  private var bareHost: String { parts.host.filter { $0 != "[" && $0 != "]" } }

  private static func judge(_ address: String, _ allowsAnyAddress: Bool) throws(WebhookProblem) {
    if !allowsAnyAddress, forbidden.contains(where: { $0.contains(address) }) { throw .forbiddenAddress }
  }

  private static let forbidden = [
    "169.254.0.0/16", "fe80::/10", "fd00:ec2::254", "100.100.100.200", "0.0.0.0/8", "::",
  ].compactMap { AddressRange($0) }

  private static func addresses(of host: String) -> [String] {
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, nil, &found) == 0 else { return [] }
    defer { freeaddrinfo(found) }
    var addresses: [String] = []
    var next = found
    while let entry = next {
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let flags = NI_NUMERICHOST
      if getnameinfo(entry.pointee.ai_addr, entry.pointee.ai_addrlen, &text, socklen_t(text.count), nil, 0, flags) == 0
      {
        // A link-local IPv6 address carries its interface after a percent sign.
        let bytes = text.prefix { $0 != 0 && $0 != 0x25 }.map { UInt8(bitPattern: $0) }
        addresses.append(String(decoding: bytes, as: UTF8.self))
      }
      next = entry.pointee.ai_next
    }
    return addresses
  }
}

/// Why webhooks are not sent to an address.
package enum WebhookProblem: Error, Hashable, Sendable {
  case badURL
  /// Plain http is for this machine only.
  case plainHTTP
  case forbiddenAddress
  case noEvents
  case books(BooksError)
}
