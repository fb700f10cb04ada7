import Billing
import BillingAPI
import Foundation
import TerminalUI

@testable import Dashboard
@testable import Store

extension Given {
  static let dollars = Identifier<Currency>(1)
  static let euros = Identifier<Currency>(3)

  /// The overview of books in dollars and some euros, as they stand on the day of the tests.
  static func overview(
    _ section: Dashboard.Section = .start, width: Int = 120, height: Int = 36, loaded: Int = 412, total: Int = 412
  ) -> State {
    var state = state(section, width: width, height: height)
    state.session.connection = .live(since: "14:32")
    state.session.company = Company(id: Identifier(1), name: "Paper Lantern Ltd")
    for kind in ResourceKind.allCases {
      state.lists[kind]?.completeness = Completeness(loaded: loaded, total: total, oldest: nil)
    }
    state.take(.overview(overviewPage(loaded: loaded, total: total)))
    return state
  }

  static func overviewPage(loaded: Int = 412, total: Int = 412) -> OverviewPage {
    var figures = Overview(today: today, currencies: [inDollars, inEuros], activity: activity, completeness: [:])
    for kind in ResourceKind.allCases {
      figures.completeness[kind] = Completeness(loaded: loaded, total: total, oldest: nil)
    }
    return OverviewPage(figures, moments: ["14:31", "13:20", "12 Mar"], readAt: "14:32")
  }

  /// Books in which the service says that nothing is.
  static var emptyBooks: OverviewPage {
    var figures = Overview(today: today, currencies: [], activity: [], completeness: [:])
    for kind in ResourceKind.allCases { figures.completeness[kind] = Completeness(loaded: 0, total: 0, oldest: nil) }
    return OverviewPage(figures, moments: [], readAt: "14:32")
  }

  private static var inDollars: CurrencyOverview {
    var figures = CurrencyOverview(currencyID: dollars)
    figures.outstanding = sum(26, 3_613_550)
    figures.overdue = sum(12, 1_771_550)
    figures.dueSoon = sum(3, 704_000)
    figures.drafts = sum(4, 264_000)
    figures.oldestDraft = today.adding(days: -6)
    let buckets: [(Int, Int64)] = [(14, 1_842_000), (6, 931_050), (3, 427_500), (2, 215_000), (1, 198_000)]
    figures.ageing = zip(AgeingBucket.Age.allCases, buckets).map { AgeingBucket(age: $0, total: sum($1.0, $1.1)) }
    figures.months = months
    figures.daysToPay = DaysToPay(
      count: 9, median: 38, best: 9, worst: 103, weeks: [50, 50, 40, nil, 50, 60, 50, 50, 40, 40, 30, 35, 38])
    figures.attention = late
    figures.attentionCount = 3
    figures.check.receivable = figures.outstanding
    figures.check.ofCustomers = figures.outstanding
    var estimate = EstimateRow(id: Identifier(31), number: "EST-000031")
    estimate.customerName = "Tern Robotics"
    estimate.expiryDate = today.adding(days: 3)
    estimate.total = Money(cents: 840_000)
    estimate.currencyID = dollars
    figures.expiring = [estimate]
    return figures
  }

  private static var inEuros: CurrencyOverview {
    var figures = CurrencyOverview(currencyID: euros)
    figures.outstanding = sum(2, 320_000)
    figures.ageing[0].total = sum(2, 320_000)
    figures.months = months.map { MonthFigures(month: $0.month) }
    figures.check.receivable = figures.outstanding
    figures.check.ofCustomers = figures.outstanding
    return figures
  }

  private static var months: [MonthFigures] {
    let thousands: [(Int64, Int64)] = [
      (16, 14), (15, 16), (18, 12), (14, 13), (19, 15), (21, 18), (13, 17), (24, 16), (12, 20), (20, 14), (17, 18),
      (22, 15),
    ]
    return thousands.enumerated().map { index, figures in
      var month = MonthFigures(month: today.startOfMonth.adding(months: index - 11))
      month.invoiced = sum(20, figures.0 * 100_000)
      month.received = sum(9, figures.1 * 100_000)
      return month
    }
  }

  private static var late: [AttentionEntry] {
    [
      ("Northwind Traders", 2, 423_000, 103), ("Doe & 漢字 Industries of the Far North Coast", 2, 560_000, 55),
      ("Zoë", 1, 84_500, 6),
    ]
    .enumerated().map { index, entry in
      AttentionEntry(
        customerID: Identifier(Int64(index + 1)), name: entry.0, overdue: sum(entry.1, entry.2), oldestDays: entry.3,
        lastPayment: index == 2 ? nil : today.adding(days: -30 * (index + 1)), lastPaymentAmount: nil)
    }
  }

  private static var activity: [LatestEntry] {
    [
      LatestEntry(
        kind: .invoices, id: 1, label: "INV-000001", change: .status(from: "SENT", to: "OVERDUE"), row: row(1),
        seen: Date(timeIntervalSince1970: 0)),
      LatestEntry(
        kind: .invoices, id: 2, label: "INV-000002", change: .appeared, row: row(2),
        seen: Date(timeIntervalSince1970: 0)),
      LatestEntry(kind: .invoices, id: 3, label: "INV-000003", change: .dated, row: row(3), seen: nil),
    ]
  }

  static func sum(_ count: Int, _ cents: Int64) -> CountedSum { CountedSum(count: count, sum: Money(cents: cents)) }
}
