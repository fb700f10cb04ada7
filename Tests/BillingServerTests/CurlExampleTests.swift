import Billing
import BillingAPI
import BillingServer
import Testing

/// The API documentation's curl examples as printed, with our base URL and key, and an e-mail address of our own.
@Suite(.serialized) struct CurlExampleTests {
  static let creates: [(path: String, body: String, fields: [String])] = [
    (
      "customers",
      """
      {
      "name": "Jane Smith",
      "email": "jane@example.com",
      "phone": "+1 555-0200",
      "company_name": "Smith Co",
      "currency_id": 1,
      "billing": {
      "name": "Jane Smith",
      "address_street_1": "456 Oak Ave",
      "city": "San Francisco",
      "state": "CA",
      "zip": "94102",
      "country_id": 231
      }
      }
      """, ["id", "name", "email", "phone", "company_name", "currency_id", "company_id", "creator_id", "created_at"]
    ),
    (
      "invoices",
      """
      {
      "invoice_date": "2026-02-07",
      "due_date": "2026-03-07",
      "customer_id": 1,
      "invoice_number": "INV-000042",
      "discount": 0,
      "discount_val": 0,
      "sub_total": 150000,
      "total": 150000,
      "tax": 0,
      "template_name": "invoice1",
      "items": [
      {
      "name": "Web Development",
      "description": "Frontend implementation",
      "quantity": 10,
      "price": 15000
      }
      ]
      }
      """, ["id", "status", "paid_status", "due_amount", "unique_hash", "items"]
    ),
    (
      "payments",
      """
      {
      "payment_date": "2026-02-07",
      "customer_id": 1,
      "amount": 50000,
      "payment_number": "PAY-000010",
      "invoice_id": 1,
      "payment_method_id": 1,
      "notes": "Wire transfer received"
      }
      """, ["id", "payment_number", "base_amount", "exchange_rate", "creator_id"]
    ),
    (
      "estimates",
      """
      {
      "estimate_date": "2026-02-07",
      "expiry_date": "2026-03-07",
      "customer_id": 1,
      "estimate_number": "EST-000005",
      "discount": 0,
      "discount_val": 0,
      "sub_total": 200000,
      "total": 200000,
      "tax": 0,
      "template_name": "estimate1",
      "items": [
      {
      "name": "Strategy Consulting",
      "description": "Market analysis and growth strategy",
      "quantity": 20,
      "price": 10000
      }
      ]
      }
      """, ["id", "estimate_number", "status", "items"]
    ),
    (
      "expenses",
      """
      {
      "expense_date": "2026-02-07",
      "expense_category_id": 2,
      "amount": 4500,
      "currency_id": 1,
      "notes": "Team lunch"
      }
      """, ["id", "expense_number", "expense_category"]
    ),
    (
      "items",
      """
      {
      "name": "SEO Audit",
      "description": "Comprehensive SEO analysis and recommendations",
      "price": 75000
      }
      """, ["id", "price", "tax_per_item", "updated_at"]
    ),
  ]

  @Test func `each example is answered as documented`() async throws {
    let test = try TestService()
    let base = try await test.service.start(on: .loopback(port: 0)).baseURL
    let common = ["-H", "Authorization: Bearer \(test.key)", "-H", "Accept: application/json"]
    for example in Self.creates {
      let url = "\(base)/api/\(example.path)"
      let created = try await Curl.run(
        ["-X", "POST", url] + common + ["-H", "Content-Type: application/json", "-d", example.body])
      #expect(created.status == 201, "\(created.body)")
      let data = try #require(try JSONValue(parsing: created.body)["data"])
      for field in example.fields { #expect(data[field] != nil, "\(example.path): \(field)") }
      let list = try await Curl.run(["\(url)?page=1&limit=5"] + common)
      #expect(list.status == 200)
      #expect(list.headers.lowercased().contains("content-type: application/json"))
      #expect(try JSONValue(parsing: list.body)["data"]?[0] == data || example.path == "invoices")
    }
    let me = try await Curl.run(["\(base)/api/me"] + common)
    #expect(try JSONValue(parsing: me.body)["api_key"]?["scopes"]?.array?.count == 15)
    await test.service.stop()
  }
}
