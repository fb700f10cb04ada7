/// What a document is: a bill, or an offer that may become one. They differ in names; they add up alike.
package enum DocumentKind: Hashable, Sendable, CaseIterable {
  case invoice, estimate

  /// The day that it bears, as the API names it.
  package var dateField: FieldPath {
    switch self {
    case .invoice: "invoice_date"
    case .estimate: "estimate_date"
    }
  }

  /// The day until which it is to be paid, or holds.
  package var lastDayField: FieldPath {
    switch self {
    case .invoice: "due_date"
    case .estimate: "expiry_date"
    }
  }

  package var numberField: FieldPath {
    switch self {
    case .invoice: "invoice_number"
    case .estimate: "estimate_number"
    }
  }

  /// The template of the API documentation's examples.
  package var defaultTemplate: String {
    switch self {
    case .invoice: "invoice1"
    case .estimate: "estimate1"
    }
  }
}
