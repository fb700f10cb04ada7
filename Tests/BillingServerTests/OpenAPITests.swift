import BillingAPI
import Foundation
import HTTPTypes
import Testing

@testable import BillingServer

/// The description in `docs/openapi.json` says what the service does, no more and no less.
@Suite struct OpenAPITests {
  private let description: JSONValue

  init() throws {
    let top = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    description = try JSONValue(parsing: Array(Data(contentsOf: URL(filePath: top + "/docs/openapi.json"))))
  }

  private static let paths =
    ["/health", "/api/me"] + ResourceKind.allCases.flatMap { [$0.path, $0.path + "/{id}"] }

  private func operations(_ path: String) throws -> JSONObject {
    var operations = try #require(description["paths"]?[path]?.object)
    operations["parameters"] = nil
    return operations
  }

  private func endpoint(_ path: String) throws -> Endpoint {
    try #require(Endpoint(path: path.replacing("{id}", with: "1")[...]))
  }

  @Test func `it describes the paths that there are, in version 3.1`() throws {
    #expect(description["openapi"] == "3.1.0")
    #expect(Set(description["paths"]?.object?.names ?? []) == Set(Self.paths))
  }

  @Test(arguments: paths)
  func `each path has the methods that the routes allow`(path: String) throws {
    let allowed = try endpoint(path).methods.map { $0.rawValue.lowercased() }
    #expect(Set(try operations(path).names) == Set(allowed))
  }

  @Test(arguments: paths)
  func `each operation names the scope that it needs`(path: String) throws {
    let endpoint = try endpoint(path)
    for operation in try operations(path).members {
      let scope = endpoint.scope(for: try #require(HTTPRequest.Method(rawValue: operation.name.uppercased())))
      let named = operation.value["security"]?.array?.first.flatMap { $0["key"]?.array?.compactMap(\.string) }
      #expect(named == (endpoint == .health ? nil : [scope].compactMap { $0?.rawValue }))
    }
  }

  @Test(arguments: ResourceKind.allCases)
  func `a body has the fields that are read, and requires those that are required`(kind: ResourceKind) throws {
    let operation = try operations(kind.path)["post"]
    let schema = try resolved(operation?["requestBody"]?["content"]?["application/json"]?["schema"])
    let definition = ResourceDefinition.of(kind)
    let lines: Set<String> = kind == .invoices || kind == .estimates ? ["items"] : []
    #expect(Set(schema["properties"]?.object?.names ?? []) == Set(definition.fields.map(\.name)).union(lines))
    let required = definition.fields.filter(\.isRequired).map(\.name)
    #expect(Set(schema["required"]?.array?.compactMap(\.string) ?? []) == Set(required).union(lines))
  }

  @Test(arguments: ResourceKind.allCases)
  func `the example of a body is taken, by a create and by an update`(kind: ResourceKind) async throws {
    let service = try TestService()
    if kind != .customers { _ = try await service.create(.customers, Bodies.customer) }
    let operation = try operations(kind.path)["post"]
    let example = try #require(operation?["requestBody"]?["content"]?["application/json"]?["example"])
    let created = try await service.send(.post, kind.path, example)
    #expect(created.status == 201, "\(created.text)")
    #expect(try await service.send(.put, kind.recordPath(created.id), example).status == 200)
  }

  @Test(arguments: ResourceKind.allCases)
  func `an answer has the fields that are answered`(kind: ResourceKind) async throws {
    let service = try TestService()
    _ = try await service.create(.customers, Bodies.customer)
    if kind == .payments { _ = try await service.create(.invoices, Bodies.invoice) }
    let body = kind == .customers ? Bodies.customer.with(["email": "other@example.com"]) : Bodies.of(kind)
    let unit: JSONValue = kind == .items ? body.with(["unit_id": 1]) : body
    let answered = try await service.create(kind, unit).object?.names ?? []
    let response = try operations(kind.path + "/{id}")["get"]?["responses"]?["200"]
    let answer = try resolved(response?["content"]?["application/json"]?["schema"])
    let record = try resolved(answer["properties"]?["data"])
    #expect(Set(record["properties"]?.object?.names ?? []) == Set(answered))
  }

  @Test(arguments: ResourceKind.allCases)
  func `a list can be asked for what the service takes`(kind: ResourceKind) throws {
    let parameters = try operations(kind.path)["get"]?["parameters"]?.array?.map { try resolved($0) } ?? []
    let definition = ResourceDefinition.of(kind)
    var names: Set = ["page", "limit"]
    if !definition.statuses.isEmpty { names.insert("status") }
    if definition.hasCustomer { names.insert("customer_id") }
    #expect(Set(parameters.compactMap { $0["name"]?.string }) == names)
    let status = parameters.first { $0["name"] == "status" }?["schema"]?["enum"]?.array?.compactMap(\.string)
    // An empty word asks for nothing and is let pass.
    #expect(status ?? [] == (definition.statuses.isEmpty ? [] : definition.statuses.map(\.word) + [""]))
  }

  /// What a reference leads to.
  private func resolved(_ value: JSONValue?) throws -> JSONValue {
    let value = try #require(value)
    guard let reference = value["$ref"]?.string else { return value }
    let parts = reference.split(separator: "/").dropFirst()
    return try parts.reduce(description) { try #require($0[String($1)], "\(reference) leads nowhere") }
  }
}
