/// The examples of the API documentation, as JSON text.
enum DocumentedExamples {
  static let health = """
    {"status": "healthy", "timestamp": "2026-02-07T10:30:00Z", "version": "2.2.0"}
    """

  static let me = """
    {
      "company": {
        "id": 1, "name": "Acme Corp", "slug": "acme-corp",
        "address": {
          "address_street_1": "123 Main St", "city": "New York", "state": "NY", "zip": "10001", "country_id": 231,
          "phone": "+1 555-0100"
        },
        "logo": null
      },
      "api_key": {
        "name": "Production Key",
        "scopes": ["invoices:read", "invoices:write", "customers:read"],
        "expires_at": "2027-01-15T00:00:00+00:00",
        "last_used_at": "2026-02-07T10:30:00+00:00"
      }
    }
    """

  static let invoice = """
    {
      "id": 1, "invoice_date": "2026-02-01", "due_date": "2026-03-01", "invoice_number": "INV-000001",
      "reference_number": "REF-100", "status": "SENT", "paid_status": "UNPAID", "discount_type": "fixed",
      "discount": 0, "discount_val": 0, "sub_total": 50000, "total": 50000, "tax": 0, "due_amount": 50000,
      "currency_id": 1, "exchange_rate": 1, "customer_id": 1, "template_name": "invoice1", "creator_id": 1,
      "unique_hash": "abc123...",
      "customer": { "id": 1, "name": "John Doe", "email": "john@doe.example.com" },
      "items": [
        {
          "id": 1, "name": "Web Design", "description": "Homepage redesign", "quantity": 1, "price": 50000,
          "total": 50000
        }
      ]
    }
    """

  static let invoicePage = """
    {
      "data": [\(invoice)],
      "links": { "first": "...?page=1", "last": "...?page=3", "prev": null, "next": "...?page=2" },
      "meta": { "current_page": 1, "last_page": 3, "per_page": 5, "total": 12 }
    }
    """

  static let invoiceRequest = """
    {
      "invoice_date": "2026-02-07", "due_date": "2026-03-07", "customer_id": 1, "invoice_number": "INV-000042",
      "discount": 0, "discount_val": 0, "sub_total": 150000, "total": 150000, "tax": 0, "template_name": "invoice1",
      "items": [
        {
          "name": "Web Development", "description": "Frontend implementation", "quantity": 10, "price": 15000
        }
      ]
    }
    """

  static let createdInvoice = """
    {
      "data": {
        "id": 42, "invoice_date": "2026-02-07", "due_date": "2026-03-07", "invoice_number": "INV-000042",
        "status": "DRAFT", "paid_status": "UNPAID", "sub_total": 150000, "total": 150000, "tax": 0,
        "due_amount": 150000, "discount": 0, "discount_val": 0, "customer_id": 1, "currency_id": 1,
        "exchange_rate": 1, "template_name": "invoice1", "creator_id": 1, "unique_hash": "xyz789...",
        "items": [
          {
            "id": 100, "name": "Web Development", "description": "Frontend implementation", "quantity": 10,
            "price": 15000, "total": 150000
          }
        ]
      }
    }
    """

  static let customer = """
    {
      "id": 1, "name": "John Doe", "email": "john@doe.example.com", "phone": "+1 555-0100", "contact_name": "John",
      "company_name": "Doe Industries", "website": "https://doe.example.com", "currency_id": 1, "prefix": "Mr",
      "created_at": "2026-01-15T08:00:00.000000Z",
      "billing": {
        "name": "John Doe", "address_street_1": "123 Main St", "city": "New York", "state": "NY", "zip": "10001",
        "country_id": 231, "phone": "+1 555-0100"
      },
      "shipping": null
    }
    """

  static let customerRequest = """
    {
      "name": "Jane Smith", "email": "jane@smith.example.com", "phone": "+1 555-0200", "company_name": "Smith Co",
      "currency_id": 1,
      "billing": {
        "name": "Jane Smith", "address_street_1": "456 Oak Ave", "city": "San Francisco", "state": "CA",
        "zip": "94102", "country_id": 231
      }
    }
    """

