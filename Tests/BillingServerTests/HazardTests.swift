import Billing
import BillingAPI
import BillingServer
import HTTPTypes
import Testing

/// Each switch does what was seen of real services, once and no more.
@Suite(.bothDoors) struct HazardTests {
  let service: TestService

  init() async throws {
    service = try TestService()
    _ = try await service.create(.customers, Bodies.customer)
  }

  private var hazards: HazardSwitches { service.service.hazards }

  private func isStored() async throws -> Bool {
    try await service.get("/api/invoices").json["meta"]?["total"] != 0
  }

  /// The reply to a create; nil where the connection closed.
  private func post(key: String? = nil) async throws -> Reply? {
    var headers: HTTPFields = [.contentType: "application/json"]
    headers[.idempotencyKey] = key
    return try await service.attempt(.post, "/api/invoices", bytes: Bodies.invoice.encoded(), headers: headers)
  }

  @Test func `dropped before the write leaves nothing`() async throws {
    hazards.turnOn(.droppedBeforeWrite, times: 1)
    #expect(try await post() == nil)
    #expect(try await !isStored())
    #expect(try await post()?.status == 201)
  }

  @Test func `dropped after the write leaves the record, and the key's answer`() async throws {
    hazards.turnOn(.droppedAfterWrite, times: 1)
    #expect(try await post(key: "k") == nil)
    #expect(try await isStored())
    let again = try await post(key: "k")
    #expect(again?.headers[.idempotencyReplayed] == "true")
  }

  @Test func `an error before the write leaves nothing, nor an answer for its key`() async throws {
    hazards.turnOn(.errorBeforeWrite, times: 1)
    #expect(try await post(key: "k")?.status == 500)
    #expect(try await !isStored())
    let again = try await post(key: "k")
    #expect(again?.status == 201 && again?.headers[.idempotencyReplayed] == nil)
  }

  @Test func `a write that is refused leaves nothing, and says why with and without fields`() async throws {
    hazards.turnOn(.refusedWrite, times: 2)
    #expect(try await post()?.complaints("customer_id") == ["The selected customer id is invalid."])
    hazards.turnOn(.bareProblem, times: 1)
    let bare = try await post()
    #expect(bare?.status == 422 && bare?.json["message"] == "The selected customer id is invalid.")
    #expect(try await !isStored())
  }

  @Test func `an error after the write leaves a record that holds its number`() async throws {
    hazards.turnOn(.errorAfterWrite, times: 1)
    #expect(try await post(key: "k")?.status == 500)
    #expect(try await isStored())
    #expect(try await post(key: "k")?.status == 422)
  }

