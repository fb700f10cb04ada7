import BillingAPI
import HTTPTypes
import Synchronization

/// A transport that writes down what it is given and answers from a list.
final class ScriptedTransport: HTTPTransport {
  struct Sent: Sendable {
    let request: HTTPRequest
    let body: [UInt8]?
    let options: TransportOptions
  }

  typealias Outcome = Result<TransportResponse, TransportError>

  private let state: Mutex<(sent: [Sent], outcomes: [Outcome])>

  /// The last outcome is given again and again.
  init(_ outcomes: Outcome...) { state = Mutex((sent: [], outcomes: outcomes)) }

  var sent: [Sent] { state.withLock { $0.sent } }

  func send(
    _ request: HTTPRequest, body: [UInt8]?, options: TransportOptions
  ) async throws(TransportError) -> TransportResponse {
    let outcome = state.withLock { state -> Outcome in
      state.sent.append(Sent(request: request, body: body, options: options))
      return state.outcomes.count > 1 ? state.outcomes.removeFirst() : state.outcomes[0]
    }
    return try outcome.get()
  }
}

extension Result<TransportResponse, TransportError> {
  static func answer(_ status: Int, _ body: String = "", _ headers: HTTPFields = [:]) -> Self {
    .success(TransportResponse(status: status, headers: headers, body: Array(body.utf8)))
  }
}
