/// The months as they are written in dates.
enum MonthName {
  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// The month, 1 to 12, whose name begins with this word of three letters or more (`sept`, `APR`).
  static func number(of word: some StringProtocol) -> Int? {
    guard word.count >= 3 else { return nil }
    let word = word.lowercased()
    return names.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  /// `Apr` for 4.
  static func short(_ month: Int) -> String { full(month).prefix(3).description }

  /// `April` for 4; months outside 1 to 12 have no name.
  static func full(_ month: Int) -> String {
    names.indices.contains(month - 1) ? names[month - 1].capitalizedFirst : ""
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension CalendarDate {
  /// `April 2026`.
  package var monthTitle: String { "\(MonthName.full(month)) \(year)" }
  /// `17 Apr 2026`.
  package var spelledOut: String { "\(day) \(MonthName.short(month)) \(year)" }
}
