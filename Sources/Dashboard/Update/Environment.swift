import Billing

/// What `update` may know of the world: the day, the time, fresh names. A value, so that tests are deterministic.
package struct Environment: Sendable {
  /// The user's day, in the configured time zone.
  package var today: CalendarDate
  /// The time of day as the state line shows it (`14:32`).
  package var timeOfDay: String
  /// A name nobody used before, for a draft.
  package var freshName: @Sendable () -> String
  /// The separators that amounts are typed with.
  package var numberStyle: NumberStyle

  package init(
    today: CalendarDate, timeOfDay: String, numberStyle: NumberStyle, freshName: @escaping @Sendable () -> String
  ) {
    self.today = today
    self.timeOfDay = timeOfDay
    self.numberStyle = numberStyle
    self.freshName = freshName
  }
}
