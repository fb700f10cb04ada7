import BillingAPI

/// What the service works out by itself and therefore is not sent back in a PUT.
enum ComputedFields {
  static func contains(_ name: String) -> Bool { names.contains(name) || name.hasPrefix("base_") }

  private static let names: Set<String> = [
    "id", "due_amount", "paid_status", "unique_hash", "created_at", "updated_at", "customer", "company", "creator",
  ]
}
