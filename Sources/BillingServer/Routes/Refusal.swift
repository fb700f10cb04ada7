internal import BillingAPI
internal import HTTPTypes

/// A request that is not performed, and the documented answer that says why.
enum Refusal: Error, Hashable {
  case malformed(String)
  case unauthorized
  case missingScope(Scope)
  /// A request that a web page may have made its reader's browser send.
  case foreignHost
  case notFound
  case methodNotAllowed(allowed: String)
  case conflict
  case tooLarge
  case unsupportedMediaType
  case timedOut
  case invalid([String: [String]])
  /// The books are busy or full for the moment.
  case unavailable
  /// A fault of the service's own.
  case failed

  var answer: ServiceAnswer {
    var answer = ServiceAnswer(status, problem.json)
    if case .methodNotAllowed(let allowed) = self { answer.headers[.allow] = allowed }
    if case .unauthorized = self { answer.headers[.wwwAuthenticate] = "Bearer" }
    if case .tooLarge = self { answer.headers[.connection] = "close" }
    if case .timedOut = self { answer.headers[.connection] = "close" }
    return answer
  }

  private var status: HTTPResponse.Status {
    switch self {
    case .malformed: .badRequest
    case .unauthorized: .unauthorized
    case .missingScope, .foreignHost: .forbidden
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .conflict: .conflict
    case .tooLarge: .contentTooLarge
    case .unsupportedMediaType: .unsupportedMediaType
    case .timedOut: .requestTimeout
    case .invalid: .unprocessableContent
    case .unavailable: .serviceUnavailable
    case .failed: .internalServerError
    }
  }

  private var problem: Problem {
    switch self {
    case .malformed(let reason): Problem(message: reason, error: "bad_request")
    case .unauthorized: .unauthorized
    case .missingScope(let scope): .forbidden(missing: scope)
    case .foreignHost: Problem(message: "This service answers to its own address only.", error: "forbidden")
    case .notFound: .notFound
    case .methodNotAllowed: .methodNotAllowed
    case .conflict: .conflict
    case .tooLarge: .tooLarge
    case .unsupportedMediaType: .unsupportedMediaType
    case .timedOut: Problem(message: "The request took too long to arrive.", error: "request_timeout")
    case .invalid(let errors): .invalid(errors)
    case .failed: .serverError
    case .unavailable: Problem(message: "The books cannot be written at the moment.", error: "unavailable")
    }
  }
}
