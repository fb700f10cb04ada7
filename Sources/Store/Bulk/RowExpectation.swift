import Billing
import BillingAPI

/// What a record was at some moment, as far as it matters to what is to be done; nil is not compared.
package struct RowExpectation: Hashable, Sendable, Codable {
  package var status: String?
  package var paidStatus: String?
  package var total: Money?
  package var balance: Money?
  /// The due date of an invoice, the expiry of an estimate.
  package var dueDate: CalendarDate?
  /// `updated_at` as the service wrote it.
  package var updated: String?

  package init(
    status: String? = nil, paidStatus: String? = nil, total: Money? = nil, balance: Money? = nil,
    dueDate: CalendarDate? = nil, updated: String? = nil
  ) {
    self.status = status
    self.paidStatus = paidStatus
    self.total = total
    self.balance = balance
    self.dueDate = dueDate
    self.updated = updated
  }

  /// Of an invoice as lists show it: what a mark remembers.
  package init(_ row: InvoiceRow) {
    self.init(
      status: row.status.word, paidStatus: row.paidStatus.word, total: row.total, balance: row.balance,
      dueDate: row.dueDate)
  }

  /// Of a record as the service answers it.
  package init(_ record: JSONValue) {
    self.init(
      status: record["status"]?.string, paidStatus: record["paid_status"]?.string,
      total: (record["total"] ?? record["amount"] ?? record["price"])?.money, balance: record["due_amount"]?.money,
      dueDate: (record["due_date"] ?? record["expiry_date"])?.date, updated: record["updated_at"]?.string)
  }

  /// Where a record is otherwise now than here; a field that either does not say is passed over.
  package func differences(from now: RowExpectation) -> [HoldReason] {
    var reasons: [HoldReason] = []
    if let balance, let new = now.balance, balance != new { reasons.append(.balance(was: balance, now: new)) }
    if let total, let new = now.total, total != new { reasons.append(.total(was: total, now: new)) }
    reasons += [
      changed("status", status, now.status), changed("paid_status", paidStatus, now.paidStatus),
      changed("due_date", dueDate?.iso, now.dueDate?.iso), changed("updated_at", updated, now.updated),
    ].compactMap(\.self)
    return reasons
  }

  private func changed(_ field: String, _ was: String?, _ now: String?) -> HoldReason? {
    guard let was, let now, was != now else { return nil }
    return .changed(field: field, was: was, now: now)
  }
}
