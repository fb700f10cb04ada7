import Billing

/// When the key in use ends, where that is near.
package struct KeyExpiry: Sendable, Equatable {
  /// Days before its end from which it is announced.
  static let announced = 14

  package let day: CalendarDate
  /// Below 0 when it is past.
  package let daysLeft: Int

  /// Nil where the key has no end, one that cannot be read, or one that is far.
  init?(_ expiresAt: String?, today: CalendarDate) {
    guard let text = expiresAt?.prefix(10), let day = CalendarDate(iso: String(text)) else { return nil }
    let left = today.days(until: day)
    guard left <= Self.announced else { return nil }
    self.day = day
    daysLeft = left
  }

  /// `ends 2026-03-30, in 12 days`.
  var words: String {
    switch daysLeft {
    case ..<0: "ended \(day.iso)"
    case 0: "ends today"
    case 1: "ends tomorrow"
    default: "ends \(day.iso), in \(daysLeft) days"
    }
  }
}

extension State {
  var keyExpiry: KeyExpiry? { KeyExpiry(session.keyExpiresAt, today: figures.today) }
}
