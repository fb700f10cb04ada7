/// A day of the week, Monday first.
package enum Weekday: Int, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// `Mon`.
  package var shortName: String { String(name.prefix(3)) }

  /// `Monday`.
  package var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

extension CalendarDate {
  package var weekday: Weekday {
    // 1 January 1970 was a Thursday; the remainder is brought above zero for the days before it.
    let place = ((daysSince1970 + Weekday.thursday.rawValue) % 7 + 7) % 7
    return Weekday.allCases[place]
  }

  /// The day so many days later, or earlier below zero; the first or last day of the calendar where it ends.
  package func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
    guard !overflow else { return days < 0 ? .first : .last }
    return CalendarDate(daysSince1970: sum)
  }

  /// The same day so many months later; where that month is shorter, its last day.
  package func adding(months: Int) -> CalendarDate {
    let (place, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, place >= 12 else { return months < 0 ? .first : .last }
    let (targetYear, targetMonth) = (place / 12, place % 12 + 1)
    let longest = Self.days(inMonth: targetMonth, of: targetYear)
    return CalendarDate(year: targetYear, month: targetMonth, day: min(day, longest)) ?? .last
  }

  /// The first day of this day's month.
  package var startOfMonth: CalendarDate { adding(days: 1 - day) }
  /// The last day of this day's month.
  package var endOfMonth: CalendarDate { adding(days: Self.days(inMonth: month, of: year) - day) }

  /// How many days from this day to `other`; below zero where `other` is earlier.
  package func days(until other: CalendarDate) -> Int { other.daysSince1970 - daysSince1970 }
}
