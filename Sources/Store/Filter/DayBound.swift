import Billing

/// A day or a stretch of days that a filter names, fixed or relative to the day on which it is asked.
package enum DayBound: Hashable, Sendable {
  case day(CalendarDate)
  /// Its first day (`2026-03`).
  case month(CalendarDate)
  /// `2026`.
  case year(Int)
  /// `30d`, `-7d`, `2w`, `today`.
  case daysFromToday(Int)
  case startOfMonth, endOfWeek, endOfMonth, endOfYear

  /// The days that are meant, on the day of asking.
  package func days(on today: CalendarDate) -> ClosedRange<CalendarDate> {
    switch self {
    case .day(let day): day...day
    case .month(let first): first...first.endOfMonth
    case .year(let year): Self.firstDay(of: year)...Self.lastDay(of: year)
    case .daysFromToday(let days): Self.only(today.adding(days: days))
    case .startOfMonth: Self.only(today.startOfMonth)
    case .endOfWeek: Self.only(today.adding(days: 6 - today.weekday.rawValue))
    case .endOfMonth: Self.only(today.endOfMonth)
    case .endOfYear: Self.only(Self.lastDay(of: today.year))
    }
  }

  private static func only(_ day: CalendarDate) -> ClosedRange<CalendarDate> { day...day }
  private static func firstDay(of year: Int) -> CalendarDate { CalendarDate(year: year, month: 1, day: 1) ?? .first }
  private static func lastDay(of year: Int) -> CalendarDate { CalendarDate(year: year, month: 12, day: 31) ?? .last }
}

extension DayBound {
  /// The words for days, and what each says.
  static let names: [(word: String, meaning: String, bound: DayBound)] = [
    ("today", "today", .daysFromToday(0)), ("yesterday", "yesterday", .daysFromToday(-1)),
    ("tomorrow", "tomorrow", .daysFromToday(1)), ("eow", "the end of this week", .endOfWeek),
    ("som", "the start of this month", .startOfMonth), ("eom", "the end of this month", .endOfMonth),
    ("eoy", "the end of this year", .endOfYear),
  ]

  package init?(text: String) {
    let word = text.lowercased()
    guard let bound = Self.names.first(where: { $0.word == word })?.bound ?? Self.calendar(word) ?? Self.offset(word)
    else { return nil }
    self = bound
  }

  /// `2026-04-17`, `2026-04` or `2026`.
  private static func calendar(_ word: String) -> DayBound? {
    if let day = CalendarDate(iso: word) { return .day(day) }
    if let first = CalendarDate(iso: word + "-01") { return .month(first) }
    guard word.count == 4, CalendarDate(iso: word + "-01-01") != nil else { return nil }
    return Int(word).map { .year($0) }
  }

  private static func offset(_ word: String) -> DayBound? {
    guard let unit = word.last, unit == "d" || unit == "w" else { return nil }
    guard let count = Int(word.dropLast()), abs(count) < 10_000 else { return nil }
    return .daysFromToday(unit == "w" ? count * 7 : count)
  }
}
