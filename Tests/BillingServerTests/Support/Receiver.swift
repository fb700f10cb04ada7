import BillingAPI
import BillingServer
import HTTPTypes
import Synchronization

/// A receiver that takes down what it is sent and answers what it is told to.
final class Receiver: HTTPTransport {
  struct Delivery: Sendable {
    let authority: String
    /// Where the connection was to be made.
    let address: String?
    let headers: HTTPFields
    let body: [UInt8]
    var event: String { headers[.webhookEvent] ?? "" }
  }

  private let state = Mutex<(status: Int, taken: [Delivery])>((200, []))
  private let refused: Set<String>

  /// - Parameter refusing: addresses at which nobody takes the connection.
  init(refusing: Set<String> = []) { refused = refusing }

  var taken: [Delivery] { state.withLock { $0.taken } }
  func answer(_ status: Int) { state.withLock { $0.status = status } }

  func send(_ request: HTTPRequest, body: [UInt8]?, options: TransportOptions) async throws(TransportError)
    -> TransportResponse
  {
    if let address = options.address, refused.contains(address) { throw .refused }
    return state.withLock { state in
      state.taken.append(
        Delivery(
          authority: request.authority ?? "", address: options.address, headers: request.headerFields,
          body: body ?? []))
      return TransportResponse(status: state.status)
    }
  }
}

/// A receiver that takes the connection and then says nothing until it is told to.
final class SilentReceiver: HTTPTransport {
  /// One element for each request that has come, with the authority that it was for.
  let arrivals: AsyncStream<String>
  private let announce: AsyncStream<String>.Continuation
  private let waiting = Mutex<[CheckedContinuation<Void, Never>]?>([])
  /// Authorities that are answered at once.
  private let prompt: Set<String>

  init(prompt: Set<String> = []) {
    self.prompt = prompt
    (arrivals, announce) = AsyncStream<String>.makeStream()
  }

  func send(_ request: HTTPRequest, body: [UInt8]?, options: TransportOptions) async throws(TransportError)
    -> TransportResponse
  {
    let authority = request.authority ?? ""
    announce.yield(authority)
    if !prompt.contains(authority) {
      await withCheckedContinuation { continuation in
        let isReleased = waiting.withLock { $0?.append(continuation) == nil }
        if isReleased { continuation.resume() }
      }
    }
    return TransportResponse(status: 200)
  }

  /// Has everybody answered, now and from now on.
  func release() {
    for continuation in waiting.withLock({ $0.take() }) ?? [] { continuation.resume() }
  }
}
