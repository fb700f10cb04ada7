import Billing
internal import GRDB

extension OverviewFigures {
  /// What was invoiced, received and spent in each month.
  mutating func gatherMonths() throws {
    try gather("invoices", "invoice_date", "total", where: "status IS NOT 'DRAFT'") { $0.invoiced.add($1) }
    try gather("payments", "payment_date", "amount", where: "1") { $0.received.add($1) }
    try gather("expenses", "expense_date", "amount", where: "1") { $0.spent.add($1) }
  }

  /// Day by day and currency by currency, as the index has them, so that SQLite need not sort; months are made of that here.
  private mutating func gather(
    _ table: String, _ date: String, _ amount: String, where condition: String,
    add: (inout MonthFigures, CountedSum) -> Void
  ) throws {
    guard let first = months.first else { return }
    let statement = try database.cachedStatement(
      sql: """
        SELECT currency_id, \(date), count(*), \(CurrencySum.parts(amount)) FROM \(table)
        WHERE \(date) BETWEEN ? AND ? AND \(condition) GROUP BY \(date), currency_id
        """)
    let places = Dictionary(uniqueKeysWithValues: zip(months, months.indices))
    let rows = try Row.fetchCursor(statement, arguments: [first.daysSince1970, today.endOfMonth.daysSince1970])
    while let row = try rows.next() {
      guard let place = places[CalendarDate(daysSince1970: row[1]).startOfMonth] else { continue }
      let sum = CountedSum(row: row, from: 2)
      change(row[0]) { add(&$0.months[place], sum) }
    }
  }

  /// How long invoices took whose last payment came in the last 90 days.
  mutating func gatherDaysToPay() throws {
    let lastPayments = try lastPayments(since: today.adding(days: -90))
    let statement = try database.cachedStatement(
      sql: """
        SELECT id, currency_id, invoice_date FROM invoices WHERE id IN (SELECT value FROM json_each(?))
        AND paid_status = 'PAID' AND invoice_date IS NOT NULL
        """)
    var paid: [Int64?: [(days: Int, age: Int)]] = [:]
    let rows = try Row.fetchCursor(statement, arguments: [RecordIDs.json(lastPayments.keys)])
    while let row = try rows.next() {
      guard let day = lastPayments[row[0]] else { continue }
      paid[row[1], default: []].append((days: max(0, day - row[2]), age: today.daysSince1970 - day))
    }
    for (currency, invoices) in paid { change(currency) { $0.daysToPay = DaysToPay(invoices) } }
  }

  /// The day of the last payment of each invoice that was paid since a day, and not in the future.
  private func lastPayments(since day: CalendarDate) throws -> [Int64: Int] {
    let statement = try database.cachedStatement(
      sql: "SELECT invoice_id, payment_date FROM payments WHERE payment_date >= ? AND invoice_id IS NOT NULL")
    var days: [Int64: Int] = [:]
    let rows = try Row.fetchCursor(statement, arguments: [day.daysSince1970])
    while let row = try rows.next() {
      let invoice: Int64 = row[0]
      days[invoice] = max(days[invoice] ?? .min, row[1])
    }
    return days.filter { $0.value <= today.daysSince1970 }
  }
}

extension DaysToPay {
  /// Of days until an invoice was paid, and how many days ago that was.
  init?(_ paid: [(days: Int, age: Int)]) {
    let days = paid.map(\.days).sorted()
    guard let best = days.first, let worst = days.last else { return nil }
    let byWeek = Dictionary(grouping: paid) { $0.age / 7 }
    let weeks = (0..<13).reversed().map { week in byWeek[week].map { $0.map(\.days).sorted().median } }
    self.init(count: days.count, median: days.median, best: best, worst: worst, weeks: weeks)
  }
}

extension [Int] {
  /// The middle of sorted values, the upper one of two; 0 where there are none.
  var median: Int { isEmpty ? 0 : self[count / 2] }

  /// The smallest of sorted values that so many per cent do not exceed; 0 where there are none.
  func percentile(_ share: Int) -> Int { isEmpty ? 0 : self[Swift.max(0, (count * share + 99) / 100 - 1)] }
}
