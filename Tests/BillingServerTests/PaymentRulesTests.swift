import Billing
import BillingAPI
import BillingServer
import HTTPTypes
import Testing

/// Payments move the balance of the invoice that they pay, and never past its ends.
@Suite(.bothDoors) struct PaymentRulesTests {
  let service: TestService
  let invoice: Int64

  init() async throws {
    service = try TestService()
    _ = try await service.create(.customers, Bodies.customer)
    _ = try await service.create(.customers, ["name": "Another"])
    invoice = try #require(try await service.create(.invoices, Bodies.invoice)["id"]?.integer)
    _ = try await service.send(.put, "/api/invoices/\(invoice)", Bodies.invoice.with(["status": "SENT"]))
  }

  private func pay(_ number: String, _ changes: [String: JSONValue] = [:]) async throws -> Reply {
    let body = Bodies.payment.with(["payment_number": .string(number)]).with(changes)
    return try await service.send(.post, "/api/payments", body)
  }

  private func expectInvoice(_ status: String, _ paid: String, _ due: Int64) async throws {
    let record = try await service.record(.invoices, invoice)
    #expect(record["status"]?.string == status)
    #expect(record["paid_status"]?.string == paid)
    #expect(record["due_amount"]?.integer == due)
  }

  @Test func `an invoice is partially paid, then paid and completed`() async throws {
    #expect(try await pay("P1").status == 201)
    try await expectInvoice("SENT", "PARTIALLY_PAID", 100000)
    #expect(try await pay("P2", ["amount": 100000]).status == 201)
    try await expectInvoice("COMPLETED", "PAID", 0)
    #expect(try await service.get("/api/invoices?status=COMPLETED").data.array?.count == 1)
  }

  @Test func `lowering, moving and raising a payment moves the balance back`() async throws {
    let id = try await pay("P1", ["amount": 150000]).id
    try await expectInvoice("COMPLETED", "PAID", 0)
    func put(_ changes: [String: JSONValue]) async throws -> Reply {
      let body = Bodies.payment.with(["payment_number": "P1"]).with(changes)
      return try await service.send(.put, "/api/payments/\(id)", body)
    }
    #expect(try await put(["amount": 50000]).status == 200)
    try await expectInvoice("SENT", "PARTIALLY_PAID", 100000)
    #expect(try await put(["amount": 150000]).status == 200)
    try await expectInvoice("COMPLETED", "PAID", 0)
    #expect(try await put(["amount": 150001]).refusedFields == ["amount"])
    #expect(try await put(["amount": 150000, "invoice_id": .null]).status == 200)
    try await expectInvoice("SENT", "UNPAID", 150000)
  }

  @Test func `more than the balance is refused, and so is nothing`() async throws {
    let much = try await pay("P1", ["amount": 150001])
    #expect(much.complaints("amount") == ["The amount field must not be greater than the balance of 150000."])
    #expect(try await pay("P1", ["amount": 0]).complaints("amount") == ["The amount field must be greater than 0."])
    #expect(try await pay("P1", ["amount": -5]).refusedFields == ["amount"])
    try await expectInvoice("SENT", "UNPAID", 150000)
  }

  @Test func `another customer's invoice is not paid`() async throws {
    #expect(
      try await pay("P1", ["customer_id": 2]).complaints("invoice_id") == [
        "The selected invoice id belongs to another customer."
      ])
  }

  @Test func `what is paid holds the invoice in place`() async throws {
    #expect(try await pay("P1").status == 201)
    let path = "/api/invoices/\(invoice)"
    #expect(try await service.send(.delete, path).status == 422)
    let other = try await service.send(.put, path, Bodies.invoice.with(["customer_id": 2]))
    #expect(other.refusedFields == ["customer_id"])
    let line: JSONValue = [["name": "Less", "quantity": 1, "price": 49999]]
    let less = try await service.send(
      .put, path, Bodies.invoice.with(["items": line, "sub_total": 49999, "total": 49999]))
    #expect(less.complaints("total") == ["The total field must not be less than the 50000 already paid."])
    let even: JSONValue = [["name": "Even", "quantity": 1, "price": 50000]]
    let paid = try await service.send(
      .put, path, Bodies.invoice.with(["items": even, "sub_total": 50000, "total": 50000]))
    #expect(paid.data["status"] == "COMPLETED")
  }

  @Test func `a payment has its invoice's currency and counts in the company's`() async throws {
    let rate = try JSONValue(parsing: "1.08")
    let body = Bodies.invoice.with(["invoice_number": "EUR", "currency_id": 3, "exchange_rate": rate])
    let euro = try #require(try await service.create(.invoices, body)["id"]?.integer)
    let reply = try await pay("P1", ["invoice_id": .integer(euro), "amount": 12345, "exchange_rate": rate])
    #expect(reply.data["currency_id"] == 3)
    #expect(reply.data["base_amount"] == 13333)
  }
}
