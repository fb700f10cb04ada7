import Billing
import FoundationEssentials
import Glibc

/// Days and times of day where the user is, by the time zone of the process (`TZ`).
package enum LocalTime {
  package static func day(of moment: Date) -> CalendarDate {
    let parts = parts(of: moment)
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate(daysSince1970: Int(moment.timeIntervalSince1970 / 86_400))
  }

  /// `14:32`.
  package static func timeOfDay(of moment: Date) -> String {
    let parts = parts(of: moment)
    return "\(twoDigits(parts.tm_hour)):\(twoDigits(parts.tm_min))"
  }

  /// `14:32:05`, for steps that follow each other fast.
  static func second(of moment: Date) -> String { "\(timeOfDay(of: moment)):\(twoDigits(parts(of: moment).tm_sec))" }

  /// `2026-03-17 14:32:05`.
  static func whole(_ moment: Date) -> String { "\(day(of: moment).iso) \(second(of: moment))" }

  /// `14:32` today, `14:32 18 Mar` on another day: the times of the outbox and the activity.
  static func moment(of moment: Date, seenFrom now: Date = Date()) -> String {
    let (day, today) = (day(of: moment), day(of: now))
    let time = timeOfDay(of: moment)
    return day == today ? time : "\(time) \(day.day) \(day.monthAbbreviation)"
  }

  /// `14:32`, or `2026-03-17 14:32` where that was on another day.
  package static func moment(_ moment: Date, seenOn today: CalendarDate) -> String {
    let day = day(of: moment)
    return day == today ? timeOfDay(of: moment) : "\(day.iso) \(timeOfDay(of: moment))"
  }

  private static func parts(of moment: Date) -> tm {
    var seconds = time_t(moment.timeIntervalSince1970)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts
  }

  private static func twoDigits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
