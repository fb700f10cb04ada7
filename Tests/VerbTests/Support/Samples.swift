import BillingAPI

/// Bodies of records that hang together: customer 1, invoices of 100.00 for it, payments of them.
enum Samples {
  static let customer: JSONValue = ["name": "Jane Roe", "email": "jane@example.com", "currency_id": 1]

  static func invoice(_ number: String) -> JSONValue {
    [
      "invoice_date": "2026-02-07", "due_date": "2026-03-07", "customer_id": 1, "invoice_number": .string(number),
      "discount": 0, "discount_val": 0, "sub_total": 10000, "total": 10000, "tax": 0, "template_name": "invoice1",
      "items": [["name": "Work", "quantity": 4, "price": 2500]],
    ]
  }

  static func payment(_ number: String, of invoice: Int64, cents: Int64) -> JSONValue {
    [
      "payment_date": "2026-02-07", "customer_id": 1, "amount": .integer(cents), "payment_number": .string(number),
      "invoice_id": .integer(invoice), "payment_method_id": 1,
    ]
  }
}
