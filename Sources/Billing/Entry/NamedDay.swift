/// Reads days that have a name: `today`, `tom`, `yesterday`, `fri`.
enum NamedDay {
  static func read(_ word: String, today: CalendarDate) -> CalendarDate? {
    switch word {
    case "today", "tod", "now": today
    case "tomorrow", "tom": today.adding(days: 1)
    case "yesterday", "yest": today.adding(days: -1)
    default: weekday(word).map { next($0, after: today) }
    }
  }

  /// A weekday from three letters of its name on.
  private static func weekday(_ word: String) -> Weekday? {
    guard word.count >= 3 else { return nil }
    return Weekday.allCases.first { $0.name.lowercased().hasPrefix(word) }
  }

  private static func next(_ weekday: Weekday, after day: CalendarDate) -> CalendarDate {
    let ahead = (weekday.rawValue - day.weekday.rawValue + 7) % 7
    return day.adding(days: ahead == 0 ? 7 : ahead)
  }
}
