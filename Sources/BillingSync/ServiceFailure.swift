import BillingAPI
import Store

/// Why the service, or the store beside it, did not do what was asked. The service's own words are kept.
package enum ServiceFailure: Error, Hashable, Sendable {
  case transport(TransportError)
  /// 401: the key is not accepted.
  case unauthorized(String)
  /// 403; the scope where the service named it.
  case forbidden(String, scope: Scope?)
  /// 404.
  case notFound(String)
  /// 422: fields are not accepted.
  case refused(Problem)
  /// 409.
  case conflict(String)
  /// 429; how many seconds the service asks to wait.
  case tooManyRequests(String, retryAfter: Int64?)
  /// Any other status from 400 to 499.
  case rejected(status: Int, message: String)
  /// 5xx.
  case server(status: Int, message: String)
  /// The answer could not be read: HTML, half a page.
  case unreadable(String)
  case redirected(to: String)
  /// The program only reads: nothing was sent.
  case readOnly
  /// The key may not do this: nothing was sent.
  case missingScope(Scope)
  /// The state store failed: nothing was sent.
  case store(StoreError)
  /// The payment is more than what its invoice still needs, in cents: nothing was sent.
  case aboveBalance(Int64)
  /// This intent ended before; a new save takes a new `IntentID`.
  case alreadySettled
  /// It may have been performed, and these records could each be the one that it made.
  case ambiguous([Int64])
  /// Another program on the same books has it in hand: nothing was sent from here.
  case heldElsewhere
  /// Its run stopped, or did not reach it in time: nothing was sent.
  case calledOff
  /// Nothing of it ever reached the service, so there is nothing to look for.
  case neverSent
  /// No record of the service is what was sent.
  case notFoundThere
  /// It was sent more than 23 hours ago and is not to be found; sending it again is for a person to decide.
  case keyExpired
}
