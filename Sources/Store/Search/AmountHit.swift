import Billing
import BillingAPI

/// A record with an amount that was looked for.
package struct AmountHit: Hashable, Sendable {
  /// Which amount of the record it is.
  package enum Measure: String, Hashable, Sendable {
    /// Of an invoice or estimate.
    case total
    /// What is still to be paid of an invoice that is paid in part.
    case balance
    /// Of a payment or expense.
    case amount
  }

  package var row: MirrorRow
  package var measure: Measure
  package var amount: Money
  /// How far it is from what was asked for, in cents.
  package var distance: Int64

  package init(row: MirrorRow, measure: Measure, amount: Money, distance: Int64) {
    self.row = row
    self.measure = measure
    self.amount = amount
    self.distance = distance
  }

  package var date: CalendarDate? { row.date }
  package var currencyID: Identifier<Currency>? { row.currencyID }
}
