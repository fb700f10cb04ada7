import Billing

/// Reads the day that a service's date or timestamp begins with.
enum DayText {
  /// Days since 1970-01-01; nil where the text begins with no day that the calendar has.
  static func number(of text: UnsafeRawBufferPointer) -> Int64? {
    guard text.count >= 10, text[4] == hyphen, text[7] == hyphen else { return nil }
    guard let year = digits(text[0..<4]), let month = digits(text[5..<7]), let day = digits(text[8..<10]) else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day).map { Int64($0.daysSince1970) }
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func digits(_ text: Slice<UnsafeRawBufferPointer>) -> Int? {
    var number = 0
    for byte in text {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
