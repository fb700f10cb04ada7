import BillingAPI
import BillingServer
import HTTPTypes
import Testing

/// What a caller on the network can cost the service, and that it always gets out of it.
@Suite struct BoundsTests {
  private func running(
    _ change: (inout ServiceLimits) -> Void = { _ in }
  ) async throws -> (service: BillingService, key: String, port: Int) {
    let test = try TestService()
    var configuration = test.service.configuration
    change(&configuration.limits)
    let service = BillingService(books: test.books, configuration: configuration)
    let port = try #require(try await service.start(on: .loopback(port: 0)).port)
    return (service, test.key, port)
  }

  private func head(_ line: String, _ key: String, _ more: String = "") -> String {
    "\(line) HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(key)\r\nContent-Type: application/json\r\n\(more)"
  }

  @Test(arguments: [
    "Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde",
    "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "Content-Length: +3\r\n\r\nabc", "Content-Length: -1\r\n\r\n", "Bad Header\r\n\r\n",
  ])
  func `a request that can be read in two ways is refused and the connection closed`(rest: String) async throws {
    let (service, key, port) = try await running()
    let connection = try #require(RawConnection(port: port))
    await connection.send(head("POST /api/items", key, rest))
    let answer = try #require(await connection.readToEnd())
    #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
    await service.stop()
  }

  @Test func `headers without end are cut off`() async throws {
    let (service, key, port) = try await running()
    let connection = try #require(RawConnection(port: port))
    await connection.send(head("GET /api/me", key))
    let line = "X-Filler: \(String(repeating: "x", count: 1000))\r\n"
    var sent = 0
    while sent < 1_000, await connection.send(line) { sent += 1 }
    let answer = await connection.readToEnd() ?? "still open"
    #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
    await service.stop()
  }

  @Test func `a body of ten megabytes is read past and refused in words`() async throws {
    let (service, key, port) = try await running()
    let connection = try #require(RawConnection(port: port))
    await connection.send(head("POST /api/items", key, "Content-Length: 10485760\r\n\r\n"))
    await connection.send([UInt8](repeating: 0x20, count: 10_485_760))
    let answer = try #require(await connection.readToEnd())
    #expect(answer.hasPrefix("HTTP/1.1 413 "), "\(answer)")
    #expect(answer.contains("payload_too_large"))
    await service.stop()
  }

  @Test func `whoever sends slowly is shown out`() async throws {
    let (service, key, port) = try await running {
      $0.idleTime = .milliseconds(200)
      $0.bodyTime = .milliseconds(200)
    }
    let header = try #require(RawConnection(port: port))
    await header.send("GET /api/me HTTP/1.1\r\nHo")
    #expect(await header.readToEnd() != nil)
    let body = try #require(RawConnection(port: port))
    await body.send(head("POST /api/items", key, "Content-Length: 100\r\n\r\n{"))
    #expect(await body.readToEnd() != nil)
    let silent = try #require(RawConnection(port: port))
    #expect(await silent.readToEnd() == "")
    await service.stop()
  }

  @Test func `connections that do nothing keep nobody out`() async throws {
    let (service, key, port) = try await running()
    let idle = (0..<200).compactMap { _ in RawConnection(port: port) }
    #expect(idle.count == 200)
    for connection in idle.prefix(100) { await connection.send("GET /api/me HTTP/1.1\r\nHost: l") }
    let busy = try #require(RawConnection(port: port))
    await busy.send(head("GET /api/me", key, "Connection: close\r\n\r\n"))
    #expect(await busy.readToEnd()?.hasPrefix("HTTP/1.1 200 ") == true)
    await service.stop()
  }

  @Test func `requests that were sent ahead are answered in their order`() async throws {
    let (service, key, port) = try await running()
    let connection = try #require(RawConnection(port: port))
    let requests = ["/health", "/api/me", "/api/nothing"].map { head("GET \($0)", key, "\r\n") }
    await connection.send(requests.joined() + head("GET /api/items", key, "Connection: close\r\n\r\n"))
    let answer = try #require(await connection.readToEnd())
    let statuses = answer.split(separator: "HTTP/1.1 ").map { String($0.prefix(3)) }
    #expect(statuses == ["200", "200", "404", "200"])
    await service.stop()
  }

  @Test func `a request without a host is refused`() async throws {
    let (service, key, port) = try await running()
    let connection = try #require(RawConnection(port: port))
    await connection.send("GET /api/me HTTP/1.1\r\nAuthorization: Bearer \(key)\r\nConnection: close\r\n\r\n")
    #expect(await connection.readToEnd()?.hasPrefix("HTTP/1.1 400 ") == true)
    await service.stop()
  }
}
