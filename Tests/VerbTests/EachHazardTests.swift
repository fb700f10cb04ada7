import BillingAPI
import BillingServer
import HTTPTypes
import Testing

extension Verbs {
  /// Every hazard, flipped by the verb under a service that runs: it does what its sentence says from then on, and not
  /// before, and not after.
  @Suite struct EachHazard {
    let office: Office

    init() throws { office = try Office() }

    @Test(.timeLimit(.minutes(5)), arguments: Hazard.allCases)
    func `it strikes from the verb that turns it on to the one that turns it off`(hazard: Hazard) async throws {
      let service = try await RunningService(office)
      let key = try await office.key()
      let scene = Scene(service: service, key: key)
      try await scene.setUp()
      #expect(try await !scene.shows(hazard, patience: .seconds(60)))
      let figure = hazard.unit == "milliseconds" ? ["--value", "20000"] : []
      #expect(try await office.runList(["hazard", hazard.rawValue, "on"] + figure).status == 0)
      #expect(try await scene.shows(hazard, patience: .seconds(3)))
      #expect(try await office.run("hazard", hazard.rawValue, "off").status == 0)
      #expect(try await !scene.shows(hazard, patience: .seconds(60)))
      try await service.end()
      #expect(try await office.run("check").status == 0)
    }
  }
}

/// A customer with two invoices, and what can be seen of each hazard there.
private final class Scene: Sendable {
  let service: RunningService
  let key: String

  init(service: RunningService, key: String) {
    self.service = service
    self.key = key
  }

  func setUp() async throws {
    #expect(try await service.send(.post, "/api/customers", Samples.customer, key: key).status == 201)
    for number in ["FIRST", "SECOND"] {
      #expect(try await service.send(.post, "/api/invoices", Samples.invoice(number), key: key).status == 201)
    }
  }

  /// Whether the service does what the hazard says. `patience` is how long an answer is waited for that may be late:
  /// short where lateness is expected, so that a busy machine changes nothing, long where an answer is.
  func shows(_ hazard: Hazard, patience: Duration) async throws -> Bool {
    switch hazard {
    case .latency: try await isUnanswered { try await self.get("/api/me", within: patience).status == 200 }
    case .lateAnswer: try await isStoredUnanswered(within: patience)
    case .droppedBeforeWrite: try await isStored(0) { try await self.post() == nil }
    case .errorBeforeWrite: try await isStored(0) { try await self.post()?.status == 500 }
    case .refusedWrite: try await isStored(0) { try await self.post()?.status == 422 }
    case .droppedAfterWrite: try await isStored { try await self.post() == nil }
    case .errorAfterWrite: try await isStored { try await self.post()?.status == 500 }
    case .truncated: await attempt(.get, "/api/customers") == nil
    case .html: try await get("/api/customers").status == 502
    case .loginRedirect: try await get("/api/customers").headers[.location] == "/login"
    case .tooManyRequests: try await get("/api/customers").headers[.retryAfter] == "2"
    case .mangledTypes: try await get("/api/invoices/1").data["due_amount"] == "10000"
    case .pageDrift: try await firstID(page: 2) == firstID(page: 1)
    case .cappedLimit: try await get("/api/invoices?limit=50").json["meta"]?["per_page"] == 5
    case .bareLinks: try await get("/api/invoices?limit=1").json["links"]?["next"]?.string?.hasSuffix("?page=2") == true
    case .overpaySwallowed: try await isOverpaid()
    case .replacingPut: try await losesNotes()
    case .numberTaken: try await post()?.json["errors"]?["invoice_number"] != nil
    case .bareProblem: await attempt(.post, "/api/invoices", [:])?.json.object?.names == ["error", "message"]
    }
  }

  private func attempt(_ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil) async
    -> RunningService.Reply?
  {
    try? await service.send(method, path, body, key: key)
  }

  private func get(_ path: String, within patience: Duration = .seconds(60)) async throws -> RunningService.Reply {
    try await service.send(.get, path, key: key, within: patience)
  }

  /// The reply to an invoice under a number that nobody has; nil where the connection was lost.
  private func post(_ more: [String: JSONValue] = [:]) async throws -> RunningService.Reply? {
    let taken = try await count()
    var body = Samples.invoice("INV-\(taken)-\(more.count)")
    for (name, value) in more { body[name] = value }
    return await attempt(.post, "/api/invoices", body)
  }

  private func count() async throws -> Int64 {
    try await get("/api/invoices?limit=1").json["meta"]?["total"]?.integer ?? -1
  }

  /// Whether there are so many invoices more after what was tried, and that went as expected.
  private func isStored(_ more: Int64 = 1, after trial: () async throws -> Bool) async throws -> Bool {
    let before = try await count()
    let wentSo = try await trial()
    return try await count() == before + more && wentSo
  }

  /// Whether the answer did not come in time; one that is wrong is none of this hazard's.
  private func isUnanswered(_ trial: () async throws -> Bool) async throws -> Bool {
    do {
      let wentSo = try await trial()
      #expect(wentSo)
      return false
    } catch TransportError.timedOut(_) {
      return true
    }
  }

  /// Whether the answer to a write did not come in time although the write is done, or is about to be.
  private func isStoredUnanswered(within patience: Duration) async throws -> Bool {
    let before = try await count()
    let body = Samples.invoice("LATE-\(before)")
    let isLate = try await isUnanswered {
      try await self.service.send(.post, "/api/invoices", body, key: self.key, within: patience).status == 201
    }
    while try await count() == before { await Task.yield() }
    return isLate
  }

  private func firstID(page: Int) async throws -> Int64? {
    try await get("/api/invoices?limit=1&page=\(page)").data.array?.first?["id"]?.integer
  }

  private func isOverpaid() async throws -> Bool {
    let reply = await attempt(.post, "/api/payments", Samples.payment("OVER", of: 1, cents: 999_999))
    let due = try await get("/api/invoices/1").data["due_amount"]
    return reply?.status == 201 && due == 10000
  }

  private func losesNotes() async throws -> Bool {
    let made = try #require(try await post(["notes": "keep"])).data
    let id = try #require(made["id"]?.integer)
    let number = try #require(made["invoice_number"]?.string)
    return await attempt(.put, "/api/invoices/\(id)", Samples.invoice(number))?.data["notes"] == .null
  }
}
