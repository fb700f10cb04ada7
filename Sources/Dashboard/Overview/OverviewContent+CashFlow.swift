import Billing
import BillingAPI
import Store

extension OverviewContent {
  /// The groups that the chart shows: as many as its span has, ending as far back as was asked for.
  static func cashFlow(_ shown: CurrencyOverview, _ state: OverviewState) -> [FlowGroup] {
    let groups = state.span.groups(of: shown.months).dropLast(state.lookback).suffix(state.span.count)
    return groups.compactMap { months in
      guard let first = months.first?.month, let last = months.last?.month.endOfMonth,
        // Beyond 64 bits nothing is drawn.
        let invoiced = try? months.map(\.invoiced.sum).sum(), let received = try? months.map(\.received.sum).sum()
      else { return nil }
      return FlowGroup(
        label: state.span.label(first), name: state.span.name(first), invoiced: invoiced, received: received,
        destination: .list(.invoices, filter: "date>=\(first.iso) date<=\(last.iso) !is:draft\(shown.filter)"))
    }
  }
}

extension ChartSpan {
  /// The months in whole groups of the calendar; a first group that is not all there is left out.
  func groups(of months: [MonthFigures]) -> [[MonthFigures]] {
    let begun = months.drop { ($0.month.month - 1) % rawValue != 0 }
    return stride(from: begun.startIndex, to: begun.endIndex, by: rawValue).map { start in
      Array(begun[start..<min(start + rawValue, begun.endIndex)])
    }
  }

  /// Below a group: `Mar`, `Q1`, `2026`.
  func label(_ first: CalendarDate) -> String {
    switch self {
    case .month: first.monthAbbreviation
    case .quarter: "Q\((first.month - 1) / 3 + 1) \(first.year % 100)"
    case .year: "\(first.year)"
    }
  }

  /// In a sentence: `Mar 2026`, `Q1 2026`, `2026`.
  func name(_ first: CalendarDate) -> String {
    switch self {
    case .month: "\(first.monthAbbreviation) \(first.year)"
    case .quarter: "Q\((first.month - 1) / 3 + 1) \(first.year)"
    case .year: "\(first.year)"
    }
  }
}
