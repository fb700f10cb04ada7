internal import Billing
import Glibc
internal import Synchronization

/// The `Date` field of answers (RFC 9110, 6.6.1), written anew when a second has passed and somebody asks.
///
/// Hummingbird's own is kept fresh by a timer that wakes the program every second, at rest too.
final class DateField: Sendable {
  private struct Written {
    var second: Int64 = .min
    var text = ""
  }

  private let now: @Sendable () -> Int64
  private let written = Mutex(Written())

  /// `now` gives seconds since 1970.
  init(now: @escaping @Sendable () -> Int64 = { Int64(time(nil)) }) { self.now = now }

  var text: String {
    let second = now()
    return written.withLock { written in
      if written.second != second { written = Written(second: second, text: Self.text(of: second)) }
      return written.text
    }
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`
  static func text(of second: Int64) -> String {
    let days = Int((Double(second) / 86_400).rounded(.down))
    let rest = Int(second) - days * 86_400
    let date = CalendarDate(daysSince1970: days)
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map(twoDigits).joined(separator: ":")
    let weekday = weekdays[((days + 4) % 7 + 7) % 7]
    return "\(weekday), \(twoDigits(date.day)) \(months[date.month - 1]) \(date.year) \(clock) GMT"
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
