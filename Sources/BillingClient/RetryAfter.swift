internal import Billing
internal import FoundationEssentials

/// Reads the header `Retry-After` (RFC 9110, section 10.2.3): seconds, or a moment.
enum RetryAfter {
  /// Never below zero and never above a day; nil where nothing can be read.
  static func delay(_ text: String?, now: Date) -> Duration? {
    guard let text else { return nil }
    guard let seconds = seconds(text) ?? moment(text).map({ $0 - now.timeIntervalSince1970 }) else { return nil }
    return .seconds(Int64(min(max(seconds, 0), 86_400).rounded(.up)))
  }

  private static func seconds(_ text: String) -> Double? {
    let digits = text.filter { $0 != " " }
    guard (1...18).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Double(digits)
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT` in seconds since 1970.
  private static func moment(_ text: String) -> Double? {
    let parts = text.split { $0 == " " || $0 == "," || $0 == ":" }
    guard parts.count == 8, parts[7] == "GMT" || parts[7] == "UTC", let month = months.firstIndex(of: parts[2]),
      let day = Int(parts[1]), let year = Int(parts[3]),
      let date = CalendarDate(year: year, month: month + 1, day: day),
      let hour = UInt8(parts[4]), let minute = UInt8(parts[5]), let second = UInt8(parts[6])
    else { return nil }
    return Double(date.daysSince1970) * 86_400 + Double(hour) * 3_600 + Double(minute) * 60 + Double(second)
  }

  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
