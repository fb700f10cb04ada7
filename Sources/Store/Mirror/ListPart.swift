import BillingAPI

/// A list that the service answers page by page: all records of a kind, or those of one status.
package struct ListPart: Hashable, Sendable {
  package let kind: ResourceKind
  /// The service's own word (`SENT`); nil for all records.
  package let status: String?

  package init(_ kind: ResourceKind, status: String? = nil) {
    self.kind = kind
    self.status = status
  }

  /// How it is called in the mirror: `invoices`, `invoices:SENT`.
  var name: String { status.map { "\(kind.rawValue):\($0)" } ?? kind.rawValue }
}
