import BillingAPI

/// The fields of each resource as the API documentation's list examples show them, in that order.
enum DocumentedShapes {
  enum Shape {
    case number, text, optionalNumber, optionalText, object, optionalObject, array

    func admits(_ value: JSONValue) -> Bool {
      switch (self, value) {
      case (.number, .number), (.optionalNumber, .number), (.optionalNumber, .null): true
      case (.text, .string), (.optionalText, .string), (.optionalText, .null): true
      case (.object, .object), (.optionalObject, .object), (.optionalObject, .null), (.array, .array): true
      default: false
      }
    }
  }

  static func of(_ kind: ResourceKind) -> [(String, Shape)] {
    switch kind {
    case .invoices: invoice
    case .customers: customer
    case .payments: payment
    case .estimates: estimate
    case .expenses: expense
    case .items: item
    }
  }

  static func required(_ kind: ResourceKind) -> Set<String> {
    let sums: Set = ["customer_id", "discount", "discount_val", "sub_total", "total", "tax", "template_name", "items"]
    return switch kind {
    case .invoices: sums.union(["invoice_date", "invoice_number"])
    case .estimates: sums.union(["estimate_date", "estimate_number"])
    case .customers: ["name"]
    case .payments: ["payment_date", "customer_id", "amount", "payment_number"]
    case .expenses: ["expense_date", "expense_category_id", "amount", "currency_id"]
    case .items: ["name", "price"]
    }
  }

  private static let invoice: [(String, Shape)] = [
    ("id", .number), ("invoice_date", .text), ("due_date", .optionalText), ("invoice_number", .text),
    ("reference_number", .optionalText), ("status", .text), ("paid_status", .text), ("discount_type", .text),
    ("discount", .number), ("discount_val", .number), ("sub_total", .number), ("total", .number), ("tax", .number),
    ("due_amount", .number), ("currency_id", .number), ("exchange_rate", .number), ("customer_id", .number),
    ("template_name", .text), ("creator_id", .number), ("unique_hash", .text), ("customer", .object), ("items", .array),
  ]

  private static let customer: [(String, Shape)] = [
    ("id", .number), ("name", .text), ("email", .optionalText), ("phone", .optionalText),
    ("contact_name", .optionalText), ("company_name", .optionalText), ("website", .optionalText),
    ("currency_id", .number), ("prefix", .optionalText), ("company_id", .number), ("creator_id", .number),
    ("created_at", .text), ("billing", .optionalObject), ("shipping", .optionalObject),
  ]

  private static let payment: [(String, Shape)] = [
    ("id", .number), ("payment_number", .text), ("payment_date", .text), ("amount", .number), ("notes", .optionalText),
    ("customer_id", .number), ("invoice_id", .optionalNumber), ("payment_method_id", .optionalNumber),
    ("currency_id", .number), ("exchange_rate", .number), ("base_amount", .number), ("creator_id", .number),
    ("customer", .object), ("payment_method", .optionalObject),
  ]

  private static let estimate: [(String, Shape)] = [
    ("id", .number), ("estimate_date", .text), ("expiry_date", .optionalText), ("estimate_number", .text),
    ("status", .text), ("discount_type", .text), ("discount", .number), ("discount_val", .number),
    ("sub_total", .number), ("total", .number), ("tax", .number), ("currency_id", .number), ("exchange_rate", .number),
    ("customer_id", .number), ("template_name", .text), ("creator_id", .number), ("customer", .object),
    ("items", .array),
  ]

  private static let expense: [(String, Shape)] = [
    ("id", .number), ("expense_date", .text), ("expense_number", .text), ("amount", .number), ("notes", .optionalText),
    ("customer_id", .optionalNumber), ("expense_category_id", .number), ("currency_id", .number),
    ("exchange_rate", .number), ("base_amount", .number), ("payment_method_id", .optionalNumber),
    ("creator_id", .number), ("expense_category", .object),
  ]

  private static let item: [(String, Shape)] = [
    ("id", .number), ("name", .text), ("description", .optionalText), ("price", .number), ("unit_id", .optionalNumber),
    ("company_id", .number), ("creator_id", .number), ("currency_id", .number), ("tax_per_item", .optionalText),
    ("created_at", .text), ("updated_at", .text),
  ]
}
