import Billing
import TerminalUI

/// One month, the day that Enter takes, and today.
struct CalendarView {
  static let size = Size(width: 34, height: 11)
  private static let dayWidth = 4

  let calendar: CalendarState
  let today: CalendarDate

  func draw(in rect: Rect, on frame: inout Frame) {
    let grid = MonthGrid(containing: calendar.day)
    frame.fill(rect, ground: "overlay")
    frame.box(
      rect, title: [Span("\(calendar.title): \(calendar.day.monthTitle)", "overlay.title")],
      footer: [
        Span("⏎", "hint.key"), Span(" take  ", "hint"), Span("PgDn", "hint.key"), Span(" month  ", "hint"),
        Span("t", "hint.key"), Span(" today", "hint"),
      ], style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 2, rows: 1)
    frame.write(Weekday.allCases.map { " \($0.shortName)" }.joined(), x: inside.x, y: inside.y, role: "text.dim")
    for (row, week) in grid.weeks.enumerated() { draw(week, of: grid, in: inside.row(row + 1), on: &frame) }
    frame.write(distance, x: inside.x, y: inside.maxY - 1, width: inside.width, role: "text.dim")
  }

  private func draw(_ week: [CalendarDate], of grid: MonthGrid, in row: Rect, on frame: inout Frame) {
    for (place, day) in week.enumerated() {
      let cell = Rect(x: row.x + place * Self.dayWidth, y: row.y, width: Self.dayWidth, height: 1)
      if day == calendar.day { frame.paint(cell, ground: "selection") }
      // Brackets show the chosen day where there is no colour.
      let text = day == calendar.day ? "[\(day.day)]" : "\(day.day)"
      let end = day == calendar.day ? 0 : 1
      frame.write(
        text, x: cell.x, y: cell.y, width: cell.width - end, role: role(of: day, in: grid), align: .trailing)
    }
  }

  private func role(of day: CalendarDate, in grid: MonthGrid) -> Role {
    if day == today { return "text.strong" }
    return grid.contains(day) ? "text" : "text.dim"
  }

  /// Where the chosen day lies seen from today.
  private var distance: String {
    let days = today.days(until: calendar.day)
    let place = days == 0 ? "today" : days > 0 ? "in \(days) d" : "\(-days) d ago"
    return "\(calendar.day.weekday.name), \(calendar.day.iso) · \(place)"
  }
}
