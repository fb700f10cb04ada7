import BillingAPI
import BillingClient

extension ServiceFailure {
  package init(_ error: APIError) {
    self =
      switch error {
      case .transport(let error): .transport(error)
      case .unauthorized(let message): .unauthorized(message)
      case .forbidden(let message, let scope): .forbidden(message, scope: scope)
      case .notFound(let message): .notFound(message)
      case .validation(let problem): .refused(problem)
      case .conflict(let message): .conflict(message)
      case .tooManyRequests(let message, let wait): .tooManyRequests(message, retryAfter: wait?.components.seconds)
      case .rejected(let status, let message): .rejected(status: status, message: message)
      case .server(let status, let message): .server(status: status, message: message)
      case .unreadable(let summary): .unreadable(summary)
      case .redirected(let place): .redirected(to: place)
      case .readOnly: .readOnly
      case .missingScope(let scope): .missingScope(scope)
      }
  }

  /// Whether waiting may help: the service was not reached, or had a bad moment.
  var isPassing: Bool {
    switch self {
    case .transport(let error): error.isPassing
    case .tooManyRequests, .server, .unreadable, .redirected, .conflict: true
    case .rejected(let status, _): [408, 425, 499].contains(status)
    case .unauthorized, .forbidden, .notFound, .refused, .readOnly, .missingScope, .store: false
    case .aboveBalance, .alreadySettled, .ambiguous, .keyExpired, .heldElsewhere, .calledOff, .neverSent: false
    case .notFoundThere: false
    }
  }

  /// Whether it says something about this program or its key and nothing about the write, which then stays as it is.
  var isOurs: Bool {
    switch self {
    case .unauthorized, .store, .readOnly, .missingScope, .heldElsewhere, .calledOff, .transport(.cancelled): true
    default: false
    }
  }

  var isCancellation: Bool {
    if case .transport(.cancelled) = self { true } else { false }
  }

  /// Whether a request that ended so says that the service cannot be worked with just now.
  var meansOff: Bool {
    switch self {
    case .unauthorized: true
    case .conflict, .transport(.cancelled): false
    case .transport: true
    default: isPassing
    }
  }

  /// Whether a write that ended so may have been performed.
  var mayBePerformed: Bool {
    switch self {
    case .transport(let error): error.mayHaveReachedService
    case .conflict, .server, .unreadable, .redirected: true
    case .rejected(let status, _): [408, 425, 499].contains(status)
    default: false
    }
  }
}

extension TransportError {
  /// Whether the same request may succeed a little later.
  fileprivate var isPassing: Bool {
    switch self {
    case .unreachable, .refused, .timedOut, .connectionLost: true
    case .badURL, .forbiddenPlainHTTP, .tls, .tooLarge, .cancelled: false
    }
  }
}
