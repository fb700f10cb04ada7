import Billing
import BillingAPI
import BillingServer
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite struct ListeningTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func `a unix socket answers, is its owner's alone, and goes when the service stops`() async throws {
    let test = try TestService()
    let path = folder.path + "/s"
    let address = try await test.service.start(on: .unixSocket(path))
    #expect(address.baseURL == "unix:\(path)")
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o600)
    let answer = try await Curl.run([
      "--unix-socket", path, "http://localhost/api/v1/api/me", "-H", "Authorization: Bearer \(test.key)",
    ])
    #expect(answer.status == 200)
    #expect(answer.body.contains("Acme Corp"))
    await test.service.stop()
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a free port is taken and told, and can be taken again after a stop`() async throws {
    let test = try TestService()
    let first = try await test.service.start(on: .loopback(port: 0))
    #expect(try await Curl.run(["\(first.baseURL)/health"]).status == 200)
    await #expect(throws: ServiceError.alreadyRunning) { try await test.service.start(on: .loopback(port: 0)) }
    let other = try TestService()
    let port = try #require(first.port)
    await #expect(throws: ServiceError.addressInUse) { try await other.service.start(on: .loopback(port: port)) }
    await test.service.stop()
    try await other.service.start(on: .loopback(port: port))
    #expect(try await Curl.run(["\(first.baseURL)/health"]).status == 200)
    await other.service.stop()
    #expect(try await Curl.run(["\(first.baseURL)/health"]).exitCode == 7)
  }

  @Test func `a service that stops while others are just connecting ends in good order`() async throws {
    let test = try TestService()
    for _ in 0..<40 {
      let port = try #require(try await test.service.start(on: .loopback(port: 0)).port)
      async let knocking: Void = RawConnection.knock(at: port, times: 60)
      await Task.yield()
      await test.service.stop()
      await knocking
    }
    #expect(try await test.send(.get, "/api/me").status == 200, "the program lives, and answers")
  }

  @Test func `names that a page could make point here are refused`() async throws {
    let test = try TestService()
    let base = try await test.service.start(on: .loopback(port: 0)).baseURL
    #expect(try await Curl.run(["\(base)/health", "-H", "Host: evil.example.com"]).status == 403)
    #expect(try await Curl.run(["\(base)/health", "-H", "Origin: https://evil.example.com"]).status == 403)
    #expect(try await Curl.run(["\(base)/health", "-H", "Host: localhost"]).status == 200)
    await test.service.stop()
  }

  @Test func `a request in progress is answered before the service is gone`() async throws {
    // On a busy machine the answer takes long; that it is waited for is what counts here.
    var limits = ServiceLimits()
    limits.stopTime = .seconds(60)
    let test = try TestService(limits: limits)
    let path = folder.path + "/s"
    try await test.service.start(on: .unixSocket(path))
    test.service.hazards.turnOn(.latency, value: 300, times: 1)
    async let answer = Curl.run([
      "--unix-socket", path, "http://localhost/api/me", "-H", "Authorization: Bearer \(test.key)",
    ])
    // A request that never comes must fail the test, not hold it up.
    let deadline = ContinuousClock.now + .seconds(60)
    while test.service.hazards.isOn(.latency), ContinuousClock.now < deadline { await Task.yield() }
    await test.service.stop()
    #expect(try await answer.status == 200)
  }
}
