import Billing
import BillingAPI

extension CustomerDocuments {
  /// The figures and the timeline of each currency; the one with most documents comes first.
  func currencies(today: CalendarDate, since: CalendarDate?) -> [CustomerCurrency] {
    // A payment that does not say its currency is in that of its invoice.
    let ofInvoices = Dictionary(invoices.map { ($0.id, $0.currencyID) }) { first, _ in first }
    let grouped = Dictionary(grouping: inOrder) { row -> Identifier<Currency>? in
      if case .payment(let payment) = row, let invoice = payment.invoiceID {
        return ofInvoices[invoice] ?? row.currencyID
      }
      return row.currencyID
    }
    let sorted = grouped.sorted { ($1.value.count, $0.key?.value ?? .max) < ($0.value.count, $1.key?.value ?? .max) }
    return sorted.map { currency, rows in
      var figures = CustomerCurrency(currencyID: currency)
      for row in rows { figures.take(row, today: today, since: since) }
      return figures
    }
  }
}

extension CustomerCurrency {
  fileprivate mutating func take(_ row: MirrorRow, today: CalendarDate, since: CalendarDate?) {
    count(row, today: today)
    let (charge, credit, isApplied) = effect(of: row)
    let balance = rebuiltBalance.moved(by: charge, less: isApplied ? credit : nil)
    if let since, let day = row.date, day < since {
      opening = balance
    } else {
      timeline.append(TimelineEntry(row: row, charge: charge, credit: credit, isApplied: isApplied, balance: balance))
    }
  }

  private mutating func count(_ row: MirrorRow, today: CalendarDate) {
    let one = CountedSum(count: 1, sum: row.amount ?? .zero)
    switch row {
    case .invoice(let invoice): count(invoice, one, today)
    case .payment(let payment):
      paid.add(one)
      if payment.invoiceID == nil { unapplied.add(one) }
    case .estimate: estimates.add(one)
    case .expense: expenses.add(one)
    case .customer, .item: break
    }
  }

  private mutating func count(_ invoice: InvoiceRow, _ one: CountedSum, _ today: CalendarDate) {
    guard invoice.isCharged else { return drafts.add(one) }
    invoiced.add(one)
    serviceBalance = serviceBalance.moved(by: invoice.balance, less: nil)
    guard invoice.isOpen, let balance = invoice.balance else { return }
    let left = CountedSum(count: 1, sum: balance)
    let days = invoice.daysLate(on: today) ?? 0
    open.add(left)
    if days > 0 { overdue.add(left) }
    let age = AgeingBucket.Age(daysLate: days).rawValue
    ageing[age].total.add(left)
  }

  private func effect(of row: MirrorRow) -> (charge: Money?, credit: Money?, isApplied: Bool) {
    switch row {
    case .invoice(let invoice): (invoice.isCharged ? invoice.total : nil, nil, false)
    case .payment(let payment): (nil, payment.amount, payment.invoiceID != nil)
    case .estimate, .expense, .customer, .item: (nil, nil, false)
    }
  }
}

extension InvoiceRow {
  /// It counts as asked for: it is no draft, or one on which something is paid.
  var isCharged: Bool { status != .draft || paidStatus == .partiallyPaid || paidStatus == .paid }
}

extension AgeingBucket.Age {
  package init(daysLate days: Int) {
    switch days {
    case ...0: self = .current
    case ...30: self = .upTo30
    case ...60: self = .upTo60
    case ...90: self = .upTo90
    default: self = .over90
    }
  }
}

extension Money {
  /// Stops at the largest amount instead of going over it.
  fileprivate func moved(by charge: Money?, less credit: Money?) -> Money {
    let (more, isOver) = cents.addingReportingOverflow(charge?.cents ?? 0)
    let (left, isUnder) = more.subtractingReportingOverflow(credit?.cents ?? 0)
    return isOver ? Money(cents: .max) : isUnder ? Money(cents: .min) : Money(cents: left)
  }
}
