import BillingAPI
import CurlTransport
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// The transport on real sockets, where everything goes well.
@Suite struct CurlTransportTests {
  let transport = Transports.fresh()

  @Test func `a request arrives as it was made, and the answer as it was given`() async throws {
    let server = try SocketServer { _ in .text("201 Created\r\nX-A: one\r\nX-Empty:\r\nX-A: two", "hello") }
    defer { server.stop() }
    let headers: HTTPFields = [.authorization: "Bearer k", .contentType: "application/json", .idempotencyKey: "abc"]
    let response = try await transport.send(
      request(server, .post, "/api/v1/api/invoices?a=%20b", headers), body: Array("{\"x\":1}".utf8), options: .init())
    #expect(response.status == 201)
    #expect(response.text == "hello")
    let name = try #require(HTTPField.Name("X-A"))
    #expect(response.headers[values: name] == ["one", "two"])
    let seen = try #require(server.requests.first)
    #expect(seen.hasPrefix("POST /api/v1/api/invoices?a=%20b HTTP/1.1\r\n"))
    #expect(seen.contains("Host: \(server.authority)\r\n"))
    #expect(seen.contains("Authorization: Bearer k\r\n"))
    #expect(seen.contains("Content-Type: application/json\r\n"))
    #expect(seen.contains("Idempotency-Key: abc\r\n"))
    #expect(seen.contains("Content-Length: 7\r\n"))
    #expect(!seen.contains("Expect:"))
    #expect(seen.hasSuffix("\r\n\r\n{\"x\":1}"))
  }

  @Test(arguments: [HTTPRequest.Method.put, .delete, .get, .post])
  func `every method keeps its name, with and without a body`(_ method: HTTPRequest.Method) async throws {
    let server = try SocketServer { _ in .text("200 OK") }
    defer { server.stop() }
    for body in [nil, [], Array("b".utf8)] as [[UInt8]?] where method != .get || body == nil {
      _ = try await transport.send(request(server, method), body: body, options: .init())
      let seen = try #require(server.requests.last)
      #expect(seen.hasPrefix("\(method.rawValue) / HTTP/1.1\r\n"))
      #expect(seen.hasSuffix("\r\n\r\n" + String(decoding: body ?? [], as: UTF8.self)))
    }
  }

  @Test func `a connection is kept and used again`() async throws {
    let server = try SocketServer { _ in .text("200 OK", "x") }
    defer { server.stop() }
    var opened: [Bool] = []
    for _ in 0..<5 {
      opened.append(try await transport.send(request(server), body: nil, options: .init()).timing.openedConnection)
    }
    #expect(opened == [true, false, false, false, false])
    #expect(server.connectionCount == 1)
  }

  @Test func `a kept connection that died is replaced`() async throws {
    let server = try SocketServer { _ in .text("200 OK", "x", after: .close) }
    defer { server.stop() }
    for _ in 0..<3 {
      #expect(try await transport.send(request(server), body: nil, options: .init()).text == "x")
    }
    // One that meets the end of its connection is sent again.
    #expect(server.requests.count >= 3)
  }

