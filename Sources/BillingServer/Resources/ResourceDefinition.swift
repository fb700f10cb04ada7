internal import Billing
internal import BillingAPI
internal import GRDB

/// All that tells one resource from another; the machine that serves them is the same for all six.
struct ResourceDefinition: Sendable {
  let kind: ResourceKind
  let fields: [Field]
  /// The SQL of a record's JSON, its members in the documented order. The record's row is `r`, the day `:today`.
  let answer: String
  /// Whether that depends on the day it is read.
  var dependsOnDay = false
  /// Columns of the list's order, newest first.
  let order: String
  /// The words that `status` may filter by, each with its condition on `r`.
  var statuses: [(word: String, condition: String)] = []
  /// Whether lists can be narrowed to one customer.
  var hasCustomer = false
  /// Whether rows say when they were made and last changed.
  var hasTimestamps = false
  /// Judges what concerns several fields and fills in what the body leaves to the service.
  var rules: @Sendable (inout RecordDraft, Database) throws -> Void = { _, _ in }
  /// What has to follow the row: lines, another record's balance.
  var follow: @Sendable (RecordDraft, Int64, Database) throws -> Void = { _, _, _ in }
  /// Refuses deletion where other records depend on this one.
  var allowDeletion: @Sendable (Int64, Database) throws -> Void = { _, _ in }

  var table: String { kind.rawValue }
  /// The column of the day, or of the moment, that the list is ordered by.
  var dayColumn: Substring { order.prefix { $0 != " " } }
  /// The same order from its other end.
  var oldestFirst: String { order.replacing("DESC", with: "ASC") }

  static func of(_ kind: ResourceKind) -> ResourceDefinition {
    switch kind {
    case .invoices: invoices
    case .customers: customers
    case .payments: payments
    case .estimates: estimates
    case .expenses: expenses
    case .items: items
    }
  }
}

/// Pieces of the answers' SQL that several resources share.
enum AnswerSQL {
  static let customer = """
    (SELECT json_object('id', c.id, 'name', c.name, 'email', c.email) FROM customers c WHERE c.id = r.customer_id)
    """

  /// The nested entry of a look-up list; null where the record has none.
  static func lookUp(_ table: String, _ column: String) -> String {
    "(SELECT json_object('id', l.id, 'name', l.name) FROM \(table) l WHERE l.id = r.\(column))"
  }

  /// Lines in their order. A whole quantity is written without a decimal point.
  static func lines(_ document: String) -> String {
    """
    (SELECT json_group_array(json_object('id', l.id, 'name', l.name, 'description', l.description,
      'quantity', iif(l.quantity % 10000 = 0, l.quantity / 10000, l.quantity / 10000.0),
      'price', l.price, 'total', l.total))
     FROM (SELECT * FROM \(document)_lines WHERE \(document)_id = r.id ORDER BY position) l)
    """
  }
}
