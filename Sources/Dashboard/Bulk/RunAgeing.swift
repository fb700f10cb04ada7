import Billing
import Store

/// How old what the plan's invoices owe is, before the run, now, and if every row that goes succeeds.
struct RunAgeing {
  /// Late by so many days; the first is not late.
  static let ages = ["not late", "1–30", "31–60", "61+"]

  struct Sums: Equatable {
    var before = Money.zero
    var now = Money.zero
    var after = Money.zero
    /// How many of these invoices await money.
    var openBefore = 0
    var openNow = 0
    var openAfter = 0
  }

  private(set) var buckets = Array(repeating: Sums(), count: Self.ages.count)
  private(set) var total = Sums()
  let currencyID: Identifier<Currency>?
  /// The currencies of other rows, which are not in these sums.
  let others: Int

  /// Nil where the plan pays nothing. The currency with most rows is taken.
  init?(_ run: RunSnapshot, _ page: BulkPage, on today: CalendarDate) {
    let rows = run.plan.rows
    let places = rows.indices.filter { rows[$0].effect.isPayment && rows[$0].forbidden == nil }
    let byCurrency = places.reduce(into: [Int64?: Int]()) { $0[rows[$1].currencyID, default: 0] += 1 }
    guard let most = byCurrency.max(by: { ($0.value, $1.key ?? 0) < ($1.value, $0.key ?? 0) }) else { return nil }
    currencyID = most.key.map { Identifier($0) }
    others = byCurrency.count - 1
    for place in places where rows[place].currencyID == most.key {
      guard case .payment(let payment) = rows[place].effect else { continue }
      let goes = run.phase == .planned ? page.goes(rows[place], at: place) : nil
      add(rows[place].dueDate, payment, run.rows[place], goes: goes, today)
    }
  }

  private mutating func add(
    _ due: CalendarDate?, _ payment: PaymentEffect, _ run: RunRow, goes: Bool?, _ today: CalendarDate
  ) {
    let late = due.map { $0.days(until: today) } ?? 0
    let bucket = late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : 3
    let balance = RowBalance(payment, run)
    let after = goes ?? run.state.isGoing ? balance.after : balance.now
    for place in [bucket, nil] {
      change(place) { sums in
        sums.before = Self.sum(sums.before, payment.before)
        sums.now = Self.sum(sums.now, balance.now)
        sums.after = Self.sum(sums.after, after)
        sums.openBefore += 1
        sums.openNow += balance.now > .zero ? 1 : 0
        sums.openAfter += after > .zero ? 1 : 0
      }
    }
  }

  private mutating func change(_ bucket: Int?, _ work: (inout Sums) -> Void) {
    if let bucket { work(&buckets[bucket]) } else { work(&total) }
  }

  /// A sum beyond all bounds stands still; nobody is owed that much.
  private static func sum(_ one: Money, _ other: Money) -> Money { (try? one.adding(other)) ?? one }
}
