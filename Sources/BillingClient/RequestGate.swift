internal import BillingAPI

/// How eagerly a request is waited for.
package enum RequestUrgency: Hashable, Sendable {
  /// Somebody waits for the answer.
  case foreground
  /// It had its turn given by the gate already.
  case background
}

/// Stands before every request that leaves: it counts them, and keeps the door shut while the service asks for rest.
package protocol RequestGate: Sendable {
  /// Counts a request; answers why it must not leave now, or nil.
  func refusal(of urgency: RequestUrgency) async -> APIError?
  /// The service asked to be left alone for so long: `Retry-After` with 429 or 503 (RFC 9110, section 10.2.3).
  func rest(for time: Duration) async
}
