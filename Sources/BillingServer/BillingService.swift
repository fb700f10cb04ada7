internal import HummingbirdCore
package import HTTPTypes
internal import Hummingbird
internal import Logging
import Glibc
internal import Synchronization

/// The embedded service: the documented API over one company's books, on a TCP port or a Unix socket.
///
/// Runs on threads of its own. The same service can be asked directly, without a connection.
package final class BillingService: Sendable {
  package let books: Books
  package let configuration: ServiceConfiguration
  /// What the service is to do wrong; for tests and demos.
  package let hazards = HazardSwitches()
  private let run = Mutex<Run?>(nil)

  /// A service that listens.
  private struct Run {
    let task: Task<Void, Never>
    let traffic: Traffic
    let listener: Listener
    let socketPath: String?
  }

  package init(books: Books, configuration: ServiceConfiguration = ServiceConfiguration()) {
    self.books = books
    self.configuration = configuration
  }

  /// Begins to listen; returns when connections are taken.
  @discardableResult
  package func start(on address: ListeningAddress) async throws(ServiceError) -> RunningAddress {
    guard run.withLock({ $0 == nil }) else { throw .alreadyRunning }
    try SocketPath.check(address)
    let traffic = Traffic()
    let (listeners, announce) = AsyncThrowingStream<Listener, any Error>.makeStream()
    let server = server(on: address, traffic) { announce.yield($0) }
    let task = Task {
      do { try await server.run() } catch { announce.finish(throwing: error) }
      announce.finish()
    }
    let listener = try await Self.first(of: listeners)
    SocketPath.protect(address)
    run.withLock {
      $0 = Run(
        task: task, traffic: traffic, listener: listener, socketPath: SocketPath.path(of: address))
    }
    return address.running(port: listener.port)
  }

  /// Stops within a second: no new connections, then the end of the requests in progress, then of all connections.
  package func stop() async {
    guard let run = run.withLock({ $0.take() }) else { return }
    run.traffic.startEnding()
    // NIO ends the whole program over a connection that is accepted while its listener closes: so none is accepted any
    // more first, and the listener closes when those that were have been handed over.
    run.listener.pause()
    await quiet(run.traffic)
    run.listener.close()
    run.task.cancel()
    await run.task.value
    if let path = run.socketPath { unlink(path) }
  }

  /// Waits until no request is in progress and the last answer had time to leave.
  private func quiet(_ traffic: Traffic) async {
    let clock = ContinuousClock()
    let end = clock.now + configuration.limits.stopTime
    var quietTicks = 0
    while clock.now < end, quietTicks < 2 {
      // Only a cancelled caller ends the wait early, and then there is nobody to wait for.
      guard (try? await clock.sleep(for: .milliseconds(10))) != nil else { return }
      quietTicks = traffic.isIdle ? quietTicks + 1 : 0
    }
  }

  private static func first(of listeners: AsyncThrowingStream<Listener, any Error>) async throws(ServiceError)
    -> Listener
  {
    do {
      for try await listener in listeners { return listener }
    } catch {
      throw ServiceError(error)
    }
    throw .cannotListen("the server ended at once")
  }
}

extension BillingService {
  /// Answers a request from within the program, through the same responder as one from outside; nil where a hazard
  /// would have closed the connection.
  package func respond(to head: HTTPRequest, body: [UInt8] = []) async -> (HTTPResponse, body: [UInt8])? {
    let responder = ServiceResponder(routes: routes(hostCheck: nil), traffic: Traffic())
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
    do {
      let response = try await responder.respond(to: request, context: ServiceContext(logger: configuration.logger))
      let collected = CollectedBody()
      // A body that was cut is handed over as far as it came.
      try? await response.body.write(CollectedBody.Writer(body: collected))
      return (response.head, collected.bytes)
    } catch {
      return nil
    }
  }

  private func routes(hostCheck: HostCheck?) -> Routes {
    Routes(books: books, configuration: configuration, switches: hazards, hostCheck: hostCheck)
  }

  // Hummingbird's `Application` would do the same, but wakes the program every second for the date of its answers.
  private func server(
    on address: ListeningAddress, _ traffic: Traffic, onRunning: @escaping @Sendable (Listener) -> Void
  ) -> Server<HTTP1Channel> {
    Server(
      childChannelSetup: HTTP1Channel(responder: answer(address, traffic), configuration: channelConfiguration),
      configuration: ServerConfiguration(
        address: address.bindAddress, backlog: 1_024,
        availableConnectionsDelegate: MaximumAvailableConnections(
          configuration.limits.connections, logger: configuration.logger)),
      onServerRunning: { channel in
        onRunning(
          Listener(
            port: channel.localAddress?.port, pause: { _ = channel.setOption(.autoRead, value: false) },
            close: { channel.close(promise: nil) }))
      },
      eventLoopGroup: EventLoopGroupProvider.singleton.eventLoopGroup, logger: configuration.logger)
  }

  private var channelConfiguration: HTTP1Channel.Configuration {
    let limits = configuration.limits
    return HTTP1Channel.Configuration(
      idleTimeout: .nanoseconds(limits.idleTime.wholeNanoseconds),
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: limits.headerSize, maxHeaderListSize: limits.headerSize,
        maxHeaderFieldCount: limits.headerCount))
  }

  /// Answers one request after the other of a connection; an error ends the connection.
  private func answer(_ address: ListeningAddress, _ traffic: Traffic) -> HTTPChannelHandler.Responder {
    let responder = ServiceResponder(routes: routes(hostCheck: address.hostCheck), traffic: traffic)
    let logger = configuration.logger
    let date = DateField()
    return { request, writer, channel in
      var logger = logger
      logger[metadataKey: "hb.request.id"] = .stringConvertible(RequestID())
      let context = ServiceContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
      var response = try await responder.respond(to: request, context: context)
      response.headers[.date] = date.text
      do {
        try await writer.write(response: response.head, body: response.body)
      } catch {
        // Half an answer is out: an error of the parser, thrown on, would have a second one sent behind it.
        throw HungUp()
      }
    }
  }
}

/// A socket that takes connections.
private struct Listener: Sendable {
  let port: Int?
  /// Leaves who comes from now on waiting with the system.
  let pause: @Sendable () -> Void
  let close: @Sendable () -> Void
}

extension ListeningAddress {
  fileprivate var bindAddress: BindAddress {
    switch self {
    case .loopback(let host, let port): .hostname(host, port: port)
    case .unixSocket(let path): .unixDomainSocket(path: path)
    }
  }

  fileprivate var hostCheck: HostCheck? {
    switch self {
    case .loopback(let host, _): HostCheck(listeningHost: host)
    case .unixSocket: nil
    }
  }

  fileprivate func running(port taken: Int?) -> RunningAddress {
    switch self {
    case .loopback(let host, let asked):
      let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
      return RunningAddress(baseURL: "http://\(name):\(taken ?? asked)/api/v1", port: taken ?? asked)
    case .unixSocket(let path): return RunningAddress(baseURL: "unix:\(path)", port: nil)
    }
  }
}

extension Duration {
  fileprivate var wholeNanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }
}
