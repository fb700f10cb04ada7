import Billing

/// The days that a statement is about: a month, quarter or year of the calendar, this one or so many before.
package struct StatementPeriod: Sendable, Equatable {
  package var span = ChartSpan.quarter
  /// 0 is the present one, 1 the one before.
  package var back = 0

  package init() {}

  /// The first and the last day, seen from a day.
  func bounds(today: CalendarDate) -> ClosedRange<CalendarDate> {
    let month = today.startOfMonth
    let first = month.adding(months: -((month.month - 1) % span.rawValue) - back * span.rawValue)
    return first...max(first, first.adding(months: span.rawValue - 1).endOfMonth)
  }
}
