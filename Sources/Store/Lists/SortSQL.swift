import BillingAPI

/// The SQL by which a list is sorted.
enum SortSQL {
  /// Rows without a value come last, whatever the direction; equal rows, and those of a kind without the column, stand by id.
  static func order(_ kind: ResourceKind, _ sort: SortOrder) -> String {
    let second = sort.second.map { [term(kind, $0)] } ?? []
    let terms = [term(kind, SortKey(sort.column, descending: sort.isDescending))] + second
    return (terms + ["\(kind.rawValue).id \(direction(sort.isDescending))"]).joined(separator: ", ")
  }

  private static func term(_ kind: ResourceKind, _ key: SortKey) -> String {
    "\(expression(kind, key.column)) \(direction(key.isDescending)) NULLS LAST"
  }

  private static func direction(_ isDescending: Bool) -> String { isDescending ? "DESC" : "ASC" }

  static func expression(_ kind: ResourceKind, _ column: SortColumn) -> String {
    let table = kind.rawValue
    guard SortColumn.columns(of: kind).contains(column) else { return "\(table).id" }
    switch column {
    case .number, .status, .reference, .email, .phone, .total: return "\(table).\(column.rawValue)"
    case .customer, .name: return "\(table).name_folded"
    case .date: return FilterSQL.date(kind).map { "\(table).\($0)" } ?? "\(table).id"
    case .dueDate: return FilterSQL.column(FilterCondition.DayField.due, kind) ?? "\(table).id"
    case .balance: return kind == .customers ? largestBalance : "\(table).due_amount"
    case .company: return "fold(\(table).company_name)"
    case .contact: return "fold(\(table).contact_name)"
    case .amount: return "\(table).amount"
    case .method: return "fold(\(table).method_name)"
    case .category: return "fold(\(table).category_name)"
    case .invoice: return "(SELECT number FROM invoices WHERE invoices.id = payments.invoice_id)"
    case .price: return "\(table).price"
    case .unit: return "fold(\(table).unit_name)"
    case .description: return "fold(\(table).description)"
    case .currency: return "\(table).currency_id"
    case .paidStatus: return "\(table).paid_status"
    case .subTotal: return "\(table).sub_total"
    case .discount: return "\(table).discount_value"
    case .tax: return "\(table).tax"
    case .notes: return "fold(\(table).notes)"
    case .website: return "\(table).website"
    case .id: return "\(table).id"
    }
  }

  /// Balances of several currencies cannot be added, so a customer stands by the largest of them.
  private static let largestBalance = """
    (SELECT sum(invoices.open_amount) FROM invoices WHERE invoices.customer_id = customers.id AND \(FilterSQL.isOpen)
    GROUP BY invoices.currency_id ORDER BY 1 DESC LIMIT 1)
    """
}
