import BillingAPI
import BillingServer
import HTTPTypes
import Testing

/// One body of expectations for every resource and verb of the API documentation.
@Suite(.bothDoors) struct ConformanceTests {
  let service: TestService

  init() async throws {
    service = try TestService()
    _ = try await service.create(.customers, Bodies.customer)
    _ = try await service.create(.invoices, Bodies.invoice.with(["invoice_number": "INV-1"]))
  }

  /// The documented example, made different from the records that are there.
  private func body(_ kind: ResourceKind) -> JSONValue {
    kind == .customers ? Bodies.customer.with(["email": "other@example.com"]) : Bodies.of(kind)
  }

  @Test(arguments: ResourceKind.allCases)
  func `every documented create is answered with 201 and the record`(kind: ResourceKind) async throws {
    let reply = try await service.send(.post, kind.path, body(kind))
    #expect(reply.status == 201, "\(reply.text)")
    let again = try await service.get(kind.recordPath(reply.id))
    #expect(again.status == 200)
    #expect(again.data == reply.data)
  }

  @Test(arguments: ResourceKind.allCases)
  func `the answer carries every documented field, of the documented type`(kind: ResourceKind) async throws {
    let created = try await service.create(kind, body(kind))
    let shape = DocumentedShapes.of(kind)
    for (name, type) in shape {
      let value = try #require(created[name], "\(name) is missing")
      #expect(type.admits(value), "\(name): \(value)")
    }
    let order = created.object?.names.filter { name in shape.contains { $0.0 == name } }
    #expect(order == shape.map(\.0))
  }

  @Test(arguments: ResourceKind.allCases)
  func `lists hold the same records as single answers`(kind: ResourceKind) async throws {
    let created = try await service.create(kind, body(kind))
    let page = try await service.get(kind.path)
    #expect(page.status == 200)
    #expect(page.json.object?.names == ["data", "links", "meta"])
    #expect(page.data.array?.first == created)
  }

  @Test(arguments: ResourceKind.allCases)
  func `an update answers the changed record and keeps what it does not mention`(kind: ResourceKind) async throws {
    let created = try await service.create(kind, body(kind))
    let id = try #require(created["id"]?.integer)
    let text = kind == .customers ? "phone" : kind == .items ? "description" : "notes"
    let changed = try await service.send(.put, kind.recordPath(id), body(kind).with([text: "changed"]))
    #expect(changed.status == 200, "\(changed.text)")
    #expect(changed.data[text] == "changed")
    let kept = try await service.send(.put, kind.recordPath(id), body(kind).without(text))
    #expect(kept.data[text] == "changed")
    let cleared = try await service.send(.put, kind.recordPath(id), body(kind).with([text: .null]))
    #expect(cleared.data[text] == .null)
  }

  @Test(arguments: ResourceKind.allCases)
  func `a record can be deleted where the documentation lets it`(kind: ResourceKind) async throws {
    let id = try #require(try await service.create(kind, body(kind))["id"]?.integer)
    let reply = try await service.send(.delete, kind.recordPath(id))
    #expect(reply.status == (kind.allowsDelete ? 204 : 405))
    #expect(reply.bytes.isEmpty == kind.allowsDelete)
    #expect(try await service.get(kind.recordPath(id)).status == (kind.allowsDelete ? 404 : 200))
  }

  @Test(arguments: ResourceKind.allCases)
  func `other verbs are refused with those that are allowed`(kind: ResourceKind) async throws {
    let list = try await service.send(.patch, kind.path)
    #expect(list.status == 405)
    #expect(list.headers[.allow] == "GET, HEAD, POST")
    #expect(list.json["error"] == "method_not_allowed")
    let record = try await service.send(.post, kind.recordPath(1))
    #expect(record.status == 405)
    #expect(record.headers[.allow] == (kind.allowsDelete ? "GET, HEAD, PUT, DELETE" : "GET, HEAD, PUT"))
  }

  @Test(arguments: ResourceKind.allCases)
  func `HEAD says how long the answer to GET would be`(kind: ResourceKind) async throws {
    let head = try await service.send(.head, kind.path)
    #expect(head.status == 200)
    #expect(head.bytes.isEmpty)
    #expect(head.headers[.contentLength] == String(try await service.get(kind.path).bytes.count))
  }

  @Test(arguments: ResourceKind.allCases)
  func `a body that lacks everything is told everything that is required`(kind: ResourceKind) async throws {
    let reply = try await service.send(.post, kind.path, [:])
    #expect(reply.status == 422)
    #expect(reply.json["message"] == "The given data was invalid.")
    #expect(Set(reply.refusedFields) == DocumentedShapes.required(kind))
    for field in reply.refusedFields {
      #expect(reply.complaints(field) == ["The \(field.replacing("_", with: " ")) field is required."])
    }
  }

  @Test(arguments: ResourceKind.allCases)
  func `reading and writing each need their scope`(kind: ResourceKind) async throws {
    let reader = service.books.makeSessionKey(scopes: [kind.readScope])
    let writer = service.books.makeSessionKey(scopes: [kind.writeScope])
    #expect(try await service.send(.get, kind.path, key: reader).status == 200)
    let refused = try await service.send(.post, kind.path, body(kind), key: reader)
    #expect(refused.status == 403)
    #expect(refused.json["error"] == "forbidden")
    let words = "Your API key does not have the required scope(s): \(kind.writeScope)"
    #expect(refused.json["message"]?.string == words)
    #expect(try await service.send(.get, kind.path, key: writer).status == 403)
    #expect(try await service.send(.post, kind.path, body(kind), key: writer).status == 201)
  }

  @Test(arguments: ["/api/nothing", "/", "/api", "/api/invoices/", "/api/invoices/abc", "/api/invoices/01", "/api/v1"])
  func `what is not there is answered in JSON`(path: String) async throws {
    let reply = try await service.get(path)
    #expect(reply.status == 404)
    #expect(reply.json["error"] == "not_found")
  }

  @Test func `the documented base path and the bare one lead to the same place`() async throws {
    #expect(try await service.get("/api/v1/api/customers").data == (try await service.get("/api/customers").data))
    #expect(try await service.get("/api/v1/health").status == 200)
  }

  @Test func `health needs no key and me shows company and key`() async throws {
    let health = try await service.send(.get, "/health", headers: [.authorization: "Bearer wrong"])
    #expect(health.json == ["status": "healthy", "timestamp": "2026-02-07T12:00:00Z", "version": "2.2.0"])
    let me = try await service.get("/api/me").json
    #expect(me["company"]?.object?.names == ["id", "name", "slug", "address", "logo"])
    #expect(me["company"]?["slug"] == "acme-corp")
    #expect(me["api_key"]?.object?.names == ["name", "scopes", "expires_at", "last_used_at"])
    #expect(me["api_key"]?["last_used_at"] == "2026-02-07T12:00:00+00:00")
  }
}
