import Billing
import BillingAPI

/// How often a value stands in a column of a list, and what the records with it come to.
package struct Frequency: Hashable, Sendable {
  package var value: FrequencyValue
  package var count: Int
  /// One for each currency; never added up.
  package var sums: [CurrencySum]
  /// The words of the filter language that show these records and no others; nil where it has none for them.
  package var filter: String?

  package init(value: FrequencyValue, count: Int, sums: [CurrencySum], filter: String?) {
    self.value = value
    self.count = count
    self.sums = sums
    self.filter = filter
  }
}

/// What stands in a column.
package enum FrequencyValue: Hashable, Sendable {
  /// The column is empty.
  case nothing
  case text(String)
  /// The month of a day, told by its first day.
  case month(CalendarDate)
  /// Amounts of one size: from `least` up to, but not including, `below`.
  case amounts(least: Money, below: Money)
}
