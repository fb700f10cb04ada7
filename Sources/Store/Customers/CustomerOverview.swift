import Billing
import BillingAPI

/// What the page of one customer shows of all that is loaded, on one day.
package struct CustomerOverview: Hashable, Sendable {
  package var customer: CustomerRow
  package var today: CalendarDate
  /// The currency with most documents first; nothing is ever added up across them.
  package var currencies: [CustomerCurrency]
  /// Nil while no invoice of this customer is known to be paid.
  package var behaviour: PaymentBehaviour?
  /// How much of each kind is loaded: what is not complete may lack documents of this customer.
  package var completeness: [ResourceKind: Completeness]
}

/// What a customer has been asked for, has paid and owes in one currency.
package struct CustomerCurrency: Hashable, Sendable {
  package var currencyID: Identifier<Currency>?
  package var open = CountedSum()
  package var overdue = CountedSum()
  /// Every bucket, in their order; they add up to `open`.
  package var ageing: [AgeingBucket] = AgeingBucket.Age.allCases.map { AgeingBucket(age: $0) }
  /// Totals of all invoices that are no drafts.
  package var invoiced = CountedSum()
  /// All payments.
  package var paid = CountedSum()
  /// Payments that are for no invoice: the API cannot apply them to one.
  package var unapplied = CountedSum()
  package var estimates = CountedSum()
  package var expenses = CountedSum()
  package var drafts = CountedSum()
  /// What was owed before the first entry of the timeline.
  package var opening: Money = .zero
  /// Oldest first.
  package var timeline: [TimelineEntry] = []
  /// What the service says of these invoices, added up.
  package var serviceBalance: Money = .zero

  /// What the timeline comes to.
  package var rebuiltBalance: Money { timeline.last?.balance ?? opening }
  /// Whether the timeline comes to what the service says.
  package var isReconciled: Bool { rebuiltBalance == serviceBalance }

  package init(currencyID: Identifier<Currency>?) { self.currencyID = currencyID }
}

/// One document in the order of days, and what was owed after it.
package struct TimelineEntry: Hashable, Sendable {
  package var row: MirrorRow
  /// What it adds to what is owed: the total of an invoice that is no draft.
  package var charge: Money?
  /// What it takes off: a payment. One for no invoice is shown, but takes nothing off.
  package var credit: Money?
  package var isApplied: Bool
  package var balance: Money

  package var day: CalendarDate? { row.date }
}

/// How a customer pays, told from the invoices that are paid and the days of their last payments.
package struct PaymentBehaviour: Hashable, Sendable {
  package enum Trend: Hashable, Sendable {
    case slower, faster, steady
  }

  /// How many paid invoices it is told from.
  package var count: Int
  /// Days from the day of the invoice until its last payment.
  package var median: Int
  /// Nine in ten are paid within so many days.
  package var ninetiethPercentile: Int
  /// How many of them were paid after they were due, in per cent.
  package var lateShare: Int
  /// The later half against the earlier one; nil below six invoices.
  package var trend: Trend?
  /// Days late (below zero: early) of at most the last 24, the newest last.
  package var daysLate: [Int]
  /// By what it pays, the most frequent first.
  package var methods: [MethodCount]

  package struct MethodCount: Hashable, Sendable {
    package var name: String
    package var count: Int
  }
}
