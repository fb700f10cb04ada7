internal import BillingAPI
internal import FoundationEssentials
internal import HTTPTypes

extension AnswerReading {
  /// What a status outside 200 to 299 says; nil for one within.
  static func error(of response: TransportResponse, now: Date) -> APIError? {
    switch response.status {
    case 200..<300: nil
    case 300..<400: .redirected(to: AnswerSummary.clean(response.headers[.location] ?? ""))
    case 400..<500: clientError(of: response, now: now)
    case 500..<600: .server(status: response.status, message: message(of: response))
    default: .unreadable(summary: AnswerSummary.of(response))
    }
  }

  /// How long the service asks to be left alone; nil where it does not.
  static func rest(askedBy response: TransportResponse, now: Date) -> Duration? {
    guard response.status == 429 || response.status == 503 else { return nil }
    return RetryAfter.delay(response.headers[.retryAfter], now: now)
  }

  private static func clientError(of response: TransportResponse, now: Date) -> APIError {
    let message = message(of: response)
    return switch response.status {
    case 401: .unauthorized(message: message)
    case 403: .forbidden(message: message, scope: Scope(namedIn: message))
    // A proxy that finds nobody behind it says 404 too; what the service itself does not have, it says in JSON.
    case 404, 410:
      AnswerSummary.isHTML(response)
        ? .rejected(status: response.status, message: message) : .notFound(message: message)
    case 409: .conflict(message: message)
    case 422: .validation(problem(of: response) ?? Problem(message: message))
    case 429:
      .tooManyRequests(message: message, retryAfter: RetryAfter.delay(response.headers[.retryAfter], now: now))
    default: .rejected(status: response.status, message: message)
    }
  }

  /// The service's sentence where the body is one of its own; else what can be told of a foreign page.
  private static func message(of response: TransportResponse) -> String {
    problem(of: response)?.message ?? AnswerSummary.of(response)
  }

  private static func problem(of response: TransportResponse) -> Problem? {
    // A body that is not JSON is a foreign page.
    guard let json = try? JSONValue(parsing: response.body) else { return nil }
    return Problem(json: json)
  }
}

extension Scope {
  /// The scope in the sentence of a 403: `… the required scope(s): invoices:write`.
  init?(namedIn message: String) {
    let words = message.split { $0 == " " || $0 == "," || $0 == "." || $0 == "\"" || $0 == "'" }
    guard let word = words.first(where: { $0.hasSuffix(":read") || $0.hasSuffix(":write") }) else { return nil }
    self.init(rawValue: String(word))
  }
}
