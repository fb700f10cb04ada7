import Billing
import BillingAPI
import BillingServer
import HTTPTypes
import Testing

/// A service over books in memory, with a company, a key that may do everything, and a day that stands still.
struct TestService {
  static let today = CalendarDate(daysSince1970: 20_491)  // 2026-02-07

  let service: BillingService
  let key: String
  private let loopback: LoopbackDoor

  var books: Books { service.books }

  init(
    _ place: Books.Place = .memory, today: CalendarDate = Self.today, limits: ServiceLimits = ServiceLimits()
  ) throws {
    let books = try Books(place)
    try books.setUp(companyName: "Acme Corp", currencyID: Identifier(1))
    var configuration = ServiceConfiguration()
    configuration.clock = .fixed(today)
    configuration.limits = limits
    service = BillingService(books: books, configuration: configuration)
    key = books.makeSessionKey()
    loopback = LoopbackDoor(service)
  }

  /// The same books and keys on another day.
  init(_ other: TestService, today: CalendarDate) {
    var configuration = other.service.configuration
    configuration.clock = .fixed(today)
    service = BillingService(books: other.books, configuration: configuration)
    key = other.key
    loopback = LoopbackDoor(service)
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil, headers: HTTPFields = [:],
    key: String? = nil
  ) async throws -> Reply {
    var headers = headers
    if body != nil { headers[.contentType] = headers[.contentType] ?? "application/json" }
    return try await send(method, path, bytes: body?.encoded() ?? [], headers: headers, key: key)
  }

  func send(
    _ method: HTTPRequest.Method, _ path: String, bytes: [UInt8], headers: HTTPFields = [:], key: String? = nil
  ) async throws -> Reply {
    try #require(try await attempt(method, path, bytes: bytes, headers: headers, key: key), "no answer came")
  }

  /// The same; nil where the connection closed before the whole answer was there.
  func attempt(
    _ method: HTTPRequest.Method, _ path: String, bytes: [UInt8] = [], headers: HTTPFields = [:], key: String? = nil
  ) async throws -> Reply? {
    var headers = headers
    headers[.authorization] = headers[.authorization] ?? "Bearer \(key ?? self.key)"
    let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers)
    if Door.current == .loopback { return try await loopback.send(head, bytes) }
    guard let (response, body) = await service.respond(to: head, body: bytes) else { return nil }
    return Reply(status: response.status.code, headers: response.headerFields, bytes: body)
  }

  func get(_ path: String) async throws -> Reply { try await send(.get, path) }

  /// Creates a record that must be accepted, and answers it.
  func create(_ kind: ResourceKind, _ body: JSONValue) async throws -> JSONValue {
    let reply = try await send(.post, kind.path, body)
    try #require(reply.status == 201, "\(reply.text)")
    return try #require(reply.json["data"])
  }

  func record(_ kind: ResourceKind, _ id: Int64) async throws -> JSONValue {
    try #require(try await get(kind.recordPath(id)).json["data"])
  }
}

/// What a service answered.
struct Reply {
  let status: Int
  let headers: HTTPFields
  let bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }
  /// Null where the body is not JSON.
  var json: JSONValue { (try? JSONValue(parsing: bytes)) ?? .null }
  var data: JSONValue { json["data"] ?? .null }
  var id: Int64 { data["id"]?.integer ?? 0 }
  /// The complaints about one field of a 422.
  func complaints(_ field: String) -> [String] { json["errors"]?[field]?.array?.compactMap(\.string) ?? [] }
  var refusedFields: [String] { json["errors"]?.object?.names ?? [] }
}
