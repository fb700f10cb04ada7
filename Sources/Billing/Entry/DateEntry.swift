/// Reads dates as people type them: `2026-04-17`, `17/4`, `17.4.`, `apr 17`, `+30`, `2w`, `eom`, `fri`, `tom`.
///
/// Offsets (`+30`, `2w`, `+1m`, `eom`) count from a base: a due date's is the date of the invoice. Words that name a
/// day (`today`, `tom`, `yesterday`, `fri`) are meant from today; a weekday is the next such day, never today itself.
/// A date without a year is the one nearest to the base.
package enum DateEntry {
  /// What was understood.
  package struct Reading: Hashable, Sendable {
    package let date: CalendarDate
    /// For display beside the field: `17 Apr 2026, Fri`, and for an offset also what it counts from.
    package let explanation: String
  }

  /// The forms in a few words, for the hint under a field.
  package static let shortcutsHint = "17/4  17 apr  +30  2w  +1m  eom  eom+30  fri  today  tom"

  /// The day alone; `read` also explains it.
  package static func parse(
    _ text: String, today: CalendarDate, relativeTo base: CalendarDate? = nil, order: DateOrder = .dayFirst
  ) -> Result<CalendarDate, DateProblem> {
    read(text, today: today, relativeTo: base, order: order).map(\.date)
  }

  /// The day with an explanation to show beside the field. `base` is today where none is given.
  package static func read(
    _ text: String, today: CalendarDate, relativeTo base: CalendarDate? = nil, order: DateOrder = .dayFirst
  ) -> Result<Reading, DateProblem> {
    Result { () throws(DateProblem) in
      let entry = String(text[...].trimmed.prefix(longestText + 1)).lowercased()
      guard !entry.isEmpty else { throw .empty }
      guard entry.count <= longestText, let tokens = DateToken.tokens(of: entry) else { throw .notADate(entry) }
      if let date = NamedDay.read(entry, today: today) { return Reading(date: date, explanation: date.explained) }
      if let offset = try DateOffset.read(tokens) { return try reading(offset, from: base ?? today) }
      let date = try WrittenDate.read(tokens, typed: entry, near: base ?? today, order: order)
      return Reading(date: date, explanation: date.explained)
    }
  }

  private static let longestText = 40

  private static func reading(_ offset: DateOffset, from base: CalendarDate) throws(DateProblem) -> Reading {
    guard let date = offset.date(from: base) else { throw .outOfRange }
    return Reading(date: date, explanation: "\(date.explained) (\(offset.text(from: base)))")
  }
}

extension CalendarDate {
  fileprivate var explained: String { "\(spelledOut), \(weekday.shortName)" }
}
