import Billing
import BillingAPI
import BillingServer
import Foundation
import HTTPTypes
import TestSupport

/// The service of a journey: real books behind a real socket, which can be closed and opened again.
final class Office: Sendable {
  let service: BillingService
  let key: String
  private let folder: TestFolder

  var books: Books { service.books }
  var socket: String { folder.path + "/service" }
  /// The day of every journey, for the dashboard and the service alike.
  static let today = CalendarDate(year: 2026, month: 3, day: 18) ?? .first

  init(_ fill: (Books) throws -> Void) async throws {
    folder = try TestFolder()
    let books = try Books(.memory)
    try fill(books)
    var configuration = ServiceConfiguration()
    configuration.clock = .fixed(Self.today)
    service = BillingService(books: books, configuration: configuration)
    key = books.makeSessionKey()
    try await open()
  }

  /// Books with two customers, an item and as many invoices as asked for, the oldest first: INV-000001 over 100.00,
  /// INV-000002 over 200.00 and so on, by turns for Acme Harbour and Zoë Bright.
  static func withInvoices(_ count: Int) async throws -> Office {
    let office = try await Office { try $0.setUp(companyName: "Paper Lantern Ltd", currencyID: Identifier(1)) }
    try await office.post("customers", ["name": "Acme Harbour", "currency_id": 1])
    try await office.post("customers", ["name": "Zoë Bright", "currency_id": 1])
    try await office.post("items", ["name": "Harbour survey", "description": "A day on the quay", "price": 12_345])
    for number in stride(from: 1, through: count, by: 1) { try await office.addInvoice(number) }
    return office
  }

  /// Sample books, the same for every journey of one day.
  static func sample(hostile: Bool = false) async throws -> Office {
    try await Office { try SampleBooks(.small, seed: 7, today: today, isHostile: hostile).fill($0) }
  }

  func open() async throws { try await service.start(on: .unixSocket(socket)) }
  func close() async { await service.stop() }

  func end() async { await service.stop() }

  func addInvoice(_ number: Int) async throws {
    let cents = Int64(number) * 10_000
    try await post(
      "invoices",
      [
        "invoice_date": .string(Self.today.iso), "due_date": .string(Self.today.adding(days: 30).iso),
        "customer_id": .integer(Int64(2 - number % 2)), "invoice_number": .string(Self.number(number)),
        "discount": 0, "discount_val": 0, "sub_total": .integer(cents), "total": .integer(cents), "tax": 0,
        "template_name": "invoice1",
        "items": [["name": "Work", "quantity": 1, "price": .integer(cents)]],
      ])
  }

  static func number(_ counter: Int) -> String {
    "INV-" + String(repeating: "0", count: 6 - "\(counter)".count) + "\(counter)"
  }

  @discardableResult
  func post(_ path: String, _ body: JSONValue) async throws -> JSONValue {
    let reply = try await ask(.post, path, body)
    guard reply.status == 201 else { throw OfficeProblem(reply: String(decoding: reply.body.encoded(), as: UTF8.self)) }
    return reply.body["data"] ?? .null
  }

  func delete(_ path: String) async {
    // A deletion answers without a body, which is no JSON; a test sees by the records whether it worked.
    _ = try? await ask(.delete, path)
  }

  /// Another client changes a record.
  func put(_ path: String, _ body: JSONValue) async throws {
    let reply = try await ask(.put, path, body)
    guard reply.status == 200 else { throw OfficeProblem(reply: String(decoding: reply.body.encoded(), as: UTF8.self)) }
  }

  /// Books in which Acme Harbour owes these amounts on invoices that were sent, the first of them the longest due.
  static func owing(_ cents: [Int64]) async throws -> Office {
    let office = try await withInvoices(0)
    for (place, amount) in cents.enumerated() {
      var body = JSONObject([
        ("invoice_date", .string(today.adding(days: -60).iso)),
        ("due_date", .string(today.adding(days: place * 20 - 40).iso)), ("customer_id", 1),
        ("invoice_number", .string(number(place + 1))), ("discount", 0), ("discount_val", 0),
        ("sub_total", .integer(amount)), ("total", .integer(amount)), ("tax", 0), ("template_name", "invoice1"),
        ("items", [["name": "Work", "quantity": 1, "price": .integer(amount)]]),
      ])
      try await office.post("invoices", .object(body))
      body["status"] = "SENT"
      try await office.put("invoices/\(place + 1)", .object(body))
    }
    return office
  }

  /// Every record of a kind, as the service has it, whether it listens or not.
  func records(_ path: String) async throws -> [JSONValue] {
    var all: [JSONValue] = []
    var page = 1
    while true {
      let body = try await ask(.get, "\(path)?limit=100&page=\(page)").body
      guard case .array(let rows)? = body["data"] else { return all }
      all += rows
      guard rows.count == 100 else { return all }
      page += 1
    }
  }

  func invoice(_ number: String) async throws -> JSONValue? {
    try await records("invoices").first { $0["invoice_number"] == .string(number) }
  }

  private func ask(_ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil) async throws -> (
    status: Int, body: JSONValue
  ) {
    var request = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: "/api/\(path)")
    request.headerFields[.authorization] = "Bearer \(key)"
    request.headerFields[.accept] = "application/json"
    request.headerFields[.contentType] = "application/json"
    guard let (response, bytes) = await service.respond(to: request, body: body?.encoded() ?? []) else {
      throw OfficeProblem(reply: "no answer")
    }
    return (response.status.code, try JSONValue(parsing: bytes))
  }
}

struct OfficeProblem: Error { let reply: String }
