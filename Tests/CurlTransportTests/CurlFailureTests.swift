import BillingAPI
import CurlTransport
import Foundation
import Glibc
import HTTPTypes
import Testing

/// Everything that can go wrong between two sockets, and what is said about the request having been sent.
@Suite struct CurlFailureTests {
  let transport = Transports.fresh()

  func failure(_ request: HTTPRequest, _ options: TransportOptions = .init(), body: [UInt8]? = nil) async
    -> TransportError?
  {
    let transport = transport
    let result = await outcome { () async throws(TransportError) in
      try await transport.send(request, body: body, options: options)
    }
    guard case .failure(let error) = result else { return nil }
    return error
  }

  @Test func `a port where nobody listens refuses`() async throws {
    let listener = try Sockets.listenOnLoopback(backlog: 1)
    let port = Sockets.port(of: listener)
    close(listener)
    let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(port)", path: "/")
    #expect(await failure(request) == .refused)
  }

  @Test func `a socket that is not there is unreachable`() async throws {
    let address = try ServiceAddress(parsing: "unix:/tmp/no-such-\(UUID().uuidString).sock")
    let error = await failure(address.request(.get, "/health"), address.options)
    guard case .unreachable = error else { return #expect(error == .unreachable("")) }
  }

  @Test func `a name that is unknown is unreachable, and nothing was sent`() async {
    let request = HTTPRequest(method: .get, scheme: "https", authority: "nothing.invalid", path: "/")
    let error = await failure(request)
    guard case .unreachable = error else { return #expect(error == .unreachable("")) }
    #expect(error?.mayHaveReachedService == false)
  }

  @Test func `a service that never answers runs into the time-out, and may have acted`() async throws {
    let server = try SocketServer { _ in .silence }
    defer { server.stop() }
    let options = TransportOptions(totalTimeout: .seconds(1))
    #expect(await failure(request(server, .post), options, body: []) == .timedOut(.answering))
    #expect(server.requests.count == 1)
  }

  @Test func `a service that does not take the connection runs into the other time-out`() async throws {
    let listener = try Sockets.listenOnLoopback(backlog: 0)
    let port = Sockets.port(of: listener)
    let knocks = Sockets.knock(onPort: port, times: 8)
    defer { (knocks + [listener]).forEach { close($0) } }
    let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(port)", path: "/")
    let options = TransportOptions(connectTimeout: .milliseconds(200))
    #expect(await failure(request, options) == .timedOut(.connecting))
  }

  @Test(arguments: [
    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
    "HTTP/1.1 200 OK\r\nContent-Type", "garbage\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
  ])
  func `an answer that is cut off or is no HTTP leaves the outcome open`(_ answer: String) async throws {
    let server = try SocketServer { _ in .raw(answer) }
    defer { server.stop() }
    #expect(await failure(request(server)) == .connectionLost(requestWasSent: true))
  }

  @Test(arguments: [HTTPRequest.Method.post, .put, .delete])
  func `a write is never sent again by itself, not even when a kept connection dies`(
    _ method: HTTPRequest.Method
  ) async throws {
    let server = try SocketServer { $0.hasPrefix("GET") ? .text("200 OK") : .nothing }
    defer { server.stop() }
    _ = try await transport.send(request(server), body: nil, options: .init())
    #expect(await failure(request(server, method), body: [1]) == .connectionLost(requestWasSent: true))
    #expect(server.requests.filter { !$0.hasPrefix("GET") }.count == 1)
  }

  @Test func `an answer above the limit is cut off`() async throws {
    let server = try SocketServer { _ in .text("200 OK", String(repeating: "x", count: 5_000)) }
    defer { server.stop() }
    #expect(await failure(request(server), TransportOptions(responseLimit: 4_999)) == .tooLarge(limit: 4_999))
    #expect(await failure(request(server), TransportOptions(responseLimit: 5_000)) == nil)
  }

  @Test func `the limit counts what a small compressed answer grows to`() async throws {
    // 100,000 zeros, packed.
    let packed =
      [31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 237, 193, 49, 1, 0, 0, 0, 194, 160, 245, 79, 109, 13, 15, 160]
      + [UInt8](repeating: 0, count: 96) + [128, 87, 3, 125, 149, 17, 212, 160, 134, 1, 0]
    let server = try SocketServer { _ in
      let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n"
      return SocketServer.Reply(bytes: Array(head.utf8) + packed, after: .close)
    }
    defer { server.stop() }
    let response = try await transport.send(request(server), body: nil, options: .init())
    #expect(response.body == [UInt8](repeating: 0, count: 100_000))
    #expect(await failure(request(server), TransportOptions(responseLimit: 99_999)) == .tooLarge(limit: 99_999))
  }

  @Test func `headers without end are cut off`() async throws {
    let flood =
      "HTTP/1.1 200 OK\r\n" + String(repeating: "X-Flood: \(String(repeating: "y", count: 1_000))\r\n", count: 400)
    let server = try SocketServer { _ in .raw(flood) }
    defer { server.stop() }
    #expect(await failure(request(server))?.mayHaveReachedService == true)
  }

  @Test func `a cancelled task gives its request up, which may have arrived`() async throws {
    let server = try SocketServer { _ in .silence }
    defer { server.stop() }
    let transport = transport
    let task = Task {
      await outcome { () async throws(TransportError) in
        try await transport.send(request(server), body: nil, options: .init())
      }
    }
    for await _ in server.arrivals { break }
    task.cancel()
    #expect(await task.value == .failure(.cancelled(requestWasSent: true)))
  }

  @Test func `a task that was cancelled before sends nothing`() async throws {
    let server = try SocketServer { _ in .text("200 OK") }
    defer { server.stop() }
    let transport = transport
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await outcome { () async throws(TransportError) in
        try await transport.send(request(server), body: nil, options: .init())
      }
    }
    #expect(await task.value == .failure(.cancelled(requestWasSent: false)))
    #expect(server.requests.isEmpty)
  }

  @Test func `cancelling while others are under way costs them nothing`() async throws {
    let server = try SocketServer { $0.hasPrefix("GET /hang") ? .silence : .text("200 OK", "x") }
    defer { server.stop() }
    let transport = transport
    let tasks = (0..<3).map { _ in
      Task {
        await outcome { () async throws(TransportError) in
          try await transport.send(request(server, .get, "/hang"), body: nil, options: .init())
        }
      }
    }
    var arrived = 0
    for await _ in server.arrivals {
      arrived += 1
      if arrived == 3 { break }
    }
    #expect(try await transport.send(request(server), body: nil, options: .init()).text == "x")
    for task in tasks {
      task.cancel()
      #expect(await task.value == .failure(.cancelled(requestWasSent: true)))
    }
    #expect(try await transport.send(request(server), body: nil, options: .init()).text == "x")
  }

  @Test func `plain http to another machine is refused before anything is looked up`() async {
    let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1.evil.invalid", path: "/")
    #expect(await failure(request) == .forbiddenPlainHTTP(host: "127.0.0.1.evil.invalid"))
  }

  @Test(arguments: [
    ("https", "a.invalid", "/a\r\nX: y"), ("https", "a.invalid", "/a b"), ("https", "a.invalid", "/é"),
    ("https", "a.invalid", "a"), ("https", "a.invalid\r\nX: y", "/"), ("https", "user:secret@a.invalid", "/"),
    ("file", "a.invalid", "/etc/passwd"), ("ftp", "a.invalid", "/"), ("https", "", "/"), ("https", "a.invalid", "/#x"),
  ])
  func `what could be read as something else is not sent`(_ scheme: String, _ authority: String, _ path: String) async {
    let error = await failure(HTTPRequest(method: .get, scheme: scheme, authority: authority, path: path))
    guard case .badURL(let reason) = error else { return #expect(error == .badURL("")) }
    #expect(!reason.contains("secret"))
  }

  @Test func `a line end in a header cannot make another`() async throws {
    let server = try SocketServer { _ in .text("200 OK") }
    defer { server.stop() }
    let smuggled = HTTPField(name: .userAgent, lenientValue: Array("a\r\nX-Smuggled: y".utf8))
    _ = await failure(request(server, .get, "/", HTTPFields([smuggled])))
    #expect(server.requests.allSatisfy { !$0.contains("\r\nX-Smuggled") })
  }
}
