import Billing

/// Finds those who are late while open invoices pass by in the order of their customers and currencies.
///
/// The rank is Σ balance × days late: that is no sum of money, so a Double does.
struct LateCustomers {
  /// Those who are late in one currency.
  struct InCurrency {
    /// The heaviest first, at most as many as are wanted.
    fileprivate(set) var worst: [LateCustomer] = []
    fileprivate(set) var count = 0
  }

  private(set) var byCurrency: [Int64?: InCurrency] = [:]
  private let limit: Int
  private var current: LateCustomer?

  init(limit: Int) { self.limit = limit }

  mutating func take(_ invoice: OpenInvoice) {
    guard invoice.daysLate > 0, let customer = invoice.customer else { return }
    if current?.id != customer || current?.currency != invoice.currency {
      finish()
      current = LateCustomer(id: customer, currency: invoice.currency)
    }
    current?.add(invoice)
  }

  /// Counts the last customer, after the last invoice.
  mutating func finish() {
    guard let customer = current else { return }
    current = nil
    byCurrency[customer.currency, default: InCurrency()].take(customer, limit)
  }
}

/// What somebody owes in one currency that is late.
struct LateCustomer {
  let id: Int64
  let currency: Int64?
  private(set) var overdue = CountedSum()
  private(set) var oldestDays = 0
  private(set) var weight = 0.0

  init(id: Int64, currency: Int64?) {
    self.id = id
    self.currency = currency
  }

  mutating func add(_ invoice: OpenInvoice) {
    overdue.add(invoice.balance)
    oldestDays = max(oldestDays, invoice.daysLate)
    weight += Double(invoice.daysLate) * Double(invoice.balance.sum.cents)
  }

  fileprivate func isBefore(_ other: LateCustomer) -> Bool { (other.weight, id) < (weight, other.id) }
}

extension LateCustomers.InCurrency {
  fileprivate mutating func take(_ customer: LateCustomer, _ limit: Int) {
    count += 1
    if worst.count >= limit {
      guard let last = worst.last, customer.isBefore(last) else { return }
      worst.removeLast()
    }
    let place = worst.firstIndex { customer.isBefore($0) } ?? worst.endIndex
    worst.insert(customer, at: place)
  }
}
