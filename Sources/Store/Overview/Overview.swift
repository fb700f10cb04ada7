import Billing
import BillingAPI
import FoundationEssentials

/// What the overview page shows of all that is loaded, on one day.
package struct Overview: Hashable, Sendable {
  /// How much of it was read.
  package enum Extent: Hashable, Sendable {
    /// What is owed and to be done now: a few thousand rows, however long the books are kept.
    case open
    /// The months and the days to pay as well, which take several times as long.
    case whole
  }

  package var today: CalendarDate
  /// Figures beyond it are not known yet.
  package var extent = Extent.whole
  /// The currency with most open invoices first; nothing is ever added up across them.
  package var currencies: [CurrencyOverview]
  /// Newest first.
  package var activity: [LatestEntry]
  /// How much of each kind is loaded: figures of a kind that is not complete are not known yet.
  package var completeness: [ResourceKind: Completeness]

  /// The currency of most business; of most that is open only where nothing else is known yet.
  package var mainCurrency: Identifier<Currency>? {
    currencies.max { ($0.business, $0.outstanding.count) < ($1.business, $1.outstanding.count) }?.currencyID
  }
}

/// The figures of one currency.
package struct CurrencyOverview: Hashable, Sendable {
  /// Nil where records do not say their currency.
  package var currencyID: Identifier<Currency>?
  /// Balances of all open invoices: accounts receivable. Drafts are not in it.
  package var outstanding = CountedSum()
  package var overdue = CountedSum()
  /// Due today or within seven days.
  package var dueSoon = CountedSum()
  /// Invoices that were never sent.
  package var drafts = CountedSum()
  /// The day of the oldest draft.
  package var oldestDraft: CalendarDate?
  /// Every bucket, in their order; they add up to `outstanding`.
  package var ageing: [AgeingBucket] = AgeingBucket.Age.allCases.map { AgeingBucket(age: $0) }
  /// As many as were asked for, the present one last.
  package var months: [MonthFigures] = []
  /// Of invoices whose last payment came in the last 90 days.
  package var daysToPay: DaysToPay?
  /// Those who are late, the largest sum of balance × days late first; at most as many as were asked for.
  package var attention: [AttentionEntry] = []
  /// How many customers are late in all.
  package var attentionCount = 0
  /// Offers that were sent, not answered, and expire today or within seven days; the next first.
  package var expiring: [EstimateRow] = []
  /// Whether what customers owe adds up to `outstanding`.
  package var check = OpenCheck()

  package var receivedThisMonth: CountedSum { months.last?.received ?? CountedSum() }
  package var receivedLastMonth: CountedSum { months.dropLast().last?.received ?? CountedSum() }

  /// How many invoices and payments its months have.
  package var business: Int { months.reduce(0) { $0 + $1.invoiced.count + $1.received.count } }

  package init(currencyID: Identifier<Currency>?) { self.currencyID = currencyID }
}

/// How many records, and what they come to in one currency.
package struct CountedSum: Hashable, Sendable {
  package var count: Int
  package var sum: Money

  package init(count: Int = 0, sum: Money = .zero) {
    self.count = count
    self.sum = sum
  }
}

/// Open invoices by how long they are late.
package struct AgeingBucket: Hashable, Sendable {
  package enum Age: Int, Hashable, Sendable, CaseIterable {
    /// Not late, or without a due day.
    case current
    case upTo30, upTo60, upTo90, over90

    /// Days late at least and at most; nil for what is not late, and without an end.
    package var days: (least: Int, most: Int?)? {
      switch self {
      case .current: nil
      case .upTo30: (1, 30)
      case .upTo60: (31, 60)
      case .upTo90: (61, 90)
      case .over90: (91, nil)
      }
    }

    /// The words of the filter language for the list behind the bucket.
    package var filter: String {
      guard let days else { return "is:open !is:late" }
      return days.most.map { "late>=\(days.least) late<=\($0)" } ?? "late>=\(days.least)"
    }
  }

  package var age: Age
  package var total: CountedSum

  package init(age: Age, total: CountedSum = CountedSum()) {
    self.age = age
    self.total = total
  }
}

/// What was invoiced, received and spent in one month.
package struct MonthFigures: Hashable, Sendable {
  /// Its first day.
  package var month: CalendarDate
  /// Totals of invoices of that month that are no drafts.
  package var invoiced = CountedSum()
  package var received = CountedSum()
  package var spent = CountedSum()

  package init(month: CalendarDate) { self.month = month }
}

/// Days from the day of an invoice until its last payment.
package struct DaysToPay: Hashable, Sendable {
  package var count: Int
  package var median: Int
  package var best: Int
  package var worst: Int
  /// The median of each of the last thirteen weeks, the present one last; nil where nothing was paid up.
  package var weeks: [Int?]
}

/// A customer who is late.
package struct AttentionEntry: Hashable, Sendable {
  package var customerID: Identifier<Customer>
  package var name: String
  package var overdue: CountedSum
  /// How many days the oldest invoice is late.
  package var oldestDays: Int
  /// The last payment from this customer, whatever it was for.
  package var lastPayment: CalendarDate?
  package var lastPaymentAmount: Money?
}

/// The balance of open invoices, added up in two ways.
package struct OpenCheck: Hashable, Sendable {
  /// Of all open invoices.
  package var receivable = CountedSum()
  /// Of those whose customer is loaded, customer by customer.
  package var ofCustomers = CountedSum()

  package var holds: Bool { receivable == ofCustomers }

  package init() {}
}

/// Something that happened to a record, as far as the mirror has seen it.
package struct LatestEntry: Hashable, Sendable {
  package enum Change: Hashable, Sendable {
    /// The record is that new: nothing else is known of when it was made.
    case dated
    /// It came after its list had been loaded in full.
    case appeared
    case status(from: String, to: String)
    /// The balance of an invoice.
    case balance(from: Money, to: Money)
    /// Something else in it.
    case edited
    /// The service no longer has it.
    case removed
  }

  package var kind: ResourceKind
  package var id: Int64
  /// The number of a document, the name of a customer or item: what it was called when it was seen.
  package var label: String
  package var change: Change
  /// Nil once the record is gone.
  package var row: MirrorRow?
  /// When it was seen; nil for `dated`.
  package var seen: Date?
}
