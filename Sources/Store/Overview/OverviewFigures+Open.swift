import Billing
internal import GRDB

extension OverviewFigures {
  /// Outstanding, overdue, due soon, and ageing; and the same once more by customers.
  mutating func gatherOpen() throws {
    let known = "customer_id IN (SELECT id FROM customers)"
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT currency_id, \(AgeingSQL.age) AS age, ifnull(due_date BETWEEN :today AND :today + 7, 0) AS soon,
        count(*), \(CurrencySum.parts("open_amount")),
        count(CASE WHEN \(known) THEN 1 END), \(CurrencySum.parts("CASE WHEN \(known) THEN open_amount END"))
        FROM invoices WHERE open_amount IS NOT NULL GROUP BY currency_id, age, soon
        """, arguments: ["today": today.daysSince1970])
    for row in rows {
      let total = CountedSum(row: row, from: 3)
      change(row[0]) { $0.add(total, age: row[1], isSoon: row[2], ofCustomers: CountedSum(row: row, from: 6)) }
    }
  }

  /// Invoices that were never sent, which are in no other figure.
  mutating func gatherDrafts() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT currency_id, count(*), \(CurrencySum.parts("total")), min(invoice_date)
        FROM invoices WHERE status = 'DRAFT' AND open_amount IS NULL GROUP BY currency_id
        """)
    for row in rows {
      change(row[0]) {
        $0.drafts = CountedSum(row: row, from: 1)
        $0.oldestDraft = (row[4] as Int?).map(CalendarDate.init(daysSince1970:))
      }
    }
  }

  /// Who is late, ranked by Σ balance × days late: that is no sum of money, so a Double does.
  mutating func gatherAttention(_ limit: Int) throws {
    let rows = try Row.fetchAll(
      database, sql: Self.attention, arguments: ["today": today.daysSince1970, "limit": limit])
    for row in rows {
      let entry = AttentionEntry(row: row)
      change(row["currency_id"]) {
        $0.attention.append(entry)
        $0.attentionCount = row["customers"]
      }
    }
  }

  private static let attention = """
    WITH late AS MATERIALIZED (
      SELECT customer_id, currency_id, count(*) AS invoices, \(CurrencySum.parts("open_amount", as: "upper", "lower")),
      :today - min(due_date) AS oldest, total((:today - due_date) * 1.0 * open_amount) AS weight
      FROM invoices WHERE open_amount IS NOT NULL AND due_date < :today AND customer_id IS NOT NULL
      GROUP BY customer_id, currency_id
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY currency_id ORDER BY weight DESC, customer_id) AS place,
      count(*) OVER (PARTITION BY currency_id) AS customers FROM late
    )
    SELECT customer_id, invoices, upper, lower, oldest, currency_id, customers,
    coalesce((SELECT name FROM customers WHERE customers.id = customer_id),
      (SELECT max(customer_name) FROM invoices WHERE invoices.customer_id = ranked.customer_id)) AS name,
    (SELECT max(payment_date) FROM payments WHERE payments.customer_id = ranked.customer_id) AS paid_on,
    (SELECT amount FROM payments WHERE payments.customer_id = ranked.customer_id
      ORDER BY payment_date DESC, id DESC LIMIT 1) AS paid
    FROM ranked WHERE place <= :limit ORDER BY place
    """
}

/// How SQL tells how late an open invoice is. Bound: today.
enum AgeingSQL {
  static let age = """
    CASE WHEN due_date IS NULL OR due_date >= :today THEN 0 WHEN due_date >= :today - 30 THEN 1 \
    WHEN due_date >= :today - 60 THEN 2 WHEN due_date >= :today - 90 THEN 3 ELSE 4 END
    """
}

extension CurrencyOverview {
  fileprivate mutating func add(_ total: CountedSum, age: Int, isSoon: Bool, ofCustomers: CountedSum) {
    outstanding = outstanding.adding(total)
    if age > 0 { overdue = overdue.adding(total) }
    if isSoon { dueSoon = dueSoon.adding(total) }
    ageing[age].total = ageing[age].total.adding(total)
    check.receivable = outstanding
    check.ofCustomers = check.ofCustomers.adding(ofCustomers)
  }
}

extension AttentionEntry {
  fileprivate init(row: Row) {
    self.init(
      customerID: Identifier(row["customer_id"]), name: row.text("name") ?? "",
      overdue: CountedSum(row: row, from: 1), oldestDays: row["oldest"], lastPayment: row.day("paid_on"),
      lastPaymentAmount: row.money("paid"))
  }
}
