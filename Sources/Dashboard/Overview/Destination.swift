import BillingAPI

/// What lies behind a figure: where Enter on it leads.
package enum Destination: Sendable, Hashable {
  /// A section's list, filtered.
  case list(Section, filter: String)
  /// One record in its list.
  case record(ResourceKind, id: Int64)
  /// The page of a customer.
  case customer(Int64)
}
