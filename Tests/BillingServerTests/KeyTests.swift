import Billing
import BillingAPI
import BillingServer
import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite(.bothDoors) struct KeyTests {
  let service: TestService
  private let folder: TestFolder

  init() throws {
    service = try TestService()
    folder = try TestFolder()
  }

  private func status(_ key: String, on day: TestService? = nil) async throws -> Int {
    try await (day ?? service).send(.get, "/api/me", key: key).status
  }

  @Test func `a key works at once, is listed without its secret, and ends when it is revoked`() async throws {
    let key = try service.books.createKey(name: "Till", scopes: [ResourceKind.invoices.readScope])
    #expect(key.hasPrefix("is_key_"))
    #expect(try await status(key) == 200)
    let listed = try #require(try service.books.keys().first)
    #expect(listed.name == "Till" && listed.lastUsedAt != nil)
    try service.books.revokeKey("Till")
    #expect(try await status(key) == 401)
    #expect(throws: BooksError.unknown("Till")) { try service.books.revokeKey("Till") }
  }

  @Test func `a key ends on its day`() async throws {
    let end = service.service.configuration.clock.now().addingTimeInterval(3600)
    let key = try service.books.createKey(name: "Short", scopes: [], expiresAt: end)
    #expect(try await status(key) == 200)
    #expect(try await status(key, on: TestService(service, today: TestService.today.adding(days: 1))) == 401)
  }

  @Test func `the books hold no key`() async throws {
    let path = folder.path + "/books.sqlite"
    let test = try TestService(.file(path))
    let key = try test.books.createKey(name: "Till", scopes: [])
    try test.books.close()
    let bytes = try Data(contentsOf: URL(filePath: path))
    #expect(bytes.range(of: Data(key.utf8)) == nil)
    #expect(bytes.range(of: Data(key.dropFirst(7).utf8)) == nil)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.9.8.7", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.168.1.7", "192.168.1.7", true),
    ("192.168.1.0/25", "192.168.1.130", false), ("fd00::/8", "fd12::1", true), ("fd00::/8", "fe80::1", false),
    ("::1", "::1", true), ("127.0.0.1", "::ffff:127.0.0.1", true), ("0.0.0.0/0", "8.8.8.8", true),
    ("::/0", "8.8.8.8", false),
  ])
  func `an address lies in a block or does not`(block: String, address: String, lies: Bool) throws {
    #expect(try #require(AddressRange(block)).contains(address) == lies)
  }

  @Test(arguments: ["", "10.0.0.0/33", "10.0.0", "fd00::/129", "example.com", "1.2.3.4/x", "1.2.3.4/8/8"])
  func `what is no block is refused`(text: String) {
    #expect(AddressRange(text) == nil)
  }

  @Test(
    .enabled(if: Self.hasIPv6), arguments: [("127.0.0.1", "127.0.0.0/8", "10.0.0.0/8"), ("::1", "::1", "fd00::/8")])
  func `a key for another network does not open this one`(host: String, own: String, other: String) async throws {
    let base = try await service.service.start(on: .loopback(host: host, port: 0)).baseURL
    for (block, status) in [(own, 200), (other, 401), ("\(other),\(own)", 200)] {
      let addresses = try block.split(separator: ",").map { try #require(AddressRange($0)) }
      let key = try service.books.createKey(name: block, scopes: [], allowedAddresses: addresses)
      #expect(try await Curl.run(["\(base)/api/me", "-H", "Authorization: Bearer \(key)"]).status == status)
    }
    await service.service.stop()
  }

  /// A machine may have no IPv6 at all, not even to itself.
  private static let hasIPv6 = (try? String(contentsOfFile: "/proc/net/if_inet6", encoding: .utf8))?.isEmpty == false
}
