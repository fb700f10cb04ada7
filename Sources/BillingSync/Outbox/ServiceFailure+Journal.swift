import BillingAPI
import Store

/// How failures are kept in the journal, so that a later run and other programs can tell them.
extension ServiceFailure {
  /// The status that the service answered; nil where no answer came.
  var status: Int? {
    switch self {
    case .unauthorized: 401
    case .forbidden: 403
    case .notFound: 404
    case .conflict: 409
    case .refused: 422
    case .tooManyRequests: 429
    case .rejected(let status, _), .server(let status, _): status
    default: nil
    }
  }

  /// The service's words as JSON, or why there are none.
  var journaledWords: String {
    String(decoding: words.encoded(), as: UTF8.self)
  }

  private var words: JSONValue {
    switch self {
    case .refused(let problem): problem.json
    case .unauthorized(let message), .forbidden(let message, _), .notFound(let message), .conflict(let message),
      .tooManyRequests(let message, _), .rejected(_, let message), .server(_, let message):
      ["message": .string(message)]
    case .unreadable(let summary): ["reason": "unreadable", "words": .string(summary)]
    case .redirected(let place): ["reason": "redirected", "words": .string(place)]
    case .transport(let error): ["reason": .string(error.reason), "words": .string(error.words)]
    default: ["reason": "not_sent"]
    }
  }

  /// Nil for a failure that a later version wrote, and for answers without words.
  init?(journaled failure: JournaledFailure) {
    // Words that are no JSON are of an older journal: then the status alone is told.
    let words = failure.body.flatMap { try? JSONValue(parsing: $0) }
    if let status = failure.status {
      self.init(status: status, words)
    } else {
      self.init(reason: words?["reason"]?.string ?? "", words?["words"]?.string ?? "", failure.step)
    }
  }

  private init(status: Int, _ words: JSONValue?) {
    let message = words?["message"]?.string ?? ""
    switch status {
    case 401: self = .unauthorized(message)
    case 403: self = .forbidden(message, scope: nil)
    case 404, 410: self = .notFound(message)
    case 409: self = .conflict(message)
    case 422: self = .refused(words.flatMap(Problem.init(json:)) ?? Problem(message: message))
    case 429: self = .tooManyRequests(message, retryAfter: nil)
    case 500...: self = .server(status: status, message: message)
    default: self = .rejected(status: status, message: message)
    }
  }

  private init?(reason: String, _ words: String, _ step: JournalEntry.Step) {
    switch reason {
    case "unreadable": self = .unreadable(words)
    case "redirected": self = .redirected(to: words)
    default:
      guard let error = TransportError(reason: reason, words, wasSent: step == .noAnswer) else { return nil }
      self = .transport(error)
    }
  }
}

extension TransportError {
  fileprivate var reason: String {
    switch self {
    case .badURL: "bad_url"
    case .forbiddenPlainHTTP: "plain_http"
    case .unreachable: "unreachable"
    case .refused: "refused"
    case .timedOut(.connecting): "timed_out_connecting"
    case .timedOut(.answering): "timed_out_answering"
    case .tls: "tls"
    case .tooLarge: "too_large"
    case .cancelled: "cancelled"
    case .connectionLost: "connection_lost"
    }
  }

  fileprivate var words: String {
    switch self {
    case .badURL(let words), .unreachable(let words), .tls(let words): words
    case .forbiddenPlainHTTP(let host): host
    case .tooLarge(let limit): String(limit)
    default: ""
    }
  }

  fileprivate init?(reason: String, _ words: String, wasSent: Bool) {
    switch reason {
    case "bad_url": self = .badURL(words)
    case "plain_http": self = .forbiddenPlainHTTP(host: words)
    case "unreachable": self = .unreachable(words)
    case "refused": self = .refused
    case "timed_out_connecting": self = .timedOut(.connecting)
    case "timed_out_answering": self = .timedOut(.answering)
    case "tls": self = .tls(words)
    case "too_large": self = .tooLarge(limit: Int(words) ?? 0)
    case "cancelled": self = .cancelled(requestWasSent: wasSent)
    case "connection_lost": self = .connectionLost(requestWasSent: wasSent)
    default: return nil
    }
  }
}
