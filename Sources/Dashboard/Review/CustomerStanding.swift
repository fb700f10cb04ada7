import Billing
import Store

/// What a customer owes in a currency, and how old the oldest of it is: what a reviewer weighs an invoice against.
struct CustomerStanding: Hashable {
  let currencyID: Identifier<Currency>?
  private(set) var count = 0
  private(set) var lateCount = 0
  private(set) var balance = Money.zero
  private(set) var late = Money.zero
  /// Days since the oldest was due; 0 where none is late.
  private(set) var oldestDays = 0

  /// Of open invoices, a currency each, the one with most of them first.
  static func of(_ open: [InvoiceRow], on today: CalendarDate) -> [CustomerStanding] {
    let byCurrency = Dictionary(grouping: open, by: \.currencyID)
    let standings = byCurrency.map { currency, rows in
      rows.reduce(into: CustomerStanding(currencyID: currency)) { $0.add($1, on: today) }
    }
    return standings.sorted { ($1.count, $0.currencyID?.value ?? 0) < ($0.count, $1.currencyID?.value ?? 0) }
  }

  private init(currencyID: Identifier<Currency>?) { self.currencyID = currencyID }

  private mutating func add(_ row: InvoiceRow, on today: CalendarDate) {
    guard let due = row.balance else { return }
    count += 1
    // A sum beyond all bounds stands still; the rows below it are right.
    balance = (try? balance.adding(due)) ?? balance
    guard let days = row.daysLate(on: today) else { return }
    lateCount += 1
    late = (try? late.adding(due)) ?? late
    oldestDays = max(oldestDays, days)
  }
}
