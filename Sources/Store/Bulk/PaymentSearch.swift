import Billing
import BillingAPI
internal import GRDB

/// Finds payments that many new ones may repeat, with one look at the mirror.
package struct PaymentSearch: Sendable {
  private let payments: [Int64: [PaymentRow]]

  /// Payments alike one of that amount and day, by this customer: alone, or as parts of one day that come to it.
  package func likelyDuplicates(customer: Int64, amount: Money, date: CalendarDate) -> [LikelyDuplicate] {
    let near = (payments[customer] ?? []).filter { payment in
      payment.paymentDate.map { abs(date.days(until: $0)) <= DuplicateSearch.days } ?? false
    }
    return DuplicateSearch(amount: amount, date: date).found(in: near)
  }

  fileprivate init(_ payments: [PaymentRow]) {
    self.payments = Dictionary(grouping: payments) { $0.customerID?.value ?? 0 }
  }
}

extension Mirror {
  /// Reads the payments of these customers around these days, in one statement.
  package func paymentSearch(
    customers: Set<Int64>, from first: CalendarDate, to last: CalendarDate
  ) throws(StoreError) -> PaymentSearch {
    let list = customers.map(String.init).joined(separator: ",")
    return try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT *\(Self.invoiceNumber) FROM payments
          WHERE customer_id IN (SELECT value FROM json_each(?)) AND payment_date BETWEEN ? AND ?
          ORDER BY payment_date, id
          """,
        arguments: [
          "[\(list)]", first.adding(days: -DuplicateSearch.days).daysSince1970,
          last.adding(days: DuplicateSearch.days).daysSince1970,
        ])
      return PaymentSearch(rows.map(PaymentRow.init(row:)))
    }
  }
}
