/// Names the six kinds of record that the service keeps, and says what the API allows with each.
///
/// The raw value is the word of the path (API documentation).
package enum ResourceKind: String, CaseIterable, Hashable, Sendable {
  case invoices, customers, payments, estimates, expenses, items

  /// The word for one of them: `invoice`.
  package var singular: String {
    switch self {
    case .invoices: "invoice"
    case .customers: "customer"
    case .payments: "payment"
    case .estimates: "estimate"
    case .expenses: "expense"
    case .items: "item"
    }
  }

  package var readScope: Scope { Scope(rawValue: "\(rawValue):read") }
  package var writeScope: Scope { Scope(rawValue: "\(rawValue):write") }

  /// Customers and payments cannot be deleted through the API.
  package var allowsDelete: Bool { self != .customers && self != .payments }

  /// The path of the list below the base URL.
  package var path: String { "/api/\(rawValue)" }

  package func recordPath(_ id: Int64) -> String { "\(path)/\(id)" }

  /// The field that carries the number that people know a record by, where the kind has one.
  package var numberField: String? {
    switch self {
    case .invoices, .payments, .estimates, .expenses: "\(singular)_number"
    case .customers, .items: nil
    }
  }

  /// The field that carries the day by which lists of this kind are ordered, newest first.
  package var dateField: String? {
    switch self {
    case .invoices, .payments, .estimates, .expenses: "\(singular)_date"
    case .customers, .items: nil
    }
  }
}
