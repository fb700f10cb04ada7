import BillingAPI

/// Something that a list can be sorted by.
package enum SortColumn: String, Hashable, Sendable, CaseIterable {
  case number, customer, date, dueDate, status, total, balance, reference
  case name, company, contact, email, phone
  case amount, method, invoice, category, price, unit, description
  /// The service's own number of the record.
  case id
}

extension SortColumn {
  /// What lists of this kind can be sorted by, in the order of their columns.
  package static func columns(of kind: ResourceKind) -> [SortColumn] {
    switch kind {
    case .invoices: [.number, .customer, .date, .dueDate, .status, .balance, .total, .reference, .id]
    case .customers: [.name, .company, .contact, .email, .phone, .balance, .date, .id]
    case .payments: [.number, .customer, .date, .amount, .invoice, .method, .id]
    case .estimates: [.number, .customer, .date, .dueDate, .status, .total, .reference, .id]
    case .expenses: [.number, .date, .category, .customer, .amount, .method, .id]
    case .items: [.name, .price, .unit, .description, .id]
    }
  }
}

/// By what and in which direction a list is sorted; equal rows stand in the order of their ids.
package struct SortOrder: Hashable, Sendable {
  package var column: SortColumn
  package var isDescending: Bool

  package init(_ column: SortColumn, descending: Bool = false) {
    self.column = column
    isDescending = descending
  }

  /// Documents newest first, names from A to Z.
  package static func standard(for kind: ResourceKind) -> SortOrder {
    switch kind {
    case .invoices, .payments, .estimates, .expenses: SortOrder(.date, descending: true)
    case .customers, .items: SortOrder(.name)
    }
  }
}
