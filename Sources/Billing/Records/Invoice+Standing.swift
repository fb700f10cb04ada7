/// Where an invoice stands on a given day, worked out from its dates and balance: the service's flag may be a day late.
package enum InvoiceStanding: Hashable, Sendable {
  case draft
  case open
  case partiallyPaid
  case overdue(days: Int)
  case paid
}

extension Invoice {
  /// Whether a balance is still open past its due date. A draft was never sent, so it is not late.
  package func isOverdue(on day: CalendarDate) -> Bool { daysLate(on: day) > 0 }

  /// Days past the due date of an invoice that is sent and not paid; 0 where it is not late.
  package func daysLate(on day: CalendarDate) -> Int {
    guard let dueDate, dueAmount > .zero, status != .draft, status != .completed else { return 0 }
    return max(0, dueDate.days(until: day))
  }

  /// What has been paid: the total less the balance; nothing where these are beyond all sums.
  package var paidAmount: Money {
    // Overflow: not a sum.
    (try? document.amounts.total.subtracting(dueAmount)) ?? .zero
  }

  /// For the mark beside an invoice in a list: paid before late, late before part paid.
  package func standing(on day: CalendarDate) -> InvoiceStanding {
    if status == .completed || paidStatus == .paid { return .paid }
    let daysLate = daysLate(on: day)
    if daysLate > 0 { return .overdue(days: daysLate) }
    if dueAmount > .zero, dueAmount < document.amounts.total { return .partiallyPaid }
    return status == .draft ? .draft : .open
  }
}

extension Estimate {
  /// Whether an offer that was sent and not answered is past its expiry date.
  package func isExpired(on day: CalendarDate) -> Bool {
    switch status {
    case .expired: true
    case .sent, .viewed: expiryDate.map { $0 < day } ?? false
    case .draft, .accepted, .rejected, .unknown: false
    }
  }

  /// Days past the expiry date of an offer that expired; 0 where it has not.
  package func daysExpired(on day: CalendarDate) -> Int {
    guard let expiryDate, isExpired(on: day) else { return 0 }
    return max(0, expiryDate.days(until: day))
  }
}
