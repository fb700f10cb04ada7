import BillingAPI
import BillingClient
import HTTPTypes
import Testing

/// Each way in which a call can fail is an error of its own, in the service's own words.
@Suite struct ErrorTests {
  func failure(_ status: Int, _ body: String = "", _ headers: HTTPFields = [:]) async throws -> APIError? {
    try await failure(.answer(status, body, headers))
  }

  func failure(_ outcome: ScriptedTransport.Outcome) async throws -> APIError? {
    let client = try client(ScriptedTransport(outcome))
    do {
      _ = try await client.create(.invoices, body: [], key: IdempotencyKey())
      return nil
    } catch {
      return error
    }
  }

  @Test func `401`() async throws {
    let error = try await failure(401, #"{"error": "unauthorized", "message": "Invalid API key."}"#)
    #expect(error == .unauthorized(message: "Invalid API key."))
    #expect(error?.outcome == .notPerformed)
  }

  @Test func `403 names the scope that is missing`() async throws {
    let sentence = "Your API key does not have the required scope(s): invoices:write"
    let error = try await failure(403, #"{"error": "forbidden", "message": "\#(sentence)"}"#)
    #expect(error == .forbidden(message: sentence, scope: ResourceKind.invoices.writeScope))
    #expect(try await failure(403, "<h1>Blocked</h1>") == .forbidden(message: "Blocked", scope: nil))
  }

  @Test func `404`() async throws {
    #expect(try await failure(404, #"{"message": "Not found."}"#) == .notFound(message: "Not found."))
    #expect(try await failure(404) == .notFound(message: ""))
  }

  @Test func `409 may be the other half of our own request`() async throws {
    let error = try await failure(409, #"{"error": "conflict", "message": "Other body."}"#)
    #expect(error == .conflict(message: "Other body."))
    #expect(error?.outcome == .unknown)
  }

  @Test func `422 in both shapes`() async throws {
    let fields = #"{"message": "Invalid.", "errors": {"items.1.quantity": ["Too much."]}}"#
    #expect(
      try await failure(422, fields)
        == .validation(Problem(message: "Invalid.", errors: ["items.1.quantity": ["Too much."]])))
    let word = #"{"error": "taken", "message": "The number is taken."}"#
    #expect(try await failure(422, word) == .validation(Problem(message: "The number is taken.", error: "taken")))
    #expect(try await failure(422, "nope") == .validation(Problem(message: "nope")))
  }

  @Test(
    arguments: [
      ("30", 30), (" 5 ", 5), ("0", 0), ("99999999999", 86_400), ("Sat, 07 Feb 2026 10:31:30 GMT", 90),
      ("Sat, 07 Feb 2026 10:00:00 GMT", 0), ("soon", nil), ("-5", nil), ("Sat, 31 Feb 2026 10:00:00 GMT", nil),
      ("", nil),
    ] as [(String, Int64?)])
  func `429 says how long to wait, in seconds or as a moment`(_ header: String, _ seconds: Int64?) async throws {
    let error = try await failure(429, #"{"message": "Too Many Attempts."}"#, [.retryAfter: header])
    #expect(error == .tooManyRequests(message: "Too Many Attempts.", retryAfter: seconds.map { .seconds($0) }))
    #expect(error?.outcome == .notPerformed)
  }

  @Test func `429 without a word about the wait`() async throws {
    #expect(try await failure(429) == .tooManyRequests(message: "", retryAfter: nil))
  }

  @Test(arguments: [400, 405, 413, 415]) func `other refusals keep their status`(_ status: Int) async throws {
    let error = try await failure(status, #"{"message": "No."}"#)
    #expect(error == .rejected(status: status, message: "No."))
    #expect(error?.outcome == .notPerformed)
  }

  @Test func `a proxy that gave up waiting tells nothing about the outcome`() async throws {
    #expect(try await failure(408)?.outcome == .unknown)
  }

  @Test func `500 and above leave the outcome unknown`() async throws {
    let error = try await failure(500, #"{"message": "Server Error"}"#)
    #expect(error == .server(status: 500, message: "Server Error"))
    #expect(error?.outcome == .unknown)
    let gateway = try await failure(502, "<html><title>502 Bad Gateway</title></html>", [.contentType: "text/html"])
    #expect(gateway == .server(status: 502, message: "502 Bad Gateway"))
  }

  @Test func `a redirect is not followed but named`() async throws {
    let error = try await failure(302, "", [.location: "https://host.example/login"])
    #expect(error == .redirected(to: "https://host.example/login"))
    #expect(error?.outcome == .unknown)
  }

  @Test(arguments: [
    (TransportError.refused, WriteOutcome.notPerformed), (.unreachable("x"), .notPerformed), (.tls("x"), .notPerformed),
    (.timedOut(.connecting), .notPerformed), (.timedOut(.answering), .unknown), (.tooLarge(limit: 1), .unknown),
    (.connectionLost(requestWasSent: true), .unknown), (.connectionLost(requestWasSent: false), .notPerformed),
    (.cancelled(requestWasSent: true), .unknown), (.cancelled(requestWasSent: false), .notPerformed),
    (.badURL("x"), .notPerformed), (.forbiddenPlainHTTP(host: "x"), .notPerformed),
  ])
  func `without an answer the outcome hangs on whether anything was sent`(
    _ error: TransportError, _ outcome: WriteOutcome
  ) async throws {
    let failure = try await failure(.failure(error))
    #expect(failure == .transport(error))
    #expect(failure?.outcome == outcome)
  }

  @Test func `a status that HTTP does not know is unreadable`() async throws {
    #expect(try await failure(700, "what") == .unreadable(summary: "what"))
  }

  @Test func `nothing is tried twice`() async throws {
    let transport = ScriptedTransport(.answer(503), .answer(200, #"{"data": []}"#))
    let client = try client(transport)
    await #expect(throws: APIError.self) { try await client.page(of: .items) }
    #expect(transport.sent.count == 1)
  }
}
