/// A day counted from another: `+30`, `2w`, `+1m`, `net 30`, `eom`, `eom+30`.
struct DateOffset: Hashable {
  enum Measure: String {
    case days, weeks, months, years
  }

  /// Whether the end of the month is meant: days and weeks count from it, months and years come before it.
  let fromEndOfMonth: Bool
  let count: Int
  let measure: Measure

  /// Nil where the text is no offset.
  static func read(_ tokens: [DateToken]) throws(DateProblem) -> DateOffset? {
    var tokens = tokens[...]
    let fromEndOfMonth = tokens.first == .word("eom")
    if fromEndOfMonth { tokens.removeFirst() }
    if fromEndOfMonth, tokens.isEmpty { return DateOffset(fromEndOfMonth: true, count: 0, measure: .days) }
    let isNet = !fromEndOfMonth && tokens.first == .word("net")
    if isNet { tokens.removeFirst() }
    let sign = sign(of: tokens.first)
    if sign != nil { tokens.removeFirst() }
    guard case .number(let count, _)? = tokens.popFirst() else { return nil }
    guard let measure = measure(tokens) else { return nil }
    guard !fromEndOfMonth || sign != nil else { return nil }
    if sign == nil, tokens.isEmpty, !isNet { throw .numberAlone(count) }
    return DateOffset(fromEndOfMonth: fromEndOfMonth, count: (sign ?? 1) * count, measure: measure)
  }

  private static func sign(of token: DateToken?) -> Int? {
    switch token {
    case .mark("+"): 1
    case .mark("-"): -1
    default: nil
    }
  }

  private static func measure(_ tokens: ArraySlice<DateToken>) -> Measure? {
    guard let token = tokens.first else { return .days }
    guard tokens.count == 1, case .word(let word) = token else { return nil }
    switch word {
    case "d", "day", "days": return .days
    case "w", "week", "weeks": return .weeks
    case "m", "month", "months": return .months
    case "y", "year", "years": return .years
    default: return nil
    }
  }
}

extension DateOffset {
  /// Nil outside the years 1 to 9999.
  func date(from base: CalendarDate) -> CalendarDate? {
    let date: CalendarDate
    switch measure {
    case .days, .weeks:
      let days = count * (measure == .weeks ? 7 : 1)
      date = (fromEndOfMonth ? base.endOfMonth : base).adding(days: days)
    case .months, .years:
      let shifted = base.adding(months: count * (measure == .years ? 12 : 1))
      date = fromEndOfMonth ? shifted.endOfMonth : shifted
    }
    return date > .first && date < .last ? date : nil
  }

  /// `30 days after 22 Nov 2026`.
  func text(from base: CalendarDate) -> String {
    let unit = measure.rawValue.dropLast(count.magnitude == 1 ? 1 : 0)
    let distance = "\(count.magnitude) \(unit) \(count < 0 ? "before" : "after")"
    guard fromEndOfMonth else { return "\(distance) \(base.spelledOut)" }
    return count == 0 ? "end of the month of \(base.spelledOut)" : "\(distance) the end of the month"
  }
}
