import Billing
import BillingAPI
import BillingServer
import HTTPTypes
import Testing

/// The arithmetic and the refusals of invoices and estimates.
@Suite(.bothDoors) struct DocumentRulesTests {
  let service: TestService

  init() async throws {
    service = try TestService()
    _ = try await service.create(.customers, Bodies.customer)
  }

  private func invoice(_ changes: [String: JSONValue]) async throws -> Reply {
    try await service.send(.post, "/api/invoices", Bodies.invoice.with(changes))
  }

  private func lines(_ pairs: [(quantity: String, price: Int64)]) throws -> JSONValue {
    .array(
      try pairs.map { pair in
        ["name": "Line", "quantity": try JSONValue(parsing: pair.quantity), "price": .integer(pair.price)]
      })
  }

  @Test func `the worked cases are accepted to the cent`() async throws {
    let first = try await invoice([
      "invoice_number": "A", "items": try lines([("1.5", 2999), ("3", 250000)]), "discount_type": "percentage",
      "discount": 10, "discount_val": 75450, "sub_total": 754499, "tax": 135810, "total": 814859,
    ])
    #expect(first.status == 201, "\(first.text)")
    #expect(first.data["items"]?.array?.map { $0["total"] } == [4499, 750000])
    let second = try await invoice([
      "invoice_number": "B", "items": try lines([("7.75", 18050), ("2.25", 1205)]), "discount_type": "fixed",
      "discount": 250, "discount_val": 250, "sub_total": 142599, "tax": 12633, "total": 154982,
    ])
    #expect(second.status == 201, "\(second.text)")
    let third = try await invoice([
      "invoice_number": "C", "items": try lines([("1", 15)]), "discount_type": "percentage", "discount": 10,
      "discount_val": 2, "sub_total": 15, "total": 13,
    ])
    #expect(third.status == 201, "\(third.text)")
    let fourth = try await invoice([
      "invoice_number": "D", "items": try lines([("1.15", 50)]), "sub_total": 58, "total": 58,
    ])
    #expect(fourth.status == 201, "\(fourth.text)")
    #expect(fourth.data["items"]?[0]?["quantity"]?.text == "1.15")
  }

  @Test func `sums that do not follow from the lines are refused with the right ones`() async throws {
    let wrong = try await invoice(["sub_total": 150001, "total": 150001])
    #expect(wrong.status == 422)
    #expect(wrong.complaints("sub_total") == ["The sub total does not match the items: 150000 was expected."])
    #expect(wrong.complaints("total") == ["The total does not match the items: 150000 was expected."])
    let discount = try await invoice([
      "discount_type": "percentage", "discount": 10, "discount_val": 14999, "total": 135001,
    ])
    #expect(discount.refusedFields == ["discount_val"])
  }

  @Test func `a discount without a type may be meant in percent, in cents or in whole units`() async throws {
    for (number, figure, value) in [("P", 10, 15000), ("C", 15000, 15000), ("U", 150, 15000)]
      as [(String, Int64, Int64)]
    {
      let reply = try await invoice([
        "invoice_number": .string(number), "discount": .integer(figure), "discount_val": .integer(value),
        "total": .integer(150000 - value),
      ])
      #expect(reply.status == 201, "\(number): \(reply.text)")
      #expect(reply.data["discount_type"] == (number == "P" ? "percentage" : "fixed"))
    }
  }

  @Test func `no discount exceeds what it is taken from`() async throws {
    let percent = try await invoice([
      "discount_type": "percentage", "discount": 101, "discount_val": 151500, "total": 0,
    ])
    #expect(percent.complaints("discount") == ["The discount field must not be greater than 100."])
    let fixed = try await invoice(["discount_type": "fixed", "discount": 150001, "discount_val": 150001, "total": 0])
    #expect(fixed.refusedFields == ["discount"])
  }

  @Test func `a credit line may be negative, a total may not`() async throws {
    let credit = try await invoice([
      "items": try lines([("1", 10000), ("-2", 1500)]), "sub_total": 7000, "total": 7000,
    ])
    #expect(credit.status == 201, "\(credit.text)")
    let negative = try await invoice([
      "invoice_number": "N", "items": try lines([("1", -100)]), "sub_total": 0, "total": 0,
    ])
    #expect(negative.status == 422)
  }

