internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import Synchronization

/// The door between Hummingbird and the routes: reads bodies within their bounds, counts and logs requests, and lets
/// hazards cut connections.
struct ServiceResponder: HTTPResponder {
  typealias Context = ServiceContext

  let routes: Routes
  let traffic: Traffic

  @Sendable func respond(to request: Request, context: ServiceContext) async throws -> Response {
    traffic.begin()
    defer { traffic.end() }
    let started = ContinuousClock.now
    let limits = routes.configuration.limits
    let answer = try await routes.answer(
      ServiceRequest(head: request.head, peer: context.peer) {
        try await BoundedBody(limits: limits).bytes(of: request.body)
      })
    log(request, answer, context, took: started.duration(to: .now))
    return try await response(answer, to: request.method, context)
  }

  private func response(
    _ answer: ServiceAnswer, to method: HTTPRequest.Method, _ context: ServiceContext
  ) async throws -> Response {
    switch answer.fate {
    case .dropped:
      await context.hangUp()
      throw HungUp()
    case .cut:
      let half = ByteBuffer(bytes: answer.body.prefix(answer.body.count / 2))
      return Response(status: answer.status, headers: answer.headers, body: cut(half, of: answer.body.count))
    case .sent:
      var headers = answer.headers
      if traffic.isEnding { headers[.connection] = "close" }
      if headers[.connection] == "close", method != .head {
        return Response(status: answer.status, headers: headers, body: last(ByteBuffer(bytes: answer.body)))
      }
      let whole = Response(status: answer.status, headers: headers, body: body(answer))
      return method == .head ? whole.createHeadResponse() : whole
    }
  }

  private func body(_ answer: ServiceAnswer) -> ResponseBody {
    answer.status == .noContent ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
  }

  private func cut(_ half: ByteBuffer, of whole: Int) -> ResponseBody {
    ResponseBody(contentLength: whole) { writer in
      try await writer.write(half)
      throw HungUp()
    }
  }

  /// The connection's last answer: whatever the caller still sends is not read.
  private func last(_ buffer: ByteBuffer) -> ResponseBody {
    ResponseBody(contentLength: buffer.readableBytes) { writer in
      try await writer.write(buffer)
      try await writer.finish(nil)
      throw HungUp()
    }
  }

  // The query stays out of the log, and so do headers and bodies: they hold keys and people's data.
  private func log(_ request: Request, _ answer: ServiceAnswer, _ context: ServiceContext, took: Duration) {
    context.logger.info(
      "\(request.method.rawValue) \(request.uri.path) \(answer.status.code)",
      metadata: [
        "request": "\(context.id)", "bytes": "\(answer.body.count)",
        "milliseconds": "\(took.components.seconds * 1000 + took.components.attoseconds / 1_000_000_000_000_000)",
      ])
  }
}

/// The connection was closed on purpose.
struct HungUp: Error {}

/// What is known about a request's connection.
struct ServiceContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let peer: String?
  let hangUp: @Sendable () async -> Void

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    let channel = source.channel
    peer = channel.remoteAddress?.ipAddress
    // A channel that cannot be closed is closed already.
    hangUp = { try? await channel.close() }
  }

  /// Of a request from within the program.
  init(logger: Logger) {
    coreContext = CoreRequestContextStorage(source: InProcessSource(logger: logger))
    peer = nil
    hangUp = {}
  }

  private struct InProcessSource: RequestContextSource {
    var logger: Logger
  }
}

/// Counts the requests in progress, so that a service that stops can wait for them.
final class Traffic: Sendable {
  private let count = Atomic<Int>(0)
  private let ending = Atomic<Bool>(false)

  func begin() { count.add(1, ordering: .relaxed) }
  func end() { count.subtract(1, ordering: .relaxed) }
  func startEnding() { ending.store(true, ordering: .relaxed) }

  var isIdle: Bool { count.load(ordering: .relaxed) == 0 }
  var isEnding: Bool { ending.load(ordering: .relaxed) }
}
