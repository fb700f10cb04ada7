package import Billing
package import FoundationEssentials
import Glibc

/// Where the service takes the time from; tests give it one that they turn by hand.
package struct ServiceClock: Sendable {
  /// The moment it is.
  package let now: @Sendable () -> Date
  /// The day it is for the company: what is due and what has expired goes by it.
  package let today: @Sendable () -> CalendarDate

  package init(now: @escaping @Sendable () -> Date, today: @escaping @Sendable () -> CalendarDate) {
    self.now = now
    self.today = today
  }

  /// The system's time and its local day.
  package static let system = ServiceClock(now: { Date() }, today: { localDay() })

  /// Stands still at noon (UTC) of one day.
  package static func fixed(_ day: CalendarDate) -> ServiceClock {
    let noon = Date(timeIntervalSince1970: Double(day.daysSince1970) * 86_400 + 43_200)
    return ServiceClock(now: { noon }, today: { day })
  }

  // Foundation's essentials know no time zones, the C library does.
  private static func localDay() -> CalendarDate {
    var moment = time(nil)
    var parts = tm()
    localtime_r(&moment, &parts)
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? .first
  }
}

/// The time of one request: everything in it happens at once.
struct ServiceMoment: Sendable {
  let now: Date
  let today: CalendarDate

  init(_ clock: ServiceClock) {
    now = clock.now()
    today = clock.today()
  }

  var seconds: Int64 { Int64(now.timeIntervalSince1970.rounded(.down)) }
  /// `2026-02-07T10:30:00.000000Z`, as records carry it.
  var recordStamp: String { Timestamp.text(now, ending: .microseconds) }
}

/// Writes moments in the formats that the documentation shows at different places.
enum Timestamp {
  enum Ending { case zulu, offset, microseconds }

  static func text(seconds: Int64, ending: Ending) -> String {
    text(Date(timeIntervalSince1970: Double(seconds)), ending: ending)
  }

  static func text(_ date: Date, ending: Ending) -> String {
    let microseconds = Int64((date.timeIntervalSince1970 * 1_000_000).rounded(.down))
    let (seconds, fraction) = floorDivide(microseconds, by: 1_000_000)
    let (days, rest) = floorDivide(seconds, by: 86_400)
    let day = CalendarDate(daysSince1970: Int(days)).iso
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { padded($0, to: 2) }.joined(separator: ":")
    switch ending {
    case .zulu: return "\(day)T\(clock)Z"
    case .offset: return "\(day)T\(clock)+00:00"
    case .microseconds: return "\(day)T\(clock).\(padded(fraction, to: 6))Z"
    }
  }

  private static func floorDivide(_ value: Int64, by divisor: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  private static func padded(_ value: Int64, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