  @Test func `a truncated answer ends in the middle`() async throws {
    let whole = try await service.get("/api/customers").bytes
    hazards.turnOn(.truncated, times: 1)
    let cut = try await service.attempt(.get, "/api/customers")
    if Door.current == .loopback { return #expect(cut == nil) }
    #expect(cut?.bytes == Array(whole.prefix(whole.count / 2)))
    #expect(cut?.headers[.contentLength] == String(whole.count))
  }

  @Test func `a proxy's page, a login page, and too many requests`() async throws {
    hazards.turnOn(.html, times: 1)
    let page = try await service.get("/api/customers")
    #expect(page.status == 502 && page.text.hasPrefix("<html>"))
    hazards.turnOn(.loginRedirect, times: 1)
    let login = try await service.get("/api/customers")
    #expect(login.status == 302 && login.headers[.location] == "/login")
    hazards.turnOn(.tooManyRequests, value: 7, times: 1)
    let slow = try await service.get("/api/customers")
    #expect(slow.status == 429 && slow.headers[.retryAfter] == "7")
    #expect(try await service.get("/api/customers").status == 200)
  }

  @Test func `asking for its health uses up no hazard`() async throws {
    hazards.turnOn(.html, times: 1)
    #expect(try await service.get("/health").status == 200)
    #expect(hazards.isOn(.html))
    #expect(try await service.get("/api/customers").status == 502)
    #expect(!hazards.isOn(.html))
  }

  @Test func `a taken number and a problem without fields`() async throws {
    hazards.turnOn(.numberTaken, times: 1)
    let taken = try await service.send(.post, "/api/invoices", Bodies.invoice)
    #expect(taken.complaints("invoice_number") == ["The invoice number has already been taken."])
    hazards.turnOn(.bareProblem, times: 1)
    let bare = try await service.send(.post, "/api/invoices", [:])
    #expect(bare.json.object?.names == ["error", "message"])
  }

  @Test func `a late answer is that of a write that was performed`() async throws {
    hazards.turnOn(.lateAnswer, value: 150, times: 1)
    let took = try await ContinuousClock().measure { _ = try await post() }
    #expect(took >= .milliseconds(150))
    #expect(try await isStored())
  }

  @Test func `with latency an answer comes no sooner`() async throws {
    hazards.turnOn(.latency, value: 150, times: 1)
    let took = try await ContinuousClock().measure { _ = try await service.get("/api/customers") }
    #expect(took >= .milliseconds(150))
  }

  @Test func `types are mangled as seen`() async throws {
    _ = try await post()
    hazards.turnOn(.mangledTypes)
    let text = try await service.get("/api/invoices/1").text
    #expect(text.contains("\"due_amount\":\"150000\""))
    #expect(text.contains("\"exchange_rate\":\"1.000000\""))
    #expect(text.contains("\"price\":15000.0"))
    #expect(text.contains("\"invoice_date\":\"2026-02-07 00:00:00\""))
    #expect(!text.contains("reference_number"))
    _ = try await service.create(.items, ["name": "Größe 1/2 \u{1F600}", "price": 1])
    #expect(try await service.get("/api/items/1").text.contains(#""name":"Gr\u00f6\u00dfe 1\/2 \ud83d\ude00""#))
  }

  @Test func `pages drift, are capped, and lose their query`() async throws {
    for name in ["A", "B", "C", "D"] { _ = try await service.create(.items, ["name": .string(name), "price": 1]) }
    hazards.turnOn(.pageDrift)
    let first = try await service.get("/api/items?limit=2").data.array
    #expect(try await service.get("/api/items?limit=2&page=2").data.array?.first == first?.last)
    hazards.turnOn(.cappedLimit, value: 3)
    #expect(try await service.get("/api/items?limit=50").json["meta"]?["per_page"] == 3)
    hazards.turnOn(.bareLinks)
    let link = try await service.get("/api/items?limit=2").json["links"]?["next"]?.string
    #expect(link?.hasSuffix("/api/items?page=2") == true)
  }

  @Test func `an overpayment is stored but not applied`() async throws {
    _ = try await post()
    hazards.turnOn(.overpaySwallowed)
    let reply = try await service.send(.post, "/api/payments", Bodies.payment.with(["amount": 999999]))
    #expect(reply.status == 201)
    #expect(try await service.record(.invoices, 1)["due_amount"] == 150000)
  }

  @Test func `a replacing update loses what it leaves out`() async throws {
    let id = try #require(try await service.create(.invoices, Bodies.invoice.with(["notes": "keep"]))["id"]?.integer)
    let path = "/api/invoices/\(id)"
    _ = try await service.send(.put, path, Bodies.invoice.with(["status": "SENT"]))
    hazards.turnOn(.replacingPut)
    let reply = try await service.send(.put, path, Bodies.invoice)
    #expect(reply.data["status"] == "DRAFT")
    #expect(reply.data["notes"] == .null)
  }

  @Test(arguments: Hazard.allCases)
  func `each can be flipped from outside, through the books`(hazard: Hazard) async throws {
    try service.books.setHazard(hazard, isOn: true, value: 3)
    #expect(try service.books.hazards() == [hazard: 3])
    try service.books.setHazard(hazard, isOn: false)
    #expect(try service.books.hazards().isEmpty)
  }

  @Test func `a hazard of the books strikes until it is taken out`() async throws {
    try service.books.setHazard(.html, isOn: true)
    #expect(try await service.get("/api/customers").status == 502)
    try service.books.setHazard(.html, isOn: false)
    #expect(try await service.get("/api/customers").status == 200)
  }
}
