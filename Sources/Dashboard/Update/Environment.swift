import Billing

/// What `update` may know of the world: the day, and fresh names. A value, so that tests are deterministic.
package struct Environment: Sendable {
  /// The user's day, in the configured time zone.
  package var today: CalendarDate
  /// A name nobody used before, for a draft.
  package var freshName: @Sendable () -> String

  package init(today: CalendarDate, freshName: @escaping @Sendable () -> String) {
    self.today = today
    self.freshName = freshName
  }
}
