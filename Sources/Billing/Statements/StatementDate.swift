/// A day as banks write it: `2026-02-07`, `07.02.2026`, `7/2/26`.
enum StatementDate: Hashable {
  case day(CalendarDate)
  case absent
  /// Days or months may come first, and nothing tells.
  case ambiguous
  case none

  /// Which comes first where slashes stand between.
  enum Order: Hashable {
    case day, month
  }

  init(_ text: String, _ order: Order?) {
    guard !text.isEmpty else {
      self = .absent
      return
    }
    if let day = CalendarDate(lenient: text) {
      self = .day(day)
      return
    }
    guard let parts = Self.parts(text) else {
      self = .none
      return
    }
    self = Self.read(parts, isDotted: text.contains("."), order)
  }

  /// What the lines tell together: one that can only be read in one way decides for all.
  static func order(in texts: [String]) -> Order? {
    let numbers = texts.filter { !$0.contains(".") }.compactMap(parts).filter { $0[0] <= 31 }
    let dayFirst = numbers.contains { $0[0] > 12 }
    let monthFirst = numbers.contains { $0[0] <= 12 && $0[1] > 12 }
    return dayFirst == monthFirst ? nil : dayFirst ? .day : .month
  }

  private static func parts(_ text: String) -> [Int]? {
    let parts = text.split(whereSeparator: { "./-".contains($0) }).map { part in
      part.count <= 4 && part.allSatisfy({ ("0"..."9").contains($0) }) ? Int(part) : nil
    }
    let numbers = parts.compactMap(\.self)
    return parts.count == 3 && numbers.count == 3 ? numbers : nil
  }

  private static func read(_ parts: [Int], isDotted: Bool, _ order: Order?) -> StatementDate {
    if parts[0] > 31 { return day(parts[0], parts[1], parts[2]) }
    let year = parts[2] < 100 ? 2000 + parts[2] : parts[2]
    if isDotted || parts[0] > 12 || order == .day { return day(year, parts[1], parts[0]) }
    if parts[1] > 12 || order == .month { return day(year, parts[0], parts[1]) }
    return parts[0] == parts[1] ? day(year, parts[0], parts[1]) : .ambiguous
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> StatementDate {
    CalendarDate(year: year, month: month, day: day).map(StatementDate.day) ?? .none
  }
}