  static let payment = """
    {
      "id": 1, "payment_number": "PAY-000001", "payment_date": "2026-02-05", "amount": 50000,
      "notes": "Payment received via bank transfer", "customer_id": 1, "invoice_id": 1, "payment_method_id": 1,
      "currency_id": 1, "exchange_rate": 1, "base_amount": 50000, "creator_id": 1,
      "customer": { "id": 1, "name": "John Doe" },
      "payment_method": { "id": 1, "name": "Bank Transfer" }
    }
    """

  static let paymentRequest = """
    {
      "payment_date": "2026-02-07", "customer_id": 1, "amount": 50000, "payment_number": "PAY-000010",
      "invoice_id": 1, "payment_method_id": 1, "notes": "Wire transfer received"
    }
    """

  static let estimate = """
    {
      "id": 1, "estimate_date": "2026-02-01", "expiry_date": "2026-03-01", "estimate_number": "EST-000001",
      "status": "DRAFT", "discount_type": "fixed", "discount": 0, "discount_val": 0, "sub_total": 75000,
      "total": 75000, "tax": 0, "currency_id": 1, "exchange_rate": 1, "customer_id": 1,
      "template_name": "estimate1", "creator_id": 1,
      "customer": { "id": 1, "name": "John Doe" },
      "items": [ { "id": 1, "name": "Consulting", "quantity": 5, "price": 15000, "total": 75000 } ]
    }
    """

  static let estimateRequest = """
    {
      "estimate_date": "2026-02-07", "expiry_date": "2026-03-07", "customer_id": 1,
      "estimate_number": "EST-000005", "discount": 0, "discount_val": 0, "sub_total": 200000, "total": 200000,
      "tax": 0, "template_name": "estimate1",
      "items": [
        {
          "name": "Strategy Consulting", "description": "Market analysis and growth strategy", "quantity": 20,
          "price": 10000
        }
      ]
    }
    """

  static let expense = """
    {
      "id": 1, "expense_date": "2026-02-03", "expense_number": "EXP-000001", "amount": 12500,
      "notes": "Office supplies purchase", "customer_id": null, "expense_category_id": 2, "currency_id": 1,
      "exchange_rate": 1, "base_amount": 12500, "payment_method_id": 1, "creator_id": 1,
      "expense_category": { "id": 2, "name": "Office Supplies" }
    }
    """

  static let expenseRequest = """
    {
      "expense_date": "2026-02-07", "expense_category_id": 2, "amount": 4500, "currency_id": 1,
      "notes": "Team lunch"
    }
    """

  static let item = """
    {
      "id": 1, "name": "Web Development", "description": "Full-stack web development services", "price": 15000,
      "unit_id": 1, "company_id": 1, "creator_id": 1, "currency_id": 1, "tax_per_item": "NO",
      "created_at": "2026-01-10T08:00:00.000000Z", "unit": { "id": 1, "name": "hour" }
    }
    """

  static let itemRequest = """
    {
      "name": "SEO Audit", "description": "Comprehensive SEO analysis and recommendations", "price": 75000
    }
    """

  static let createdItem = """
    {
      "id": 3, "name": "SEO Audit", "description": "Comprehensive SEO analysis and recommendations",
      "price": 75000, "unit_id": null, "company_id": 1, "creator_id": 1, "currency_id": 1, "tax_per_item": null,
      "created_at": "2026-02-07T12:00:00.000000Z", "updated_at": "2026-02-07T12:00:00.000000Z"
    }
    """

  static let meta = """
    { "current_page": 2, "from": 26, "last_page": 5, "per_page": 25, "to": 50, "total": 120 }
    """

  static let invalid = """
    {
      "message": "The given data was invalid.",
      "errors": {
        "customer_id": ["The customer id field is required."],
        "invoice_number": ["The invoice number has already been taken."]
      }
    }
    """

  static let unauthorized = """
    {"error": "unauthorized", "message": "Invalid API key."}
    """

  static let forbidden = """
    {"error": "forbidden", "message": "Your API key does not have the required scope(s): invoices:write"}
    """
}
