import Billing
import BillingAPI
import FoundationEssentials

/// How many records a list has, and what they come to in each currency.
package struct ListSummary: Hashable, Sendable {
  package var count: Int
  /// The currency with most records first.
  package var sums: [CurrencySum]

  package init(count: Int = 0, sums: [CurrencySum] = []) {
    self.count = count
    self.sums = sums
  }
}

/// What the records of one currency come to. Currencies are never added up.
package struct CurrencySum: Hashable, Sendable {
  /// Nil where the records do not say their currency.
  package var currencyID: Identifier<Currency>?
  package var count: Int
  /// Of invoices and estimates the total, of payments and expenses the amount.
  package var total: Money
  /// What is still to be paid, of invoices alone.
  package var balance: Money

  package init(currencyID: Identifier<Currency>?, count: Int, total: Money, balance: Money) {
    self.currencyID = currencyID
    self.count = count
    self.total = total
    self.balance = balance
  }
}

/// How many records stand in one status.
package struct StatusCount: Hashable, Sendable {
  /// The service's own word (`SENT`), documented or not.
  package var word: String
  package var count: Int
}

/// How much of what the service holds is in the mirror.
package struct Completeness: Hashable, Sendable {
  package var loaded: Int
  /// How many the service said that it has; nil before the first page.
  package var total: Int?
  /// When the row that was not read again for longest was read.
  package var oldest: Date?
  /// Records that the service lists without an id: they cannot be kept, and are counted.
  package var skipped = 0
  /// When the service was last asked for the list; nil before the first time.
  package var asOf: Date?

  package var isComplete: Bool { total.map { loaded + skipped >= $0 } ?? false }

  package init(loaded: Int, total: Int?, oldest: Date?) {
    self.loaded = loaded
    self.total = total
    self.oldest = oldest
  }
}

/// A record as the service answered it, without the bulk that the documentation does not show.
package struct StoredRecord: Hashable, Sendable {
  package var id: Int64
  package var json: String
  /// When the request that brought it was started.
  package var asOf: Date
}