  @Test func `many at once get each their own answer over a few connections`() async throws {
    let server = try SocketServer { .text("200 OK", String($0.prefix { $0 != "\r" && $0 != "\r\n" })) }
    defer { server.stop() }
    let transport = transport
    let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for number in 0..<60 {
        group.addTask {
          (number, try await transport.send(request(server, .get, "/\(number)"), body: nil, options: .init()).text)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    #expect(answers.count == 60)
    for (number, text) in answers { #expect(text == "GET /\(number) HTTP/1.1") }
    #expect(server.connectionCount <= 6)
  }

  @Test func `a socket serves as a host does`() async throws {
    let folder = try TestFolder()
    let path = folder.path + "/service"
    let server = try SocketServer(socketPath: path) { _ in .text("200 OK", "by socket") }
    defer { server.stop() }
    let address = try ServiceAddress(parsing: "unix:\(path)")
    let response = try await transport.send(address.request(.get, "/health"), body: nil, options: address.options)
    #expect(response.text == "by socket")
    #expect(server.requests.first?.hasPrefix("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n") == true)
  }

  @Test func `with an address given the name is not looked up, and is still the one that is asked for`() async throws {
    let server = try SocketServer { _ in .text("200 OK", "by address") }
    defer { server.stop() }
    let port = try #require(server.authority.split(separator: ":").last)
    let named = HTTPRequest(method: .get, scheme: "http", authority: "nothing.invalid:\(port)", path: "/")
    // A proxy of the environment would look the name up itself.
    let options = TransportOptions(address: "127.0.0.1", allowsPlainHTTP: true)
    #expect(try await transport.send(named, body: nil, options: options).text == "by address")
    #expect(server.requests.first?.contains("Host: nothing.invalid:\(port)\r\n") == true)
  }

  @Test(arguments: ["", "example.com", "127.0.0.1\r\n", "[::1]"])
  func `what is no address is not connected to`(address: String) async throws {
    let named = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:9", path: "/")
    let transport = transport
    let result = await outcome { () async throws(TransportError) in
      try await transport.send(named, body: nil, options: TransportOptions(address: address))
    }
    guard case .failure(.badURL) = result else { return #expect(result == .failure(.badURL(""))) }
  }

  @Test func `compression is offered and undone`() async throws {
    let packed: [UInt8] = [
      31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 171, 86, 74, 73, 44, 73, 84, 178, 138, 54, 212, 49, 210, 49, 142, 173, 5, 0, 207,
      63, 79, 9, 16, 0, 0, 0,
    ]
    let server = try SocketServer { _ in
      let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n"
      return SocketServer.Reply(bytes: Array(head.utf8) + packed, after: .keep)
    }
    defer { server.stop() }
    let response = try await transport.send(request(server), body: nil, options: .init())
    #expect(response.text == #"{"data":[1,2,3]}"#)
    let offer = server.requests.first?.split(separator: "\r\n").first { $0.hasPrefix("Accept-Encoding:") }
    #expect(offer?.contains("gzip") == true)
  }

  @Test func `a chunked answer is put together`() async throws {
    let chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    let server = try SocketServer { _ in .raw(chunks, after: .keep) }
    defer { server.stop() }
    #expect(try await transport.send(request(server), body: nil, options: .init()).text == "abcde")
  }

  @Test func `an interim answer is passed over`() async throws {
    let early = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"
    let server = try SocketServer { _ in .raw(early) }
    defer { server.stop() }
    let response = try await transport.send(request(server), body: nil, options: .init())
    #expect(response.status == 200)
    #expect(response.headers[try #require(HTTPField.Name("Link"))] == nil)
  }

  @Test func `a redirect is handed on, not followed`() async throws {
    let server = try SocketServer { _ in .text("302 Found\r\nLocation: /login", "") }
    defer { server.stop() }
    let response = try await transport.send(request(server), body: nil, options: .init())
    #expect(response.status == 302)
    #expect(response.headers[.location] == "/login")
    #expect(server.requests.count == 1)
  }

  @Test func `the environment's proxy serves other machines and never this one`() async throws {
    let proxy = try #require(Transports.proxy)
    let server = try SocketServer { _ in .text("200 OK", "direct") }
    defer { server.stop() }
    #expect(try await transport.send(request(server), body: nil, options: .init()).text == "direct")
    let elsewhere = HTTPRequest(method: .get, scheme: "http", authority: "books.invalid", path: "/through")
    let response = try await transport.send(elsewhere, body: nil, options: TransportOptions(allowsPlainHTTP: true))
    #expect(response.text == "by proxy")
    #expect(proxy.requests.allSatisfy { $0.hasPrefix("GET http://books.invalid/through ") })
  }
}
