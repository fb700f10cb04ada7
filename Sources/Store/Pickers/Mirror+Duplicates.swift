import Billing
import BillingAPI
internal import GRDB

/// Payments that are already known and look like the one that is about to be recorded.
package struct LikelyDuplicate: Hashable, Sendable {
  /// One payment, or the parts of one that was split, in the order in which they were recorded.
  package var payments: [PaymentRow]
  /// Whole days between them and the new one.
  package var daysApart: Int

  package init(payments: [PaymentRow], daysApart: Int) {
    self.payments = payments
    self.daysApart = daysApart
  }
}

extension Mirror {
  /// Payments by the same customer within 14 days whose amount is the same, alone or as parts of one day that were
  /// recorded one after another and add up to it. The nearest in time come first.
  package func likelyDuplicates(
    customer: Identifier<Customer>, amount: Money, date: CalendarDate, except known: Set<Int64> = []
  ) throws(StoreError) -> [LikelyDuplicate] {
    let first = date.adding(days: -DuplicateSearch.days)
    let last = date.adding(days: DuplicateSearch.days)
    let ids = try read { database in
      try Int64.fetchAll(
        database,
        sql: "SELECT id FROM payments WHERE customer_id = ? AND payment_date BETWEEN ? AND ? ORDER BY payment_date, id",
        arguments: [customer.value, first.daysSince1970, last.daysSince1970])
    }
    let rows = try rows(.payments, ids: ids.filter { !known.contains($0) }).compactMap { row -> PaymentRow? in
      if case .payment(let payment) = row { payment } else { nil }
    }
    return DuplicateSearch(amount: amount, date: date).found(in: rows)
  }
}

/// Finds an amount among payments of one customer.
struct DuplicateSearch {
  /// How far apart two recordings of one payment may be (issue of the field: statements come every two weeks).
  static let days = 14

  let amount: Money
  let date: CalendarDate

  func found(in payments: [PaymentRow]) -> [LikelyDuplicate] {
    let days = Dictionary(grouping: payments) { $0.paymentDate }
    let found = days.flatMap { day, payments in
      day.map { day in runs(payments.sorted { $0.id.value < $1.id.value }, abs(date.days(until: day))) } ?? []
    }
    return found.sorted {
      ($0.daysApart, $0.payments.first?.id.value ?? 0) < ($1.daysApart, $1.payments.first?.id.value ?? 0)
    }
  }

  /// Payments of one day that follow each other and come to the amount.
  private func runs(_ payments: [PaymentRow], _ daysApart: Int) -> [LikelyDuplicate] {
    payments.indices.compactMap { start in
      var sum: Int64 = 0
      for end in start..<payments.endIndex {
        sum &+= payments[end].amount?.cents ?? 0
        if sum == amount.cents {
          return LikelyDuplicate(payments: Array(payments[start...end]), daysApart: daysApart)
        }
        if sum > amount.cents { return nil }
      }
      return nil
    }
  }
}
