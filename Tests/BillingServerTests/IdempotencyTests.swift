import Billing
import BillingAPI
import BillingServer
import HTTPTypes
import Testing

@Suite(.bothDoors) struct IdempotencyTests {
  let service: TestService

  init() async throws {
    service = try TestService()
    _ = try await service.create(.customers, Bodies.customer)
  }

  private func post(_ body: JSONValue, key: String, on day: TestService? = nil) async throws -> Reply {
    try await (day ?? service).send(.post, "/api/invoices", body, headers: [.idempotencyKey: key])
  }

  @Test func `the same key and body get the same bytes and one record`() async throws {
    let first = try await post(Bodies.invoice, key: "k")
    let second = try await post(Bodies.invoice, key: "k")
    #expect(first.status == 201 && second.status == 201)
    #expect(second.bytes == first.bytes)
    #expect(first.headers[.idempotencyReplayed] == nil)
    #expect(second.headers[.idempotencyReplayed] == "true")
    #expect(try await service.get("/api/invoices").json["meta"]?["total"] == 1)
  }

  @Test func `the same key with another body is a conflict`() async throws {
    _ = try await post(Bodies.invoice, key: "k")
    let other = try await post(Bodies.invoice.with(["invoice_number": "OTHER"]), key: "k")
    #expect(other.status == 409)
    #expect(other.json["error"] == "conflict")
    #expect(try await service.get("/api/invoices").json["meta"]?["total"] == 1)
  }

  @Test func `an update is replayed too, and a refusal`() async throws {
    let id = try await post(Bodies.invoice, key: "k").id
    let headers: HTTPFields = [.idempotencyKey: "u"]
    let path = "/api/invoices/\(id)"
    let first = try await service.send(.put, path, Bodies.invoice.with(["notes": "a"]), headers: headers)
    _ = try await service.send(.put, path, Bodies.invoice.with(["notes": "b"]))
    let again = try await service.send(.put, path, Bodies.invoice.with(["notes": "a"]), headers: headers)
    #expect(again.bytes == first.bytes)
    #expect(try await service.record(.invoices, id)["notes"] == "b")
    let refused = try await post(Bodies.invoice, key: "r")
    #expect(refused.status == 422)
    let replayed = try await post(Bodies.invoice, key: "r")
    #expect(replayed.bytes == refused.bytes && replayed.headers[.idempotencyReplayed] == "true")
  }

  @Test func `of many at once one is performed and all get its answer`() async throws {
    let replies = try await withThrowingTaskGroup(of: Reply.self) { group in
      for _ in 0..<20 { group.addTask { try await post(Bodies.invoice, key: "k") } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(replies.map(\.bytes)).count == 1)
    #expect(replies.allSatisfy { $0.status == 201 })
    #expect(replies.count { $0.headers[.idempotencyReplayed] == nil } == 1)
    #expect(try await service.get("/api/invoices").json["meta"]?["total"] == 1)
  }

  @Test func `a key is forgotten after a day, and belongs to one caller`() async throws {
    _ = try await post(Bodies.invoice, key: "k")
    let tomorrow = TestService(service, today: TestService.today.adding(days: 1))
    #expect(try await post(Bodies.invoice, key: "k", on: tomorrow).status == 422)
    let other = service.books.makeSessionKey()
    let reply = try await service.send(
      .post, "/api/invoices", Bodies.invoice, headers: [.idempotencyKey: "k"], key: other)
    #expect(reply.status == 422)
  }

  @Test func `a key that is empty or endless is refused`() async throws {
    #expect(try await post(Bodies.invoice, key: String(repeating: "k", count: 256)).status == 400)
    #expect(try await post(Bodies.invoice, key: "a b").status == 400)
  }
}