  @Test func `every problem of a body is told at once, under dotted paths`() async throws {
    let fine = try JSONValue(parsing: "1.33333")
    let reply = try await invoice([
      "customer_id": 99, "invoice_date": "2026-02-30", "discount": "ten", "tax": "free",
      "items": [["name": "Good", "quantity": 1, "price": 1], ["name": "", "quantity": fine, "price": "12"], 7],
    ])
    #expect(reply.status == 422)
    #expect(reply.complaints("customer_id") == ["The customer id is invalid."])
    #expect(reply.complaints("invoice_date") == ["The invoice date field must match the format Y-m-d."])
    #expect(reply.complaints("discount") == ["The discount field must be a number."])
    #expect(reply.complaints("tax") == ["The tax field must be an integer."])
    #expect(reply.complaints("items.1.name") == ["The items.1.name field is required."])
    #expect(
      reply.complaints("items.1.quantity") == [
        "The items.1.quantity field must be a number of at most 4 decimal places."
      ])
    #expect(reply.complaints("items.1.price") == ["The items.1.price field must be an integer."])
    #expect(reply.complaints("items.2") == ["The items.2 field must be an object."])
  }

  @Test func `a number can be taken once, and kept by its own record`() async throws {
    let first = try await invoice([:])
    #expect(try await invoice([:]).complaints("invoice_number") == ["The invoice number has already been taken."])
    #expect(try await service.send(.put, "/api/invoices/\(first.id)", Bodies.invoice).status == 200)
  }

  @Test func `lines are replaced as a whole`() async throws {
    let first = try await invoice([:])
    let body = Bodies.invoice.with(["items": try lines([("1", 100), ("2", 200)]), "sub_total": 500, "total": 500])
    let reply = try await service.send(.put, "/api/invoices/\(first.id)", body)
    #expect(reply.data["items"]?.array?.count == 2)
    #expect(reply.data["due_amount"] == 500)
  }

  @Test func `a document is sent by its status, and takes no other from a client`() async throws {
    let first = try await invoice(["status": "SENT"])
    #expect(first.data["status"] == "DRAFT")
    func put(_ status: String) async throws -> Reply {
      try await service.send(.put, "/api/invoices/\(first.id)", Bodies.invoice.with(["status": .string(status)]))
    }
    #expect(try await put("COMPLETED").data["status"] == "DRAFT")
    #expect(try await put("SENT").data["status"] == "SENT")
    #expect(try await put("DRAFT").data["status"] == "SENT")
    #expect(try await put("LOST").refusedFields == ["status"])
  }

  @Test func `what is late reads so, from the day after it was due`() async throws {
    let first = try await invoice([:])
    _ = try await service.send(.put, "/api/invoices/\(first.id)", Bodies.invoice.with(["status": "SENT"]))
    let due = try #require(CalendarDate(iso: "2026-03-07"))
    #expect(try await TestService(service, today: due).record(.invoices, first.id)["status"] == "SENT")
    let after = TestService(service, today: due.adding(days: 1))
    #expect(try await after.record(.invoices, first.id)["status"] == "OVERDUE")
    #expect(try await after.get("/api/invoices?status=OVERDUE").data.array?.count == 1)
    #expect(try await after.get("/api/invoices?status=SENT").data.array?.isEmpty == true)
  }

  @Test func `an offer expires unless it was answered`() async throws {
    let id = try #require(try await service.create(.estimates, Bodies.estimate)["id"]?.integer)
    func put(_ status: String) async throws -> JSONValue {
      try await service.send(.put, "/api/estimates/\(id)", Bodies.estimate.with(["status": .string(status)])).data
    }
    #expect(try await put("SENT")["status"] == "SENT")
    let later = TestService(service, today: TestService.today.adding(months: 3))
    #expect(try await later.record(.estimates, id)["status"] == "EXPIRED")
    #expect(try await put("ACCEPTED")["status"] == "ACCEPTED")
    #expect(try await later.record(.estimates, id)["status"] == "ACCEPTED")
  }

  @Test func `a document of nothing is never paid`() async throws {
    let reply = try await invoice(["items": try lines([("0", 100)]), "sub_total": 0, "total": 0])
    #expect(reply.data["status"] == "DRAFT")
    #expect(reply.data["paid_status"] == "UNPAID")
  }
}
