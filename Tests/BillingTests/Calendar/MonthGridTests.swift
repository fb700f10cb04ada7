import Billing
import Testing

struct MonthGridTests {
  @Test(arguments: [("2026-11-22", 6), ("2026-02-01", 5), ("2027-02-14", 4), ("2024-02-29", 5), ("2026-08-31", 6)])
  func `a month has as many weeks as its days touch`(text: String, weeks: Int) {
    let grid = MonthGrid(containing: day(text))
    #expect(grid.weeks.count == weeks)
    #expect(grid.weeks.allSatisfy { $0.count == 7 && $0[0].weekday == .monday })
    #expect(grid.weeks.joined().filter(grid.contains).count == CalendarDate.days(inMonth: grid.month, of: grid.year))
  }

  @Test func `the days of its neighbours fill the first and the last week`() {
    let grid = MonthGrid(containing: day("2026-11-22"))
    #expect(grid.weeks.first?.first == day("2026-10-26"))
    #expect(grid.weeks.last?.last == day("2026-12-06"))
    #expect(!grid.contains(day("2026-10-31")))
    #expect(!grid.contains(day("2025-11-22")))
  }
}
