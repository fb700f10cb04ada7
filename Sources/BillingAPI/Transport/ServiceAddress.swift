package import HTTPTypes

/// Where a service is: the base URL under which `/health` and `/api` lie, or a socket on this machine.
///
/// It is the policy of allowed addresses too: https anywhere, plain http only to this machine or where that was
/// allowed in so many words.
package struct ServiceAddress: Hashable, Sendable, CustomStringConvertible {
  package let scheme: String
  /// Host and port as they stand in the URL; `localhost` for a socket.
  package let authority: String
  /// What precedes `/health` and `/api`: `/api/v1`, or nothing.
  package let basePath: String
  package let unixSocket: String?
  package let allowsPlainHTTP: Bool

  /// Where Invoicematic itself is (API documentation).
  package static let invoicematic = ServiceAddress(
    scheme: "https", authority: "invoicematic.com", basePath: "/api/v1", unixSocket: nil, allowsPlainHTTP: false)

  private init(scheme: String, authority: String, basePath: String, unixSocket: String?, allowsPlainHTTP: Bool) {
    self.scheme = scheme
    self.authority = authority
    self.basePath = basePath
    self.unixSocket = unixSocket
    self.allowsPlainHTTP = allowsPlainHTTP
  }

  /// A service that listens on a socket of this machine; the path is absolute and at most 107 bytes long.
  package init(unixSocket path: String, basePath: String = "/api/v1") throws(AddressProblem) {
    guard path.hasPrefix("/"), path.utf8.count > 1 else { throw .relativeSocketPath }
    guard path.utf8.count <= 107 else { throw .socketPathTooLong }
    guard path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .forbiddenCharacter }
    self.init(scheme: "http", authority: "localhost", basePath: basePath, unixSocket: path, allowsPlainHTTP: false)
  }

  /// Takes an address as people and configurations write it: `https://host/api/v1`, with or without the `/api` that the
  /// API documentation also prints after it and with any slashes at the end; `unix:/path/to.sock`. White space around
  /// it is no part of it.
  package init(parsing text: String, allowsPlainHTTP: Bool = false) throws(AddressProblem) {
    let text = Self.trimmed(text)
    guard !text.isEmpty else { throw .empty }
    if text.hasPrefix("unix:") {
      let path = text.dropFirst("unix:".count)
      try self.init(unixSocket: String(path.hasPrefix("//") ? path.dropFirst(2) : path))
      return
    }
    let parts = try URLParts(text)
    guard parts.scheme == "https" || allowsPlainHTTP || Loopback.contains(host: parts.host) else {
      throw .plainHTTP(host: parts.host)
    }
    self.init(
      scheme: parts.scheme, authority: parts.authority, basePath: Self.basePath(parts.path), unixSocket: nil,
      allowsPlainHTTP: allowsPlainHTTP && parts.scheme == "http")
  }

  private static func trimmed(_ text: String) -> String {
    guard let end = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(text[...end].drop(while: \.isWhitespace))
  }

  /// `/api/v1/api/` → `/api/v1`; a bare `/api` is the path of a service that lies at the root.
  private static func basePath(_ path: String) -> String {
    var segments = path.split(separator: "/", omittingEmptySubsequences: true)
    if segments.last == "api" { segments.removeLast() }
    return segments.map { "/\($0)" }.joined()
  }

  /// How the address is written; it never contains a secret.
  package var description: String { unixSocket.map { "unix:\($0)" } ?? "\(scheme)://\(authority)\(basePath)" }

  /// On this machine: reached without a network and without a proxy.
  package var isLocal: Bool { unixSocket != nil || Loopback.contains(authority: authority) }

  /// A request for a path below the base URL, such as `/health` or `/api/invoices`.
  package func request(_ method: HTTPRequest.Method, _ path: String, query: String = "") -> HTTPRequest {
    let target = basePath + path + (query.isEmpty ? "" : "?\(query)")
    return HTTPRequest(method: method, scheme: scheme, authority: authority, path: target)
  }

  /// The options with which a transport reaches this address.
  package var options: TransportOptions { TransportOptions(unixSocket: unixSocket, allowsPlainHTTP: allowsPlainHTTP) }
}

/// Why a text is no address of a service.
package enum AddressProblem: Error, Hashable, Sendable {
  case empty
  /// It does not begin with `https://`, `http://` or `unix:`; the word that stands there, if any.
  case unsupportedScheme(String?)
  case missingHost
  /// The host has characters that names of hosts do not have.
  case badHost
  case badPort
  /// `user:password@host`: a secret does not belong in an address.
  case userInformation
  /// `?…` or `#…`.
  case queryOrFragment
  /// White space, a control character, or one beyond ASCII that must be percent-encoded (`xn--…` in a host).
  case forbiddenCharacter
  /// Plain http to another machine.
  case plainHTTP(host: String)
  case relativeSocketPath
  case socketPathTooLong
}
