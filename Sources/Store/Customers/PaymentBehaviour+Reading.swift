import Billing

extension PaymentBehaviour {
  /// Nil where no invoice is paid whose payments are known.
  init?(_ documents: CustomerDocuments) {
    let paid = PaidInvoice.all(in: documents)
    guard !paid.isEmpty else { return nil }
    let days = paid.map(\.days).sorted()
    let dues = paid.compactMap(\.daysLate)
    self.init(
      count: paid.count, median: days.median, ninetiethPercentile: days.percentile(90),
      lateShare: dues.isEmpty ? 0 : dues.count { $0 > 0 } * 100 / dues.count, trend: Self.trend(paid.map(\.days)),
      daysLate: dues.suffix(24), methods: Self.methods(documents.payments))
  }

  /// More than a fifth and more than two days between the halves make a difference.
  private static func trend(_ days: [Int]) -> Trend? {
    guard days.count >= 6 else { return nil }
    let earlier = days.prefix(days.count / 2).sorted().median
    let later = days.suffix(days.count / 2).sorted().median
    guard abs(later - earlier) > max(2, earlier / 5) else { return .steady }
    return later > earlier ? .slower : .faster
  }

  private static func methods(_ payments: [PaymentRow]) -> [MethodCount] {
    let named = Dictionary(grouping: payments.compactMap(\.methodName).filter { !$0.isEmpty }) { $0 }
    let counts = named.map { MethodCount(name: $0.key, count: $0.value.count) }
    return counts.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}

/// A paid invoice, by the day of its last payment.
private struct PaidInvoice {
  let paidOn: CalendarDate
  let days: Int
  /// Nil without a due day.
  let daysLate: Int?

  static func all(in documents: CustomerDocuments) -> [PaidInvoice] {
    let payments = Dictionary(grouping: documents.payments) { $0.invoiceID }
    let paid = documents.invoices.compactMap { invoice -> PaidInvoice? in
      let days = payments[invoice.id]?.compactMap(\.paymentDate)
      guard invoice.paidStatus == .paid, let begun = invoice.invoiceDate, let last = days?.max() else { return nil }
      return PaidInvoice(
        paidOn: last, days: max(0, begun.days(until: last)), daysLate: invoice.dueDate?.days(until: last))
    }
    return paid.sorted { $0.paidOn < $1.paidOn }
  }
}
