import Billing
import Testing

/// Today is Sunday, 22 November 2026; the base is Tuesday, 10 November 2026.
struct DateEntryTests {
  private static let today = day("2026-11-22")
  private static let base = day("2026-11-10")

  private func read(_ text: String, order: DateOrder = .dayFirst) -> Result<CalendarDate, DateProblem> {
    DateEntry.parse(text, today: Self.today, relativeTo: Self.base, order: order)
  }

  @Test(arguments: [
    ("2026-04-17", "2026-04-17"), ("2026-4-7", "2026-04-07"), ("2026/04/17", "2026-04-17"), ("17/4/2026", "2026-04-17"),
    ("17.4.2026", "2026-04-17"), ("17.4.26", "2026-04-17"), ("17-4-26", "2026-04-17"), ("17 apr 2026", "2026-04-17"),
    ("apr 17, 2026", "2026-04-17"), ("17-apr-2026", "2026-04-17"), ("17. April 2026", "2026-04-17"),
    ("APR 17 26", "2026-04-17"), ("29/2/2028", "2028-02-29"), ("  2026-04-17 ", "2026-04-17"),
  ])
  func `a full date is read in many forms`(text: String, expected: String) {
    #expect(read(text) == .success(day(expected)))
  }

  @Test(arguments: [
    ("17/12", "2026-12-17"), ("17.12.", "2026-12-17"), ("17.12", "2026-12-17"), ("17/4", "2027-04-17"),
    ("17 apr", "2027-04-17"), ("apr 17", "2027-04-17"), ("17apr", "2027-04-17"), ("5/1", "2027-01-05"),
    ("31/5", "2026-05-31"), ("1 sept", "2026-09-01"),
  ])
  func `a date without a year is the nearest to the base`(text: String, expected: String) {
    #expect(read(text) == .success(day(expected)))
  }

  @Test func `of two years as near as each other the later is taken`() {
    let leapDay = day("2028-02-29")
    #expect(DateEntry.parse("30/8", today: leapDay) == .success(day("2028-08-30")))
    #expect(DateEntry.parse("31/8", today: leapDay) == .success(day("2027-08-31")))
  }

  @Test(arguments: [("12/17", "2026-12-17"), ("4/5", "2027-04-05"), ("5.4.", "2027-04-05"), ("12/17/26", "2026-12-17")])
  func `months may come first, but not with points`(text: String, expected: String) {
    #expect(read(text, order: .monthFirst) == .success(day(expected)))
  }

  @Test(arguments: [
    ("+30", "2026-12-10"), ("+ 30", "2026-12-10"), ("-7", "2026-11-03"), ("30d", "2026-12-10"), ("+2w", "2026-11-24"),
    ("2w", "2026-11-24"), ("2 weeks", "2026-11-24"), ("+1m", "2026-12-10"), ("1m", "2026-12-10"), ("+1y", "2027-11-10"),
    ("net 30", "2026-12-10"), ("net30", "2026-12-10"), ("eom", "2026-11-30"), ("EOM", "2026-11-30"),
    ("eom+30", "2026-12-30"), ("eom + 1w", "2026-12-07"), ("eom+1m", "2026-12-31"), ("eom-1", "2026-11-29"),
    ("+0", "2026-11-10"),
  ])
  func `offsets count from the base`(text: String, expected: String) {
    #expect(read(text) == .success(day(expected)))
  }

  @Test(arguments: [
    ("today", "2026-11-22"), ("tom", "2026-11-23"), ("tomorrow", "2026-11-23"), ("yesterday", "2026-11-21"),
    ("fri", "2026-11-27"), ("Friday", "2026-11-27"), ("mon", "2026-11-23"), ("sun", "2026-11-29"),
    ("sat", "2026-11-28"),
  ])
  func `names of days are meant from today, and a weekday is never today`(text: String, expected: String) {
    #expect(read(text) == .success(day(expected)))
  }

  @Test func `without a base offsets count from today`() {
    #expect(DateEntry.parse("+30", today: Self.today) == .success(day("2026-12-22")))
  }

