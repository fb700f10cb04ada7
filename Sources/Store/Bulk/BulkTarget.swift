import Billing

/// One record that something is to be done to, with what is known of it beyond its id.
package struct BulkTarget: Hashable, Sendable {
  package var record: Int64
  /// The record as it was when it was marked; what is otherwise now is held.
  package var seen: RowExpectation?
  /// A payment of this much instead of the whole balance.
  package var amount: Money?
  /// A payment of this day instead of the action's.
  package var date: CalendarDate?
  package var note: String?

  package init(
    _ record: Int64, seen: RowExpectation? = nil, amount: Money? = nil, date: CalendarDate? = nil, note: String? = nil
  ) {
    self.record = record
    self.seen = seen
    self.amount = amount
    self.date = date
    self.note = note
  }
}
