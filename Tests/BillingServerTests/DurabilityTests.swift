import Billing
import BillingAPI
import BillingServer
import HTTPTypes
import TestSupport
import Testing

@Suite struct DurabilityTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func `of payments that race for one balance only what fits is taken`() async throws {
    let test = try TestService(.file(folder.path + "/books.sqlite"))
    _ = try await test.create(.customers, Bodies.customer)
    _ = try await test.create(.invoices, Bodies.invoice)
    let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
      for index in 0..<12 {
        let body = Bodies.payment.with(["payment_number": .string("P\(index)"), "amount": 40000])
        group.addTask { try await test.send(.post, "/api/payments", body).status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.count { $0 == 201 } == 3)
    #expect(try await test.record(.invoices, 1)["due_amount"] == 30000)
    #expect(try test.books.check() == [])
  }

  @Test func `two services on one file see each other's records and keys`() async throws {
    let path = folder.path + "/books.sqlite"
    let (first, second) = (try TestService(.file(path)), try TestService(.file(path)))
    _ = try await first.create(.customers, Bodies.customer)
    #expect(try await second.record(.customers, 1)["name"] == "Jane Smith")
    let key = try second.books.createKey(name: "Till", scopes: [])
    #expect(try await first.send(.get, "/api/me", key: key).status == 200)
    try second.books.revokeKey("Till")
    #expect(try await first.send(.get, "/api/me", key: key).status == 401)
  }
}
