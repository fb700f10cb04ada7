import Billing
import BillingAPI
internal import GRDB

extension Mirror {
  /// The figures of all that is loaded; `attention` and `activity` are as long as asked for, at most.
  package func overview(
    today: CalendarDate, extent: Overview.Extent = .whole, months: Int = 12, attention: Int = 50, activity: Int = 50
  ) throws(StoreError) -> Overview {
    var completeness: [ResourceKind: Completeness] = [:]
    for kind in ResourceKind.allCases { completeness[kind] = try self.completeness(kind) }
    let currencies = try read { database in
      var figures = OverviewFigures(database: database, today: today, monthCount: months)
      try figures.gatherNow(attention: attention)
      if extent == .whole { try figures.gatherPast() }
      return figures.ordered
    }
    return Overview(
      today: today, extent: extent, currencies: currencies, activity: try self.activity(limit: activity),
      completeness: completeness)
  }
}

/// Gathers the figures currency by currency, each from an index that has all it needs.
struct OverviewFigures {
  let database: Database
  let today: CalendarDate
  let monthCount: Int
  private var currencies: [CurrencyOverview] = []
  private var places: [Int64?: Int] = [:]

  init(database: Database, today: CalendarDate, monthCount: Int) {
    self.database = database
    self.today = today
    self.monthCount = monthCount
  }

  /// What is open, was never sent, or expires.
  mutating func gatherNow(attention limit: Int) throws {
    try gatherOpen(attention: limit)
    try gatherDrafts()
    try gatherExpiring()
  }

  /// What was invoiced, received and spent, and how long it took.
  mutating func gatherPast() throws {
    try gatherMonths()
    try gatherDaysToPay()
  }

  /// The currency with most open invoices first, then the one with most business.
  var ordered: [CurrencyOverview] {
    currencies.sorted { left, right in
      let ids = [left, right].map { $0.currencyID?.value ?? .max }
      return (right.outstanding.count, right.business, ids[0]) < (left.outstanding.count, left.business, ids[1])
    }
  }

  /// Changes the figures of a currency where they stand: every open invoice does.
  mutating func change(_ currency: Int64?, _ change: (inout CurrencyOverview) -> Void) {
    let place = place(of: currency)
    change(&currencies[place])
  }

  private mutating func place(of currency: Int64?) -> Int {
    if let place = places[currency] { return place }
    currencies.append(blank(currency))
    places[currency] = currencies.count - 1
    return currencies.count - 1
  }

  private func blank(_ currency: Int64?) -> CurrencyOverview {
    var blank = CurrencyOverview(currencyID: currency.map { Identifier($0) })
    blank.months = months.map { MonthFigures(month: $0) }
    return blank
  }

  /// The first days of the last so many months.
  var months: [CalendarDate] { (0..<monthCount).map { today.startOfMonth.adding(months: $0 - monthCount + 1) } }
}

extension CountedSum {
  /// Of a count and the two parts of a sum.
  init(row: Row, from first: Int) {
    self.init(count: row[first], sum: CurrencySum.whole(row[first + 1], row[first + 2]))
  }

  /// Stops at the largest amount instead of going over it.
  mutating func add(_ other: CountedSum) {
    let (cents, overflow) = sum.cents.addingReportingOverflow(other.sum.cents)
    let limit: Int64 = sum.cents < 0 ? .min : .max
    self = CountedSum(count: count + other.count, sum: Money(cents: overflow ? limit : cents))
  }
}
