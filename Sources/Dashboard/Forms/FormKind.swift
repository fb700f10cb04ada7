import BillingAPI

/// What a form is for.
package enum FormKind: Sendable, Hashable {
  /// A new record, with nothing in it yet.
  case new(ResourceKind)
  /// A payment of an invoice.
  case payment(invoice: Int64)
  /// Changing a record.
  case edit(ResourceKind, id: Int64)
  /// A new record that begins as a copy of another.
  case copy(ResourceKind, of: Int64)
  /// The invoice that an estimate becomes.
  case conversion(ofEstimate: Int64)

  /// The kind of record that it writes.
  package var record: ResourceKind {
    switch self {
    case .new(let kind), .edit(let kind, _), .copy(let kind, _): kind
    case .payment: .payments
    case .conversion: .invoices
    }
  }

  /// The record that it is filled from, which must be read first.
  package var source: Source? {
    switch self {
    case .new, .payment: nil
    case .edit(let kind, let id), .copy(let kind, let id): Source(kind: kind, id: id)
    case .conversion(let id): Source(kind: .estimates, id: id)
    }
  }

  /// The record that it changes; nil where it makes one.
  package var editedID: Int64? {
    if case .edit(_, let id) = self { id } else { nil }
  }

  /// A record of the service.
  package struct Source: Sendable, Hashable {
    package let kind: ResourceKind
    package let id: Int64
  }
}
