package import HTTPTypes

/// Carries one HTTP request to its service and the answer back; it knows nothing of what they say.
///
/// Redirects are not followed and nothing is retried. Cancelling the task abandons the request.
package protocol HTTPTransport: Sendable {
  func send(_ request: HTTPRequest, body: [UInt8]?, options: TransportOptions) async throws(TransportError)
    -> TransportResponse
}

/// How far a transport goes for one request, and by which door.
package struct TransportOptions: Hashable, Sendable {
  /// A socket to connect to in place of the request's authority.
  package var unixSocket: String?
  /// An IP address, without brackets, to connect to in place of what the request's host resolves to; host name, port and
  /// certificate stay those of the request.
  package var address: String?
  /// Plain http is refused unless this is set or the host is this machine (`ServiceAddress`).
  package var allowsPlainHTTP: Bool
  package var connectTimeout: Duration
  /// For everything, from the name look-up to the last byte.
  package var totalTimeout: Duration
  /// In bytes, after decompression; a longer answer is an error.
  package var responseLimit: Int

  package init(
    unixSocket: String? = nil, address: String? = nil, allowsPlainHTTP: Bool = false,
    connectTimeout: Duration = .seconds(10), totalTimeout: Duration = .seconds(60), responseLimit: Int = 32 << 20
  ) {
    self.unixSocket = unixSocket
    self.address = address
    self.allowsPlainHTTP = allowsPlainHTTP
    self.connectTimeout = connectTimeout
    self.totalTimeout = totalTimeout
    self.responseLimit = responseLimit
  }
}

/// An answer as it came, whatever its status.
package struct TransportResponse: Hashable, Sendable {
  package var status: Int
  package var headers: HTTPFields
  package var body: [UInt8]
  package var timing: TransportTiming

  package init(status: Int, headers: HTTPFields = [:], body: [UInt8] = [], timing: TransportTiming = .init()) {
    self.status = status
    self.headers = headers
    self.body = body
    self.timing = timing
  }
}

/// How long the parts of a request took, each from its start.
package struct TransportTiming: Hashable, Sendable {
  package var connected: Duration = .zero
  package var firstByte: Duration = .zero
  package var total: Duration = .zero
  /// False when a connection that stood already carried it.
  package var openedConnection = false

  package init() {}
}
