internal import BillingAPI
internal import HTTPTypes

/// A request that was found fit to be sent: every text in it is what libcurl may see.
struct RequestPlan: Sendable {
  let url: String
  let method: String
  /// `Name: value`, without line ends.
  let headers: [String]
  let body: [UInt8]?
  let options: TransportOptions
  /// Reached without a network, so that no proxy has any business with it.
  let isLocal: Bool
  let caFile: String?

  /// In libcurl's terms: whatever the host and port, connect to this address and that same port.
  var connectTo: String? {
    options.address.map { $0.contains(":") ? "::[\($0)]:" : "::\($0):" }
  }

  init(
    _ request: HTTPRequest, body: [UInt8]?, options: TransportOptions, caFile: String?
  ) throws(TransportError) {
    let address = try Self.address(of: request)
    isLocal = options.unixSocket != nil || Loopback.contains(host: address.host)
    guard address.scheme == "https" || isLocal || options.allowsPlainHTTP else {
      throw .forbiddenPlainHTTP(host: address.host)
    }
    url = "\(address.scheme)://\(address.authority)\(try Self.target(of: request))"
    method = request.method.rawValue
    headers = try Self.lines(of: request.headerFields, hasBody: body != nil)
    self.body = body
    self.options = options
    self.caFile = caFile
    try Self.checkSocket(options.unixSocket)
    try Self.checkAddress(options.address)
  }

  private static func address(of request: HTTPRequest) throws(TransportError) -> URLParts {
    do {
      return try URLParts("\(request.scheme ?? "")://\(request.authority ?? "")")
    } catch {
      throw .badURL("The address is not one that can be called.")
    }
  }

  private static func target(of request: HTTPRequest) throws(TransportError) -> String {
    let path = request.path ?? "/"
    guard path.hasPrefix("/"), path.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !path.contains("#") else {
      throw .badURL("The path contains a character that must be percent-encoded.")
    }
    return path
  }

  private static func lines(of fields: HTTPFields, hasBody: Bool) throws(TransportError) -> [String] {
    // libcurl would wait for "100 Continue", and call a body a form, unless told otherwise.
    var lines = ["Expect:"]
    if hasBody, fields[.contentType] == nil { lines.append("Content-Type:") }
    for field in fields {
      guard field.value.utf8.allSatisfy({ $0 != 0x0D && $0 != 0x0A && $0 != 0 }) else {
        throw .badURL("The header \(field.name.rawName) contains a line end.")
      }
      // A semicolon is libcurl's way to send a header without a value.
      lines.append(field.value.isEmpty ? "\(field.name.rawName);" : "\(field.name.rawName): \(field.value)")
    }
    return lines
  }

  private static func checkAddress(_ address: String?) throws(TransportError) {
    guard let address else { return }
    guard !address.isEmpty, address.allSatisfy({ $0.isHexDigit || $0 == "." || $0 == ":" }) else {
      throw .badURL("The address to connect to is not an IP address.")
    }
  }

  private static func checkSocket(_ path: String?) throws(TransportError) {
    guard let path else { return }
    do {
      _ = try ServiceAddress(unixSocket: path)
    } catch {
      throw .badURL("The socket's path is not absolute, or is longer than 107 bytes.")
    }
  }
}
