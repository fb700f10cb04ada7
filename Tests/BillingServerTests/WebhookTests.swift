import Billing
import BillingAPI
import BillingServer
import Foundation
import HTTPTypes
import Testing

@Suite(.bothDoors) struct WebhookTests {
  let service: TestService
  let receiver = Receiver()
  let secret: String

  init() async throws {
    service = try TestService()
    secret = try service.books.addWebhook("http://127.0.0.1:9/hook").secret
  }

  /// - Parameter days: how much later than the service's day the sender looks.
  private func deliver(days: Int = 0) async throws {
    let sender = WebhookSender(
      books: service.books, transport: receiver, clock: .fixed(TestService.today.adding(days: days)))
    while try await sender.deliverDue() > 0 {}
  }

  @Test func `a created record is told of with a signature that fits`() async throws {
    _ = try await service.create(.customers, Bodies.customer)
    try await deliver()
    let delivery = try #require(receiver.taken.first)
    #expect(receiver.taken.count == 1)
    #expect(delivery.event == "customer.created")
    let signature = try #require(delivery.headers[.webhookSignature])
    #expect(WebhookSignature.verifies(signature, body: delivery.body, secret: Array(secret.utf8)))
    #expect(delivery.headers[.webhookTimestamp] == "1770465600")
    let payload = try JSONValue(parsing: delivery.body)
    #expect(payload.object?.names == ["event", "timestamp", "data"])
    #expect(payload["data"] == (try await service.record(.customers, 1)))
  }

  @Test func `an invoice's life is told in its order`() async throws {
    _ = try await service.create(.customers, Bodies.customer)
    _ = try await service.create(.invoices, Bodies.invoice)
    _ = try await service.send(.put, "/api/invoices/1", Bodies.invoice.with(["status": "SENT"]))
    _ = try await service.create(.payments, Bodies.payment.with(["amount": 150000]))
    try await deliver()
    let events = receiver.taken.filter { $0.event.hasPrefix("invoice") }.map(\.event)
    #expect(events == ["invoice.created", "invoice.updated", "invoice.sent", "invoice.paid"])
    #expect(receiver.taken.contains { $0.event == "payment.received" })
  }

  @Test func `what becomes overdue is told once`() async throws {
    _ = try await service.create(.customers, Bodies.customer)
    _ = try await service.create(.invoices, Bodies.invoice)
    _ = try await service.send(.put, "/api/invoices/1", Bodies.invoice.with(["status": "SENT"]))
    try await deliver(days: 60)
    try await deliver(days: 61)
    let overdue = receiver.taken.filter { $0.event == "invoice.overdue" }
    #expect(overdue.count == 1)
    #expect(try JSONValue(parsing: try #require(overdue.first).body)["data"]?["status"] == "OVERDUE")
  }

  @Test func `a first receiver is told of what becomes overdue, not of what was`() async throws {
    try service.books.removeWebhook(1)
    _ = try await service.create(.customers, Bodies.customer)
    for (number, due) in [("LATE", "2026-02-08"), ("LATER", "2026-03-07")] {
      let invoice = Bodies.invoice.with(["invoice_number": .string(number), "due_date": .string(due)])
      let id = try #require(try await service.create(.invoices, invoice)["id"]?.integer)
      _ = try await service.send(.put, "/api/invoices/\(id)", invoice.with(["status": "SENT"]))
    }
    _ = try service.books.addWebhook("http://127.0.0.1:9/hook", clock: .fixed(TestService.today.adding(days: 10)))
    try await deliver(days: 60)
    #expect(receiver.taken.map(\.event) == ["invoice.overdue"])
    #expect(try JSONValue(parsing: try #require(receiver.taken.first).body)["data"]?["invoice_number"] == "LATER")
  }

  @Test func `a refused write is told to nobody`() async throws {
    _ = try await service.send(.post, "/api/customers", [:])
    try await deliver()
    #expect(receiver.taken.isEmpty)
  }

  @Test func `a receiver that fails is tried again later, in order, with the same delivery id`() async throws {
    receiver.answer(500)
    _ = try await service.create(.customers, Bodies.customer)
    _ = try await service.send(.put, "/api/customers/1", Bodies.customer)
    try await deliver()
    #expect(receiver.taken.map(\.event) == ["customer.created"])
    #expect(try service.books.webhookDeliveries().map(\.standing) == [.waiting, .waiting])
    receiver.answer(200)
    try await deliver()
    #expect(receiver.taken.count == 1)
    try await deliver(days: 1)
    #expect(receiver.taken.map(\.event) == ["customer.created", "customer.created", "customer.updated"])
    #expect(receiver.taken[0].headers[.webhookDeliveryID] == receiver.taken[1].headers[.webhookDeliveryID])
    #expect(try service.books.webhookDeliveries().map(\.standing) == [.delivered, .delivered])
  }

  @Test func `after the last attempt a delivery is given up, and can be sent again`() async throws {
    receiver.answer(500)
    _ = try await service.create(.customers, Bodies.customer)
    for day in 0..<12 { try await deliver(days: day) }
    let lost = try #require(try service.books.webhookDeliveries().first)
    #expect(lost.standing == .givenUp && lost.attempts == 11 && lost.outcome == "500")
    receiver.answer(200)
    try service.books.redeliver(lost.id, now: service.service.configuration.clock.now())
    try await deliver()
    #expect(try service.books.webhookDeliveries().first?.standing == .delivered)
  }

  @Test func `a receiver gets only what it asked for`() async throws {
    let other = try service.books.addWebhook("https://example.com/x", events: [.estimateAccepted]).webhook
    _ = try await service.create(.customers, Bodies.customer)
    #expect(try service.books.webhookDeliveries().allSatisfy { $0.webhookID != other.id })
    try service.books.removeWebhook(other.id)
    #expect(try service.books.webhooks().count == 1)
  }

  @Test(arguments: [
    ("http://169.254.169.254/latest", WebhookProblem.plainHTTP), ("https://169.254.169.254/", .forbiddenAddress),
    ("https://[fe80::1]/", .forbiddenAddress), ("http://example.com/", .plainHTTP), ("ftp://example.com/", .badURL),
    ("https://user:secret@example.com/", .badURL),
  ])
  func `some addresses are not sent to`(url: String, problem: WebhookProblem) throws {
    #expect(throws: problem) { _ = try service.books.addWebhook(url) }
  }
}
