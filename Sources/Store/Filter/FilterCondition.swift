import Billing
import BillingAPI

/// One thing that the filter language can ask of a record.
package enum FilterCondition: Hashable, Sendable {
  /// Folded text that stands somewhere in what is shown.
  case word(String)
  case mark(Mark)
  /// Status words of the service, in capitals.
  case status([String])
  /// Folded text that stands in the customer's name.
  case customer(String)
  case customerID(Identifier<Customer>)
  case currency(Identifier<Currency>)
  case compare(Measure, Comparison, cents: Int64)
  case daysLate(Comparison, Int)
  case day(DayField, Comparison, DayBound)
  case has(Presence)

  /// What `is:` asks.
  package enum Mark: String, Hashable, Sendable, CaseIterable {
    case open, late, draft, paid, partial
  }

  /// An amount that is compared.
  package enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The total of a document, the amount of a payment or expense, the price of an item.
    case amount = "amt"
    case balance = "bal"
  }

  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="
  }

  /// A day that is compared.
  package enum DayField: String, Hashable, Sendable, CaseIterable {
    /// The due day of an invoice, the expiry of an estimate.
    case due
    /// The day of issue, payment or expense.
    case date
  }

  /// What `has:` asks.
  package enum Presence: String, Hashable, Sendable, CaseIterable {
    case note, reference = "ref", due
  }
}

/// A day that a filter names, fixed or relative to the day on which it is asked.
package enum DayBound: Hashable, Sendable {
  case day(CalendarDate)
  /// `30d`, `-7d`, `today`.
  case daysFromToday(Int)
  case endOfMonth

  package func resolved(on today: CalendarDate) -> CalendarDate {
    switch self {
    case .day(let day): day
    case .daysFromToday(let days): today.adding(days: days)
    case .endOfMonth: today.endOfMonth
    }
  }
}
