/// What the service says is wrong, in its own words: a sentence, an error word, and sentences per field.
package struct Problem: Error, Hashable, Sendable {
  package var message: String
  /// A word such as `unauthorized`; on a 422 there is usually none.
  package var error: String?
  /// Sentences per field; keys are dotted (`items.1.quantity`).
  package var errors: [String: [String]]

  package init(message: String, error: String? = nil, errors: [String: [String]] = [:]) {
    self.message = message
    self.error = error
    self.errors = errors
  }

  /// The body as the API documentation shows it ("Error Handling").
  package var json: JSONValue {
    var object = JSONObject()
    if let error { object["error"] = .string(error) }
    object["message"] = .string(message)
    if !errors.isEmpty { object["errors"] = Self.encode(errors) }
    return .object(object)
  }

  private static func encode(_ errors: [String: [String]]) -> JSONValue {
    .object(JSONObject(errors.sorted { $0.key < $1.key }.map { ($0.key, .array($0.value.map(JSONValue.string))) }))
  }
}

extension Problem {
  /// The documented body of 422.
  package static func invalid(_ errors: [String: [String]]) -> Problem {
    Problem(message: "The given data was invalid.", errors: errors)
  }

  /// The documented body of 401.
  package static let unauthorized = Problem(message: "Invalid API key.", error: "unauthorized")

  /// The documented body of 403.
  package static func forbidden(missing scope: Scope) -> Problem {
    Problem(message: "Your API key does not have the required scope(s): \(scope)", error: "forbidden")
  }

  package static let badRequest = Problem(message: "The request could not be understood.", error: "bad_request")
  package static let notFound = Problem(message: "Not found.", error: "not_found")
  package static let methodNotAllowed = Problem(message: "Method not allowed.", error: "method_not_allowed")
  package static let conflict = Problem(
    message: "This Idempotency-Key was used with another body.", error: "conflict")
  package static let tooLarge = Problem(message: "The request is too large.", error: "payload_too_large")
  package static let unsupportedMediaType = Problem(
    message: "Send application/json.", error: "unsupported_media_type")
  package static let tooManyRequests = Problem(message: "Too Many Attempts.", error: "too_many_requests")
  package static let serverError = Problem(message: "Server Error", error: "server_error")
}
