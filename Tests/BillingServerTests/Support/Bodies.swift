import BillingAPI

/// Bodies as the API documentation prints them, with an address of our own where the page hides one.
enum Bodies {
  static let customer: JSONValue = [
    "name": "Jane Smith", "email": "jane@example.com", "phone": "+1 555-0200", "company_name": "Smith Co",
    "currency_id": 1,
    "billing": [
      "name": "Jane Smith", "address_street_1": "456 Oak Ave", "city": "San Francisco", "state": "CA", "zip": "94102",
      "country_id": 231,
    ],
  ]

  static let invoice: JSONValue = [
    "invoice_date": "2026-02-07", "due_date": "2026-03-07", "customer_id": 1, "invoice_number": "INV-000042",
    "discount": 0, "discount_val": 0, "sub_total": 150000, "total": 150000, "tax": 0, "template_name": "invoice1",
    "items": [
      ["name": "Web Development", "description": "Frontend implementation", "quantity": 10, "price": 15000]
    ],
  ]

  static let payment: JSONValue = [
    "payment_date": "2026-02-07", "customer_id": 1, "amount": 50000, "payment_number": "PAY-000010", "invoice_id": 1,
    "payment_method_id": 1, "notes": "Wire transfer received",
  ]

  static let estimate: JSONValue = [
    "estimate_date": "2026-02-07", "expiry_date": "2026-03-07", "customer_id": 1, "estimate_number": "EST-000005",
    "discount": 0, "discount_val": 0, "sub_total": 200000, "total": 200000, "tax": 0, "template_name": "estimate1",
    "items": [
      [
        "name": "Strategy Consulting", "description": "Market analysis and growth strategy", "quantity": 20,
        "price": 10000,
      ]
    ],
  ]

  static let expense: JSONValue = [
    "expense_date": "2026-02-07", "expense_category_id": 2, "amount": 4500, "currency_id": 1, "notes": "Team lunch",
  ]

  static let item: JSONValue = [
    "name": "SEO Audit", "description": "Comprehensive SEO analysis and recommendations", "price": 75000,
  ]

  static func of(_ kind: ResourceKind) -> JSONValue {
    switch kind {
    case .invoices: invoice
    case .customers: customer
    case .payments: payment
    case .estimates: estimate
    case .expenses: expense
    case .items: item
    }
  }
}

extension JSONValue {
  /// The same object with these members replaced or added.
  func with(_ members: [String: JSONValue]) -> JSONValue {
    var copy = self
    for (name, value) in members { copy[name] = value }
    return copy
  }

  func without(_ name: String) -> JSONValue {
    var copy = self
    copy[name] = nil
    return copy
  }
}
