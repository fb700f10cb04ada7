/// Why a request brought no answer.
package enum TransportError: Error, Hashable, Sendable {
  /// The URL or a header cannot be sent: the text says what is wrong with it, never its value.
  case badURL(String)
  /// Plain http to another machine, which would send the key in the clear.
  case forbiddenPlainHTTP(host: String)
  /// No way to the host: its name is unknown, the network is down, the socket is missing.
  case unreachable(String)
  /// The host is there, and nobody listens.
  case refused
  case timedOut(TimeoutPhase)
  /// No secure connection: a certificate that is not trusted, an unknown authority file.
  case tls(String)
  /// The answer was longer than the limit, which is in bytes.
  case tooLarge(limit: Int)
  case cancelled(requestWasSent: Bool)
  /// The connection ended, or spoke something that is not HTTP, before the answer was whole.
  case connectionLost(requestWasSent: Bool)

  /// Whether the service may have performed what was asked; true when in doubt.
  package var mayHaveReachedService: Bool {
    switch self {
    case .badURL, .forbiddenPlainHTTP, .unreachable, .refused, .tls, .timedOut(.connecting): false
    case .tooLarge, .timedOut(.answering): true
    case .cancelled(let sent), .connectionLost(let sent): sent
    }
  }
}

/// What was being waited for when the time was up.
package enum TimeoutPhase: Hashable, Sendable {
  case connecting
  /// The request may have gone out.
  case answering
}
