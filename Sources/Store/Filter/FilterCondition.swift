import Billing
import BillingAPI

/// One thing that the filter language can ask of a record.
package enum FilterCondition: Hashable, Sendable {
  /// Folded text that stands somewhere in what is shown.
  case word(String)
  /// A name that is nearly this folded text.
  case nearly(String)
  case mark(Mark)
  /// Status words of the service, in capitals.
  case status([String])
  /// Folded text that stands in the customer's name, or nearly does.
  case customer(String, isNearly: Bool = false)
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
    /// Five per cent around it; of amounts alone.
    case about = "~"
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
    case note, reference = "ref", due, email, phone, company, invoice, customer = "cust"
  }
}
