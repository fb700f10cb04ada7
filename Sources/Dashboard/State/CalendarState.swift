import Billing

/// The calendar of a date field: the day that Enter takes.
package struct CalendarState: Sendable, Equatable {
  /// The field's label.
  package let title: String
  package var day: CalendarDate

  package init(title: String, day: CalendarDate) {
    self.title = title
    self.day = day
  }
}
