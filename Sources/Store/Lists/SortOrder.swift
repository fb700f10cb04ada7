import BillingAPI

/// Something that a list can be sorted by.
package enum SortColumn: String, Hashable, Sendable, CaseIterable {
  case number, customer, date, dueDate, status, total, balance, reference
  case name, company, contact, email, phone
  case amount, method, invoice, category, price, unit, description
  case currency, paidStatus, subTotal, discount, tax, notes, website
  /// The service's own number of the record.
  case id
}

extension SortColumn {
  /// What lists of this kind can be sorted by, in the order of their columns.
  package static func columns(of kind: ResourceKind) -> [SortColumn] {
    switch kind {
    case .invoices:
      [
        .number, .customer, .date, .dueDate, .status, .balance, .total, .reference, .paidStatus, .subTotal, .discount,
        .tax, .currency, .notes, .id,
      ]
    case .customers: [.name, .company, .contact, .email, .phone, .balance, .date, .website, .currency, .id]
    case .payments: [.number, .customer, .date, .amount, .invoice, .method, .currency, .notes, .id]
    case .estimates: [.number, .customer, .date, .dueDate, .status, .total, .reference, .currency, .notes, .id]
    case .expenses: [.number, .date, .category, .customer, .amount, .method, .currency, .notes, .id]
    case .items: [.name, .price, .unit, .description, .currency, .id]
    }
  }
}

/// A column that decides between rows which another leaves equal.
package struct SortKey: Hashable, Sendable {
  package var column: SortColumn
  package var isDescending: Bool

  package init(_ column: SortColumn, descending: Bool = false) {
    self.column = column
    isDescending = descending
  }
}

/// By what and in which direction a list is sorted; equal rows stand in the order of their ids.
package struct SortOrder: Hashable, Sendable {
  package var column: SortColumn
  package var isDescending: Bool
  /// What decides between rows that the first column leaves equal, before their ids do.
  package var second: SortKey?

  package init(_ column: SortColumn, descending: Bool = false, then second: SortKey? = nil) {
    self.column = column
    isDescending = descending
    self.second = second
  }

  /// Documents newest first, names from A to Z.
  package static func standard(for kind: ResourceKind) -> SortOrder {
    switch kind {
    case .invoices, .payments, .estimates, .expenses: SortOrder(.date, descending: true)
    case .customers, .items: SortOrder(.name)
    }
  }
}
