import BillingAPI
import BillingServer
import CurlTransport
import HTTPTypes
import Testing

/// How the requests of a test reach the service.
enum Door {
  case inProcess
  /// A TCP port of this machine, through libcurl.
  case loopback

  @TaskLocal static var current = Door.inProcess
}

/// Runs every case of a suite by both doors, one after the other: what is expected of the service holds by either.
struct BothDoors: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await function()
    try await Door.$current.withValue(.loopback, operation: function)
  }
}

extension Trait where Self == BothDoors {
  static var bothDoors: Self { BothDoors() }
}

/// Has a service listen as soon as somebody sends, and stops it when nobody can any more.
final actor LoopbackDoor {
  private let service: BillingService
  private let transport = CurlTransport()
  private var start: Task<RunningAddress, any Error>?

  init(_ service: BillingService) { self.service = service }

  deinit {
    guard start != nil else { return }
    Task { [service] in await service.stop() }
  }

  /// Nil where the connection was lost.
  func send(_ request: HTTPRequest, _ body: [UInt8]) async throws -> Reply? {
    var request = request
    request.authority = "127.0.0.1:\(try #require(try await address().port))"
    do throws(TransportError) {
      let response = try await transport.send(
        request, body: body.isEmpty ? nil : body, options: TransportOptions(allowsPlainHTTP: true))
      return Reply(status: response.status, headers: response.headers, bytes: response.body)
    } catch .connectionLost {
      return nil
    }
  }

  private func address() async throws -> RunningAddress {
    if start == nil { start = Task { [service] in try await service.start(on: .loopback(port: 0)) } }
    return try await #require(start).value
  }
}
