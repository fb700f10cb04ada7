/// Reads dates that name a day and a month: `2026-04-17`, `17/4`, `17.4.26`, `apr 17`, `17-apr-2026`.
struct WrittenDate {
  private var day: Int
  private var month: Int
  private var year: Int?

  static func read(
    _ tokens: [DateToken], typed: String, near base: CalendarDate, order: DateOrder
  ) throws(DateProblem) -> CalendarDate {
    if let named = named(tokens) { return try named.date(near: base) }
    guard let numeric = try numeric(tokens, order: order) else { throw .notADate(typed) }
    return try numeric.date(near: base)
  }

  /// Day and month with the month's name, in either order, then perhaps the year.
  private static func named(_ tokens: [DateToken]) -> WrittenDate? {
    let parts = tokens.filter { !$0.isMark }
    guard (2...3).contains(parts.count), !tokens.contains(.mark("+")), tokens.first?.isMark == false else { return nil }
    let year = parts.count == 3 ? fullYear(parts[2]) : nil
    guard parts.count == 2 || year != nil else { return nil }
    switch (parts[0], parts[1]) {
    case (.number(let day, _), .word(let name)), (.word(let name), .number(let day, _)):
      guard let month = MonthName.number(of: name) else { return nil }
      return WrittenDate(day: day, month: month, year: year)
    default:
      return nil
    }
  }

  /// Two or three numbers between marks of one kind; a year of four digits may come first.
  private static func numeric(_ tokens: [DateToken], order: DateOrder) throws(DateProblem) -> WrittenDate? {
    var tokens = tokens
    let mark = tokens.count > 1 ? tokens[1] : .mark("+")
    guard [.mark("/"), .mark("."), .mark("-")].contains(mark) else { return nil }
    if tokens.last == mark { tokens.removeLast() }
    let parts = tokens.split(separator: mark, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 1 }) else { return nil }
    let numbers = parts.flatMap { $0 }
    guard let first = number(numbers[0]), let second = number(numbers[1]) else { return nil }
    if case .number(_, digits: 4) = numbers[0] {
      guard numbers.count == 3, let day = number(numbers[2]) else { return nil }
      return WrittenDate(day: day, month: second, year: first)
    }
    let year = numbers.count == 3 ? fullYear(numbers[2]) : nil
    guard numbers.count == 2 || year != nil else { return nil }
    // With points the day comes first wherever dates are written so.
    return try ordered(first, second, year: year, order: mark == .mark(".") ? .dayFirst : order)
  }

  private static func ordered(
    _ first: Int, _ second: Int, year: Int?, order: DateOrder
  ) throws(DateProblem) -> WrittenDate {
    let (day, month) = order == .dayFirst ? (first, second) : (second, first)
    // Guessing the other order would work today and give another day tomorrow.
    if (13...31).contains(month), (1...12).contains(day) { throw .otherOrder(day: month, month: day, order: order) }
    return WrittenDate(day: day, month: month, year: year)
  }
}

extension WrittenDate {
  private static func number(_ token: DateToken) -> Int? {
    if case .number(let number, _) = token { number } else { nil }
  }

  /// `26` is 2026.
  private static func fullYear(_ token: DateToken) -> Int? {
    switch token {
    case .number(let year, digits: 2): 2000 + year
    case .number(let year, digits: 4): year
    default: nil
    }
  }

  private func date(near base: CalendarDate) throws(DateProblem) -> CalendarDate {
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    if let year {
      guard (1...9999).contains(year) else { throw .outOfRange }
      return try date(in: year)
    }
    let candidates = (base.year - 1...base.year + 1).compactMap { CalendarDate(year: $0, month: month, day: day) }
    // Of two as near as each other the later one: dates to come are typed more often.
    let nearest = candidates.reversed().min { abs($0.days(until: base)) < abs($1.days(until: base)) }
    guard let nearest else { return try date(in: base.year) }
    return nearest
  }

  private func date(in year: Int) throws(DateProblem) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw .noSuchDay(day: day, month: month, year: year)
    }
    return date
  }
}
