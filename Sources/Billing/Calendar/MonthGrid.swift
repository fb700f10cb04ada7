/// A month as a wall calendar shows it: whole weeks from Monday, with the days of its neighbours at both ends.
package struct MonthGrid: Hashable, Sendable {
  package let month: Int
  package let year: Int
  /// Four to six weeks of seven days each.
  package let weeks: [[CalendarDate]]

  /// The month that a day lies in.
  package init(containing day: CalendarDate) {
    month = day.month
    year = day.year
    let first = day.startOfMonth
    let monday = first.adding(days: -first.weekday.rawValue)
    let count = (first.weekday.rawValue + CalendarDate.days(inMonth: month, of: year) + 6) / 7
    weeks = (0..<count).map { week in (0..<7).map { monday.adding(days: 7 * week + $0) } }
  }

  package func contains(_ day: CalendarDate) -> Bool { day.month == month && day.year == year }
}
