internal import BillingAPI
internal import HTTPTypes

/// What the service says to one request.
struct ServiceAnswer: Hashable, Sendable {
  var status: HTTPResponse.Status
  var headers: HTTPFields
  /// JSON, except where a hazard makes it something else.
  var body: [UInt8]
  /// What a hazard does to the answer on its way out.
  var fate: Fate = .sent

  enum Fate: Hashable, Sendable {
    case sent
    /// The connection closes before a byte of it.
    case dropped
    /// The connection closes in the middle of the body.
    case cut
  }

  init(_ status: HTTPResponse.Status, bytes: [UInt8]) {
    self.status = status
    headers = [.contentType: "application/json", .cacheControl: "no-store"]
    body = bytes
  }

  init(_ status: HTTPResponse.Status, _ json: JSONValue) { self.init(status, bytes: json.encoded()) }

  /// The answer to a deletion.
  static let noContent: ServiceAnswer = {
    var answer = ServiceAnswer(.noContent, bytes: [])
    answer.headers[.contentType] = nil
    return answer
  }()
}
