import Billing
import BillingAPI
import BillingClient
import FoundationEssentials
import HTTPTypes
import Testing

let moment = Date(timeIntervalSince1970: 1_770_460_200)

func client(
  _ transport: ScriptedTransport, readOnly: Bool = false, scopes: [Scope]? = nil, at address: String? = nil
) throws -> BillingClient {
  BillingClient(
    address: try address.map { try ServiceAddress(parsing: $0) } ?? .invoicematic,
    key: try APIKey(parsing: "is_key_s3cret"), transport: transport, readOnly: readOnly, userAgent: "invoicematic/1",
    scopes: scopes, now: { moment })
}

/// What leaves the client.
@Suite struct RequestTests {
  @Test func `a list is asked for with key, format and query`() async throws {
    let transport = ScriptedTransport(.answer(200, #"{"data": []}"#))
    _ = try await client(transport).page(of: .invoices, ListQuery(page: 1, limit: 5))
    let sent = try #require(transport.sent.first)
    #expect(sent.request.method == .get)
    #expect(sent.request.scheme == "https")
    #expect(sent.request.authority == "invoicematic.com")
    #expect(sent.request.path == "/api/v1/api/invoices?page=1&limit=5")
    #expect(
      sent.request.headerFields == [
        .authorization: "Bearer is_key_s3cret", .accept: "application/json", .userAgent: "invoicematic/1",
      ])
    #expect(sent.body == nil)
  }

  @Test func `a create sends the body as it is, its type and its idempotency key`() async throws {
    let transport = ScriptedTransport(.answer(201, #"{"data": {"id": 5}}"#))
    let key = IdempotencyKey()
    _ = try await client(transport).create(.customers, body: Array(#"{"name":"A"}"#.utf8), key: key)
    let sent = try #require(transport.sent.first)
    #expect(sent.request.method == .post)
    #expect(sent.request.path == "/api/v1/api/customers")
    #expect(sent.request.headerFields[.contentType] == "application/json")
    #expect(sent.request.headerFields[.idempotencyKey] == key.text)
    #expect(sent.body == Array(#"{"name":"A"}"#.utf8))
  }

  @Test func `an update is a PUT with its key, a delete has neither body nor key`() async throws {
    let transport = ScriptedTransport(.answer(200, #"{"data": {"id": 7}}"#), .answer(204))
    let client = try client(transport)
    _ = try await client.update(.invoices, 7, body: Array("{}".utf8), key: IdempotencyKey())
    try await client.delete(.invoices, 7)
    #expect(transport.sent.map(\.request.method) == [.put, .delete])
    #expect(transport.sent.map(\.request.path) == ["/api/v1/api/invoices/7", "/api/v1/api/invoices/7"])
    #expect(transport.sent[0].request.headerFields[.idempotencyKey] != nil)
    #expect(transport.sent[1].request.headerFields[.idempotencyKey] == nil)
    #expect(transport.sent[1].body == nil)
  }

  @Test func `a service on a socket is reached through it`() async throws {
    let transport = ScriptedTransport(.answer(200, "{}"))
    _ = try await client(transport, at: "unix:/run/a.sock").health()
    #expect(transport.sent.first?.options.unixSocket == "/run/a.sock")
    #expect(transport.sent.first?.request.path == "/api/v1/health")
  }

  @Test func `read-only lets nothing but GET leave`() async throws {
    let transport = ScriptedTransport(.answer(200, #"{"data": {"id": 1}}"#))
    let client = try client(transport, readOnly: true)
    for kind in ResourceKind.allCases {
      await #expect(throws: APIError.readOnly) { try await client.create(kind, body: [], key: IdempotencyKey()) }
      await #expect(throws: APIError.readOnly) { try await client.update(kind, 1, body: [], key: IdempotencyKey()) }
      await #expect(throws: APIError.readOnly) { try await client.delete(kind, 1) }
      #expect(client.refusal(ofWriting: kind) == .readOnly)
    }
    #expect(transport.sent.isEmpty)
    _ = try await client.record(.invoices, 1)
    #expect(transport.sent.count == 1)
  }

  @Test func `a write that the key's scopes do not allow does not leave`() async throws {
    let transport = ScriptedTransport(.answer(200, #"{"data": {"id": 1}}"#))
    let client = try client(transport, scopes: [ResourceKind.invoices.writeScope, ResourceKind.payments.readScope])
    let missing = APIError.missingScope(ResourceKind.payments.writeScope)
    await #expect(throws: missing) { try await client.create(.payments, body: [], key: IdempotencyKey()) }
    #expect(client.refusal(ofWriting: .payments) == missing)
    #expect(transport.sent.isEmpty)
    _ = try await client.create(.invoices, body: [], key: IdempotencyKey())
    #expect(transport.sent.count == 1)
  }

  @Test func `the scopes are learned from me`() async throws {
    let me = #"{"company": {"id": 1, "name": "A"}, "api_key": {"name": "K", "scopes": ["items:read"]}}"#
    let transport = ScriptedTransport(.answer(200, me))
    let client = try client(transport)
    #expect(client.knownScopes == nil)
    #expect(client.refusal(ofWriting: .items) == nil)
    let answer = try await client.me()
    #expect(answer.company.name == "A")
    #expect(client.knownScopes == [ResourceKind.items.readScope])
    #expect(client.refusal(ofWriting: .items) == .missingScope(ResourceKind.items.writeScope))
  }

  @Test func `nothing about a client or its errors shows the key`() async throws {
    let client = try client(ScriptedTransport(.answer(401, #"{"message": "Invalid API key."}"#)))
    var dumped = ""
    dump(client, to: &dumped)
    #expect(!dumped.contains("s3cret"))
    await #expect { try await client.me() } throws: { !"\($0)".contains("s3cret") }
  }
}

/// What comes back in.
@Suite struct AnswerTests {
  @Test func `a page is handed on byte for byte, with its meta read`() async throws {
    let body =
      #"{"data": [ {"id":1, "n":"\u00e9\/"} ], "meta": {"current_page":2,"last_page":"9","per_page":1,"total":9}}"#
    let page = try await client(ScriptedTransport(.answer(200, "\u{FEFF} \(body)\n"))).page(of: .items)
    #expect(String(decoding: page.bytes, as: UTF8.self) == body)
    #expect(page.meta == PageMeta(currentPage: 2, lastPage: 9, perPage: 1, total: 9))
    #expect(page.count == 1)
    #expect(page.requestStarted == moment)
  }

  @Test func `meta beside data is read too`() async throws {
    let body = #"{"current_page": 1, "data": [1, 2], "last_page": 4, "per_page": 2, "total": 8}"#
    let page = try await client(ScriptedTransport(.answer(200, body))).page(of: .items)
    #expect(page.meta == PageMeta(currentPage: 1, lastPage: 4, perPage: 2, total: 8))
  }

  @Test func `a bare array becomes a page`() async throws {
    let page = try await client(ScriptedTransport(.answer(200, "[{}, {}]"))).page(of: .items, ListQuery(limit: 5))
    #expect(String(decoding: page.bytes, as: UTF8.self) == #"{"data":[{}, {}]}"#)
    #expect(page.meta == PageMeta(currentPage: 1, lastPage: 1, perPage: 5, total: 2, isDerived: true))
  }

  @Test func `a record is its data, or the whole answer where there is none`() async throws {
    let client = try client(ScriptedTransport(.answer(200, #"{"data":{"id" : 1.0} }"#), .answer(200, #" {"id":1} "#)))
    #expect(try await String(decoding: client.record(.items, 1), as: UTF8.self) == #"{"id" : 1.0}"#)
    #expect(try await String(decoding: client.record(.items, 1), as: UTF8.self) == #"{"id":1}"#)
  }

  @Test(
    arguments: [
      (200, #"{"data": {"id": 5, "a": 1}}"#, 5), (201, #"{"data": {"id": "42"}}"#, 42), (202, #"{"id": 7.0}"#, 7),
      (201, #"{"success": true}"#, nil), (204, "", nil), (200, " \n", nil), (299, #"{"data": {}}"#, nil),
    ] as [(Int, String, Int64?)])
  func `any 2xx is a success, and the id is read however it is written`(
    _ status: Int, _ body: String, _ id: Int64?
  ) async throws {
    let client = try client(ScriptedTransport(.answer(status, body)))
    let answer = try await client.create(.invoices, body: [], key: IdempotencyKey())
    #expect(answer.status == status)
    #expect(answer.id == id)
    #expect(!answer.replayed)
  }

  @Test func `a replay says so, and the record is byte for byte what came`() async throws {
    let headers: HTTPFields = [.idempotencyReplayed: "true"]
    let client = try client(ScriptedTransport(.answer(201, #"{"data": {"id":1, "x":"\/"}}"#, headers)))
    let answer = try await client.create(.invoices, body: [], key: IdempotencyKey())
    #expect(answer.replayed)
    #expect(String(decoding: answer.record, as: UTF8.self) == #"{"id":1, "x":"\/"}"#)
  }

  @Test(arguments: ["", #"{"data": ["#, "<html><title>Login</title>", #"{"data": 5}"#, #"{"items": []}"#, "null"])
  func `what is no page is unreadable`(_ body: String) async throws {
    let client = try client(ScriptedTransport(.answer(200, body)))
    await #expect {
      try await client.page(of: .invoices)
    } throws: {
      guard case .unreadable = $0 as? APIError else { return false }
      return true
    }
  }

  @Test func `half an answer to a write leaves its outcome unknown`() async throws {
    let client = try client(ScriptedTransport(.answer(201, #"{"data": {"id": 4"#)))
    await #expect {
      try await client.create(.invoices, body: [], key: IdempotencyKey())
    } throws: {
      ($0 as? APIError)?.outcome == .unknown
    }
  }

  @Test func `a page of HTML is summed up by its title`() async throws {
    let html = "<!DOCTYPE html><html><head><TITLE>\n Sign in &amp; \u{1B}[31mstay </TITLE></head><body>x</body></html>"
    let client = try client(ScriptedTransport(.answer(200, html), .answer(200, "<p>Down for <b>repair</b></p>")))
    await #expect(throws: APIError.unreadable(summary: "Sign in & [31mstay")) { try await client.page(of: .items) }
    await #expect(throws: APIError.unreadable(summary: "Down for repair")) { try await client.page(of: .items) }
  }

  @Test func `health is read`() async throws {
    let body = #"{"status": "healthy", "timestamp": "2026-02-07T10:30:00Z", "version": "2.2.0"}"#
    let health = try await client(ScriptedTransport(.answer(200, body))).health()
    #expect(health == ServiceHealth(status: "healthy", version: "2.2.0", timestamp: "2026-02-07T10:30:00Z"))
  }

  @Test(arguments: [401, 404])
  func `a service whose health refuses us is alive`(_ status: Int) async throws {
    #expect(try await client(ScriptedTransport(.answer(status))).health() == ServiceHealth())
  }

  @Test func `a broken service is not alive`() async throws {
    let client = try client(ScriptedTransport(.answer(503, #"{"message": "Down."}"#)))
    await #expect(throws: APIError.server(status: 503, message: "Down.")) { try await client.health() }
  }
}
