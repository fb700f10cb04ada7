import Billing
import Foundation
import Testing

struct CalendarDateTests {
  @Test func `a hundred thousand days agree with Foundation's calendar`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    // From 1850 on: 274 years of days.
    for number in -43_830..<56_170 {
      let date = CalendarDate(daysSince1970: number)
      let instant = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: instant)
      let isSame = date.year == parts.year && date.month == parts.month && date.day == parts.day
      let sunday = ((parts.weekday ?? 0) + 5) % 7
      guard isSame, date.weekday.rawValue == sunday,
        CalendarDate(year: date.year, month: date.month, day: date.day) == date
      else {
        Issue.record("day \(number): \(date), Foundation says \(parts)")
        return
      }
    }
  }

  @Test func `every day of ten thousand years follows the one before`() {
    var (year, month, day) = (1, 1, 1)
    for number in CalendarDate.first.daysSince1970...CalendarDate.last.daysSince1970 {
      let date = CalendarDate(daysSince1970: number)
      guard date.year == year, date.month == month, date.day == day else {
        Issue.record("day \(number) is \(date), not \(year)-\(month)-\(day)")
        return
      }
      day += 1
      if day > CalendarDate.days(inMonth: month, of: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect((year, month, day) == (10_000, 1, 1))
  }

  @Test(arguments: [
    (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (0, 1, 1), (10_000, 1, 1),
  ])
  func `a day that does not exist is none`(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test func `the leap days of 2024 and 2000 exist`() {
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
    ("2026-11-22", 2, "2027-01-22"), ("2026-01-15", -1, "2025-12-15"), ("2024-02-29", 12, "2025-02-28"),
    ("2026-05-31", 0, "2026-05-31"), ("9999-12-01", 1, "9999-12-31"), ("0001-01-20", -1, "0001-01-01"),
  ])
  func `months are added to the same day or the month's last`(from: String, months: Int, to: String) {
    #expect(day(from).adding(months: months) == day(to))
  }

  @Test func `days are added across years, and stop at the ends of the calendar`() {
    #expect(day("2026-12-31").adding(days: 1) == day("2027-01-01"))
    #expect(day("2026-03-01").adding(days: -1) == day("2026-02-28"))
    #expect(day("2026-03-01").adding(days: .max) == .last)
    #expect(day("2026-03-01").adding(days: .min) == .first)
    #expect(day("2026-03-01").adding(months: .max) == .last)
    #expect(day("2026-03-01").adding(months: .min) == .first)
    #expect(CalendarDate.last.iso == "9999-12-31")
    #expect(CalendarDate.first.iso == "0001-01-01")
  }

  @Test func `a month knows its ends`() {
    #expect(day("2024-02-10").endOfMonth == day("2024-02-29"))
    #expect(day("2026-12-31").endOfMonth == day("2026-12-31"))
    #expect(day("2026-12-31").startOfMonth == day("2026-12-01"))
  }

  @Test func `days between two days are counted either way`() {
    #expect(day("2026-02-07").days(until: day("2026-03-07")) == 28)
    #expect(day("2026-03-07").days(until: day("2026-02-07")) == -28)
  }

  @Test func `days are ordered in time`() {
    #expect(day("2025-12-31") < day("2026-01-01"))
  }
}

struct CalendarDateTextTests {
  @Test(arguments: ["2026-02-07", "0001-01-01", "9999-12-31", "2024-02-29"])
  func `an ISO day is read and written the same`(text: String) {
    #expect(CalendarDate(iso: text)?.iso == text)
  }

  @Test(arguments: [
    "", "2026-2-7", "2026-02-30", "2026/02/07", "26-02-07", "2026-02-07 ", "2026-02-07T00:00:00Z", "2026-02-0\u{0661}",
    "+026-02-07", "-026-02-07", "0000-01-01", "2026-13-01",
  ])
  func `anything else is no ISO day`(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    "2026-02-07", "2026-02-07 00:00:00", "2026-02-07T23:59:59Z", "2026-02-07T00:00:00.000000Z",
    "2026-02-07T00:00:00+14:00",
  ])
  func `a time of day that a service adds is dropped, never shifted`(text: String) {
    #expect(CalendarDate(lenient: text) == day("2026-02-07"))
  }

  @Test(arguments: ["2026-02-07x", "2026-02-071", "2026-02-3", "", "null", "2026-02-30 00:00:00"])
  func `leniency ends where there is no day`(text: String) {
    #expect(CalendarDate(lenient: text) == nil)
  }

  @Test func `a day is spelled out with its month's name`() {
    #expect(day("2026-04-17").spelledOut == "17 Apr 2026")
    #expect(day("2026-09-01").spelledOut == "1 Sep 2026")
    #expect(day("2026-04-17").weekday.shortName == "Fri")
  }
}
