/// A day as it stands on an invoice: year, month and day of the Gregorian calendar, without a time zone.
///
/// Kept as a day number; years 1 to 9999. Arithmetic that would leave them stops at the first or last day.
package struct CalendarDate: Hashable, Sendable, Comparable {
  private let dayNumber: Int32

  /// The day that is so many days after (or, below zero, before) 1 January 1970.
  package init(daysSince1970 days: Int) {
    dayNumber = Int32(min(max(days, Self.firstDayNumber), Self.lastDayNumber))
  }

  /// Nil where the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
    self.init(daysSince1970: Self.dayNumber(year: year, month: month, day: day))
  }

  package static let first = CalendarDate(daysSince1970: firstDayNumber)
  package static let last = CalendarDate(daysSince1970: lastDayNumber)

  package var daysSince1970: Int { Int(dayNumber) }
  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var day: Int { civil.day }

  package static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }

  /// Whether February has 29 days.
  package static func isLeap(year: Int) -> Bool {
    (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
  }

  /// How many days the month (1 to 12) has in that year.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate {
  private static let firstDayNumber = dayNumber(year: 1, month: 1, day: 1)
  private static let lastDayNumber = dayNumber(year: 9999, month: 12, day: 31)
  private static let daysPerCycle = 146_097
  /// From 1 March of the year 0, where counting in years that begin in March is simplest, to 1 January 1970.
  private static let epochOffset = 719_468

  /// Years are taken to begin in March, so that the leap day comes last and month lengths follow one formula.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - epochOffset
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let days = daysSince1970 + Self.epochOffset
    let cycle = days / Self.daysPerCycle
    let dayOfCycle = days % Self.daysPerCycle
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}
