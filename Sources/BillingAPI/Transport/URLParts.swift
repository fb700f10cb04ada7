/// A web address taken apart, strictly: what could be read in two ways is refused (RFC 3986).
package struct URLParts: Hashable, Sendable {
  /// `http` or `https`, in lower case.
  package let scheme: String
  /// Without port; an IPv6 address keeps its brackets. In lower case.
  package let host: String
  package let port: Int?
  /// From the slash on; may be empty.
  package let path: String

  package var authority: String { port.map { "\(host):\($0)" } ?? host }

  package init(_ text: String) throws(AddressProblem) {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else {
      throw .forbiddenCharacter
    }
    let (scheme, rest) = try Self.splitScheme(text)
    guard !rest.contains("?"), !rest.contains("#") else { throw .queryOrFragment }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash]
    guard !authority.contains("@") else { throw .userInformation }
    self.scheme = scheme
    (host, port) = try Self.splitAuthority(authority)
    path = String(rest[slash...])
  }

  private static func splitScheme(_ text: String) throws(AddressProblem) -> (String, Substring) {
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
      throw .unsupportedScheme(nil)
    }
    let scheme = text[..<colon].lowercased()
    guard scheme == "https" || scheme == "http" else { throw .unsupportedScheme(scheme) }
    return (scheme, text[colon...].dropFirst(3))
  }

  private static func splitAuthority(_ authority: Substring) throws(AddressProblem) -> (String, Int?) {
    let hostEnd: Substring.Index
    if authority.hasPrefix("[") {
      guard let bracket = authority.firstIndex(of: "]") else { throw .badHost }
      hostEnd = authority.index(after: bracket)
    } else {
      hostEnd = authority.firstIndex(of: ":") ?? authority.endIndex
    }
    let host = authority[..<hostEnd].lowercased()
    guard !host.isEmpty else { throw .missingHost }
    guard isHost(host) else { throw .badHost }
    return (host, try port(authority[hostEnd...]))
  }

  private static func isHost(_ host: String) -> Bool {
    if host.hasPrefix("[") {
      return host.count > 3 && host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    guard host.utf8.count <= 253, host.first != ".", host.first != "-" else { return false }
    return host.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "_" }
  }

  private static func port(_ text: Substring) throws(AddressProblem) -> Int? {
    guard !text.isEmpty else { return nil }
    let digits = text.dropFirst()
    guard text.hasPrefix(":"), (1...5).contains(digits.count), digits.allSatisfy(\.isNumber), let port = Int(digits),
      (1...65_535).contains(port)
    else { throw .badPort }
    return port
  }
}
