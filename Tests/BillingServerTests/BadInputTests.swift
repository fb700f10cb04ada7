import BillingAPI
import BillingServer
import HTTPTypes
import Testing

@Suite(.bothDoors) struct BadInputTests {
  let service: TestService

  init() throws { service = try TestService() }

  private func post(_ text: String, type: String = "application/json") async throws -> Reply {
    try await service.send(.post, "/api/items", bytes: Array(text.utf8), headers: [.contentType: type])
  }

  @Test(arguments: ["", "{", "[]", "7", "\"x\"", "{\"name\":}", "{\"a\":1} x", String(repeating: "[", count: 5000)])
  func `a body that is no JSON object is malformed`(text: String) async throws {
    let reply = try await post(text)
    #expect(reply.status == 400)
    #expect(reply.json["error"] == "bad_request")
    #expect(reply.json["message"]?.string?.isEmpty == false)
  }

  @Test func `bytes that are no text are malformed`() async throws {
    let bytes = Array("{\"name\":\"".utf8) + [0xFF, 0xFE] + Array("\",\"price\":1}".utf8)
    let reply = try await service.send(.post, "/api/items", bytes: bytes, headers: [.contentType: "application/json"])
    #expect(reply.status == 400)
  }

  @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"])
  func `only JSON is taken`(type: String) async throws {
    let reply = try await post("{\"name\":\"A\",\"price\":1}", type: type)
    #expect(reply.status == 415)
    #expect(reply.json["error"] == "unsupported_media_type")
  }

  @Test func `a charset may be named`() async throws {
    #expect(try await post("{\"name\":\"A\",\"price\":1}", type: "application/json; charset=utf-8").status == 201)
  }

  @Test func `a body above a megabyte is too large`() async throws {
    let reply = try await post("{\"name\":\"\(String(repeating: "x", count: 1 << 20))\",\"price\":1}")
    #expect(reply.status == 413)
    #expect(reply.json["error"] == "payload_too_large")
  }

  @Test(arguments: ["1e400", "-1e99", "123456789012345678901234567890", "1.5", "\"12\"", "true", "[1]", "{}"])
  func `a price that is no whole number of cents is refused`(price: String) async throws {
    let reply = try await post("{\"name\":\"A\",\"price\":\(price)}")
    #expect(reply.status == 422, "\(reply.text)")
    #expect(reply.refusedFields == ["price"])
  }

  @Test(arguments: [
    "'; DROP TABLE items;--", "<script>alert(1)</script>", "\\u001b[31mred", "\\u202etxt", "日本語 🇯🇵", "%00 %s %n",
  ])
  func `hostile texts are kept as they are`(text: String) async throws {
    let reply = try await post("{\"name\":\"\(text)\",\"price\":1,\"description\":\"\(text)\"}")
    #expect(reply.status == 201, "\(reply.text)")
    let sent = try JSONValue(parsing: "\"\(text)\"")
    #expect(try await service.record(.items, reply.id)["description"] == sent)
  }

  @Test(
    arguments: ResourceKind.allCases, ["'); DELETE FROM customers;--", "<img src=x onerror=alert(1)>", "${7*7}%n\u{0}"])
  func `fragments of other languages are taken or refused in every field, and do nothing`(
    kind: ResourceKind, fragment: String
  ) async throws {
    _ = try await service.create(.customers, Bodies.customer)
    _ = try await service.create(.invoices, Bodies.invoice.with(["invoice_number": "FIRST"]))
    let body = Bodies.of(kind)
    for field in try #require(body.object).names + [
      "reference_number", "notes", "status", "currency_id", "exchange_rate",
    ] {
      let reply = try await service.send(.post, kind.path, body.with([field: .string(fragment)]))
      #expect([201, 422].contains(reply.status), "\(field): \(reply.text)")
    }
    #expect(try await service.get("/api/customers?limit=1").json["meta"]?["total"] != 0)
    #expect(try service.books.check() == [])
  }

  @Test func `the null character is refused, not cut off`() async throws {
    #expect(try await post("{\"name\":\"a\\u0000b\",\"price\":1}").refusedFields == ["name"])
  }

  @Test func `texts that are too long are refused`() async throws {
    let reply = try await post("{\"name\":\"\(String(repeating: "n", count: 256))\",\"price\":1}")
    #expect(reply.complaints("name") == ["The name field must not be greater than 255 characters."])
  }

  @Test(arguments: ["", "Bearer", "Bearer ", "Basic abc", "Bearer is_key_wrong", "is_key_x"])
  func `whoever has no key is told so in the documented words`(authorization: String) async throws {
    let reply = try await service.send(.get, "/api/me", headers: [.authorization: authorization])
    #expect(reply.status == 401)
    #expect(reply.json == ["error": "unauthorized", "message": "Invalid API key."])
  }
}
