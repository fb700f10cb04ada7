/// Why a date that somebody typed was not taken.
package enum DateProblem: Error, Hashable, Sendable {
  case empty
  case notADate(String)
  /// A number alone may be a day of the month or a number of days.
  case numberAlone(Int)
  /// The month's number does not exist; the other order of day and month would make sense.
  case otherOrder(day: Int, month: Int, order: DateOrder)
  case noSuchMonth(Int)
  case noSuchDay(day: Int, month: Int, year: Int)
  /// Outside the years 1 to 9999.
  case outOfRange
}

extension DateProblem {
  /// One sentence that says what to type instead.
  package var sentence: String {
    switch self {
    case .empty: "Type a date, such as 2026-04-17 or 17 apr."
    case .notADate(let text): "\u{201C}\(text)\u{201D} is not a date; type one such as 2026-04-17, 17 apr, +30 or eom."
    case .numberAlone(let number): "Type +\(number) for \(number) days later, or a day with its month, such as 17 apr."
    case .otherOrder(let day, let month, let order):
      "The \(order == .dayFirst ? "day" : "month") comes first here; type \(day) \(MonthName.short(month).lowercased())."
    case .noSuchMonth(let month): "There is no month \(month); type one from 1 to 12 or its name, such as apr."
    case .noSuchDay(let day, let month, let year):
      "\(MonthName.full(month)) \(year) has no day \(day); type one from 1 to "
        + "\(CalendarDate.days(inMonth: month, of: year))."
    case .outOfRange: "This is too far away; type a date in the years 1 to 9999."
    }
  }
}

/// Whether `3/4` is the third of April or the fourth of March.
package enum DateOrder: Hashable, Sendable {
  case dayFirst
  case monthFirst
}
