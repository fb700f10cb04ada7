import Billing
internal import GRDB

extension OverviewFigures {
  /// Outstanding, overdue, due soon, ageing, the same once more by customers, and who is late: all from one walk along the
  /// index of what is open, which stands in the order of customers and currencies.
  mutating func gatherOpen(attention limit: Int) throws {
    var late = LateCustomers(limit: limit)
    let statement = try database.cachedStatement(
      sql: """
        SELECT customer_id, currency_id, due_date, open_amount, customer_id IN (SELECT id FROM customers)
        FROM invoices WHERE open_amount IS NOT NULL ORDER BY customer_id, currency_id
        """)
    let rows = try Row.fetchCursor(statement)
    while let row = try rows.next() {
      let invoice = OpenInvoice(row: row, today: today)
      late.take(invoice)
      change(invoice.currency) { $0.add(invoice) }
    }
    late.finish()
    try keepAttention(late)
  }

  /// Invoices that were never sent, which are in no other figure.
  mutating func gatherDrafts() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT currency_id, count(*), \(CurrencySum.parts("draft_amount")), min(invoice_date)
        FROM invoices WHERE draft_amount IS NOT NULL GROUP BY currency_id
        """)
    for row in rows {
      change(row[0]) {
        $0.drafts = CountedSum(row: row, from: 1)
        $0.oldestDraft = (row[4] as Int?).map(CalendarDate.init(daysSince1970:))
      }
    }
  }

  private mutating func keepAttention(_ late: LateCustomers) throws {
    let payments = try lastPayments(of: late.byCurrency.values.flatMap { $0.worst.map(\.id) })
    for (currency, found) in late.byCurrency {
      let entries = try found.worst.map { try entry($0, payments[$0.id]) }
      change(currency) {
        $0.attention = entries
        $0.attentionCount = found.count
      }
    }
  }

  /// Who somebody late is, and what was paid last.
  private func entry(_ customer: LateCustomer, _ payment: LastPayment?) throws -> AttentionEntry {
    let statement = try database.cachedStatement(
      sql: """
        SELECT coalesce((SELECT name FROM customers WHERE id = :id),
          (SELECT customer_name FROM invoices WHERE customer_id = :id AND open_amount IS NOT NULL LIMIT 1)) AS name
        """)
    let row = try Row.fetchOne(statement, arguments: ["id": customer.id])
    return AttentionEntry(
      customerID: Identifier(customer.id), name: row?.text("name") ?? "", overdue: customer.overdue,
      oldestDays: customer.oldestDays, lastPayment: payment?.day, lastPaymentAmount: payment?.amount)
  }

  /// The last payment of each of these customers, whatever it was for: all in one go, because until all payments are
  /// loaded there is no index by which to look for one customer's.
  private func lastPayments(of customers: [Int64]) throws -> [Int64: LastPayment] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT customer_id, payment_date, id, amount FROM payments
        WHERE customer_id IN (SELECT value FROM json_each(?))
        """)
    var last: [Int64: LastPayment] = [:]
    let rows = try Row.fetchCursor(statement, arguments: [RecordIDs.json(customers)])
    while let row = try rows.next() {
      let payment = LastPayment(day: row.day("payment_date"), id: row[2], amount: row.money("amount"))
      let customer: Int64 = row[0]
      if last[customer].map({ $0.isBefore(payment) }) ?? true { last[customer] = payment }
    }
    return last
  }
}

/// A payment that may be a customer's last.
private struct LastPayment {
  let day: CalendarDate?
  let id: Int64
  let amount: Money?

  /// By its day, then by when it was entered; one without a day is before all others.
  func isBefore(_ other: LastPayment) -> Bool {
    (day?.daysSince1970 ?? .min, id) < (other.day?.daysSince1970 ?? .min, other.id)
  }
}

/// An invoice of which something is still to be paid, as the index of these has it.
struct OpenInvoice {
  let customer: Int64?
  let currency: Int64?
  let balance: CountedSum
  /// Whether its customer is loaded.
  let isKnown: Bool
  /// How many days it is late; 0 and less for one that is not.
  let daysLate: Int
  let isDueSoon: Bool

  init(row: Row, today: CalendarDate) {
    customer = row[0]
    currency = row[1]
    let due: Int? = row[2]
    balance = CountedSum(count: 1, sum: Money(cents: row[3]))
    isKnown = (row[4] as Bool?) ?? false
    daysLate = due.map { today.daysSince1970 - $0 } ?? 0
    isDueSoon = due.map { (0...7).contains($0 - today.daysSince1970) } ?? false
  }

  var age: AgeingBucket.Age { AgeingBucket.Age(daysLate: daysLate) }
}

extension CurrencyOverview {
  fileprivate mutating func add(_ invoice: OpenInvoice) {
    outstanding.add(invoice.balance)
    if invoice.daysLate > 0 { overdue.add(invoice.balance) }
    if invoice.isDueSoon { dueSoon.add(invoice.balance) }
    ageing[invoice.age.rawValue].total.add(invoice.balance)
    check.receivable = outstanding
    if invoice.isKnown { check.ofCustomers.add(invoice.balance) }
  }
}
