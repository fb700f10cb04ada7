internal import BillingAPI
internal import HTTPTypes

/// The body of a create or update: JSON, an object, in UTF-8.
enum JSONBody {
  static func read(_ bytes: [UInt8], headers: HTTPFields) throws(Refusal) -> JSONObject {
    try requireJSON(headers)
    guard !bytes.isEmpty else { throw .malformed("The request has no body.") }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .malformed("The body is not UTF-8.") }
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw .malformed("The body is not JSON: \(error.explanation).")
    }
    guard case .object(let object) = value else { throw .malformed("The body is not a JSON object.") }
    return object
  }

  private static func requireJSON(_ headers: HTTPFields) throws(Refusal) {
    let type = headers[.contentType]?.split(separator: ";").first.map { $0.trimmed.lowercased() }
    guard type == "application/json" else { throw .unsupportedMediaType }
  }
}

extension JSONError {
  /// Why, for the one who sent it.
  fileprivate var explanation: String {
    switch self {
    case .truncated: "it ends too early"
    case .unexpectedByte(let place): "unexpected character at byte \(place)"
    case .tooDeep(let place): "nested too deeply at byte \(place)"
    case .trailingBytes(let place): "something follows at byte \(place)"
    case .empty: "it is empty"
    case .tooLong(let limit): "it is longer than \(limit) bytes"
    }
  }
}
