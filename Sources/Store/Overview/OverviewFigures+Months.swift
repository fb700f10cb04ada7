import Billing
internal import GRDB

extension OverviewFigures {
  /// What was invoiced, received and spent in each month.
  mutating func gatherMonths() throws {
    try gather("invoices", "invoice_date", "total", where: "status IS NOT 'DRAFT'") { $0.invoiced = $1 }
    try gather("payments", "payment_date", "amount", where: "1") { $0.received = $1 }
    try gather("expenses", "expense_date", "amount", where: "1") { $0.spent = $1 }
  }

  /// A stretch of the index for each month, so that no row's month need be worked out.
  private mutating func gather(
    _ table: String, _ date: String, _ amount: String, where condition: String,
    keep: (inout MonthFigures, CountedSum) -> Void
  ) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT currency_id, count(*), \(CurrencySum.parts(amount)) FROM \(table)
        WHERE \(date) BETWEEN ? AND ? AND \(condition) GROUP BY currency_id
        """)
    for (place, month) in months.enumerated() {
      let bounds: StatementArguments = [month.daysSince1970, month.endOfMonth.daysSince1970]
      for row in try Row.fetchAll(statement, arguments: bounds) {
        change(row[0]) { keep(&$0.months[place], CountedSum(row: row, from: 1)) }
      }
    }
  }

  /// How long invoices took whose last payment came in the last 90 days.
  mutating func gatherDaysToPay() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT currency_id, max(0, paid_on - invoice_date), :today - paid_on FROM (
          SELECT currency_id, invoice_date,
          (SELECT max(payment_date) FROM payments WHERE payments.invoice_id = invoices.id) AS paid_on
          FROM invoices WHERE paid_status = 'PAID' AND id IN (
            SELECT invoice_id FROM payments WHERE payment_date BETWEEN :today - 90 AND :today)
        ) WHERE paid_on BETWEEN :today - 90 AND :today AND invoice_date IS NOT NULL
        """, arguments: ["today": today.daysSince1970])
    for (currency, rows) in Dictionary(grouping: rows, by: { $0[0] as Int64? }) {
      change(currency) { $0.daysToPay = DaysToPay(rows.map { (days: $0[1], age: $0[2]) }) }
    }
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
