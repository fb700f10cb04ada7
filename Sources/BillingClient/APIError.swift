package import BillingAPI

/// Why a call brought nothing; the service's own words are kept, cleaned of control characters.
///
/// An empty message means that the service gave none.
package enum APIError: Error, Hashable, Sendable {
  /// No answer came.
  case transport(TransportError)
  /// 401: the key is wrong, expired, or not allowed from here.
  case unauthorized(message: String)
  /// 403; the scope where the service names one.
  case forbidden(message: String, scope: Scope?)
  /// 404.
  case notFound(message: String)
  /// 422.
  case validation(Problem)
  /// 409: the idempotency key stands for another body, or its first request is still under way.
  case conflict(message: String)
  /// 429; how long the service asks to wait, if it says.
  case tooManyRequests(message: String, retryAfter: Duration?)
  /// Any other status from 400 to 499.
  case rejected(status: Int, message: String)
  /// 500 and above.
  case server(status: Int, message: String)
  /// An answer that is not what the API answers: a page of HTML, half a JSON text. The summary is short and clean.
  case unreadable(summary: String)
  /// 3xx, which is never followed: an address that moved, a login page.
  case redirected(to: String)
  /// Nothing was sent: this client only reads.
  case readOnly
  /// Nothing was sent: the key lacks this scope.
  case missingScope(Scope)

  /// Whether a write that ended so may have been performed all the same.
  package var outcome: WriteOutcome {
    switch self {
    case .transport(let error): error.mayHaveReachedService ? .unknown : .notPerformed
    case .conflict, .server, .unreadable, .redirected: .unknown
    case .rejected(let status, _): status == 408 || status == 425 || status == 499 ? .unknown : .notPerformed
    case .unauthorized, .forbidden, .notFound, .validation, .tooManyRequests, .readOnly, .missingScope: .notPerformed
    }
  }
}

/// What is known about a write that failed.
package enum WriteOutcome: Hashable, Sendable {
  case notPerformed
  /// It must be looked up, or sent again under the same idempotency key.
  case unknown
}