  @Test(arguments: [
    ("2026-04-17", "17 Apr 2026, Fri"), ("17/4", "17 Apr 2027, Sat"), ("fri", "27 Nov 2026, Fri"),
    ("+30", "10 Dec 2026, Thu (30 days after 10 Nov 2026)"), ("+1w", "17 Nov 2026, Tue (1 week after 10 Nov 2026)"),
    ("-1", "9 Nov 2026, Mon (1 day before 10 Nov 2026)"), ("eom", "30 Nov 2026, Mon (end of the month of 10 Nov 2026)"),
    ("eom+30", "30 Dec 2026, Wed (30 days after the end of the month)"),
  ])
  func `what was understood is explained`(text: String, expected: String) throws {
    let reading = try DateEntry.read(text, today: Self.today, relativeTo: Self.base).get()
    #expect(reading.explanation == expected)
  }

  @Test func `every shortcut of the hint is one that is taken`() {
    for shortcut in DateEntry.shortcutsHint.split(separator: "  ") {
      #expect((try? read(String(shortcut)).get()) != nil, "\(shortcut)")
    }
  }
}

struct RefusedDateTests {
  private func problem(_ text: String, order: DateOrder = .dayFirst) -> DateProblem? {
    switch DateEntry.parse(text, today: day("2026-11-22"), order: order) {
    case .success: nil
    case .failure(let problem): problem
    }
  }

  @Test(arguments: [
    ("", DateProblem.empty), ("  ", .empty), ("soon", .notADate("soon")), ("17", .numberAlone(17)),
    ("4/17", .otherOrder(day: 17, month: 4, order: .dayFirst)), ("17/13/2026", .noSuchMonth(13)),
    ("30 feb", .noSuchDay(day: 30, month: 2, year: 2026)), ("29/2/2026", .noSuchDay(day: 29, month: 2, year: 2026)),
    ("2026-02-30", .noSuchDay(day: 30, month: 2, year: 2026)), ("31/4", .noSuchDay(day: 31, month: 4, year: 2026)),
    ("0/4", .noSuchDay(day: 0, month: 4, year: 2026)), ("2026-13-01", .noSuchMonth(13)), ("1/1/0000", .outOfRange),
    ("+999999y", .outOfRange), ("+999999w", .outOfRange), ("-999999", .outOfRange), ("apr", .notADate("apr")),
    ("1/2/3/4", .notADate("1/2/3/4")),
    ("17//4", .notADate("17//4")), ("17/4-2026", .notADate("17/4-2026")), ("eom30", .notADate("eom30")),
    ("++3", .notADate("++3")), ("+3x", .notADate("+3x")), ("1234567", .notADate("1234567")),
    ("1/1/123", .notADate("1/1/123")),
    ("\u{202E}17/4", .notADate("\u{202E}17/4")),
  ])
  func `what is no date is refused with its reason`(text: String, expected: DateProblem) {
    #expect(problem(text) == expected)
  }

  @Test func `the other order is not guessed when months come first either`() {
    #expect(problem("17/4", order: .monthFirst) == .otherOrder(day: 17, month: 4, order: .monthFirst))
  }

  @Test(arguments: [
    (DateProblem.empty, "Type a date, such as 2026-04-17 or 17 apr."),
    (.notADate("x"), "\u{201C}x\u{201D} is not a date; type one such as 2026-04-17, 17 apr, +30 or eom."),
    (.numberAlone(17), "Type +17 for 17 days later, or a day with its month, such as 17 apr."),
    (.otherOrder(day: 17, month: 4, order: .dayFirst), "The day comes first here; type 17 apr."),
    (.otherOrder(day: 17, month: 4, order: .monthFirst), "The month comes first here; type 17 apr."),
    (.noSuchMonth(13), "There is no month 13; type one from 1 to 12 or its name, such as apr."),
    (.noSuchDay(day: 30, month: 2, year: 2028), "February 2028 has no day 30; type one from 1 to 29."),
    (.outOfRange, "This is too far away; type a date in the years 1 to 9999."),
  ])
  func `every reason is one sentence that says what to type`(problem: DateProblem, sentence: String) {
    #expect(problem.sentence == sentence)
  }
}
