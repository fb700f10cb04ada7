import BillingAPI
import HTTPTypes
import Synchronization

/// Counts what leaves the program, in front of the real transport.
final class WireTap: HTTPTransport {
  private let transport: any HTTPTransport
  private let log = Mutex<[HTTPRequest]>([])

  init(_ transport: any HTTPTransport) { self.transport = transport }

  func send(_ request: HTTPRequest, body: [UInt8]?, options: TransportOptions) async throws(TransportError)
    -> TransportResponse
  {
    log.withLock { $0.append(request) }
    return try await transport.send(request, body: body, options: options)
  }

  /// Requests that could change something.
  var writes: [HTTPRequest] { log.withLock { $0.filter { $0.method != .get && $0.method != .head } } }
  var reads: Int { log.withLock { $0.count { $0.method == .get } } }
  /// The keys under which writes were sent, each once.
  var idempotencyKeys: Set<String> {
    let name = HTTPField.Name("Idempotency-Key")
    return Set(writes.compactMap { request in name.flatMap { request.headerFields[$0] } })
  }
}
