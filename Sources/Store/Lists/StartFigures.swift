import Billing
import BillingAPI
internal import GRDB

/// What the start page says of the loaded books.
package struct StartFigures: Hashable, Sendable {
  package var completeness: [ResourceKind: Completeness]
  /// Invoices with something to be paid.
  package var open: ListSummary
  /// Those of them whose due day has passed.
  package var late: ListSummary
  package var drafts: ListSummary

  package init(
    completeness: [ResourceKind: Completeness], open: ListSummary, late: ListSummary, drafts: ListSummary
  ) {
    self.completeness = completeness
    self.open = open
    self.late = late
    self.drafts = drafts
  }
}

extension Mirror {
  /// Counts and sums of what is loaded, as of a day.
  package func startFigures(today: CalendarDate) throws(StoreError) -> StartFigures {
    var completeness: [ResourceKind: Completeness] = [:]
    for kind in ResourceKind.allCases { completeness[kind] = try self.completeness(kind) }
    return StartFigures(
      completeness: completeness, open: try summary(.open, today), late: try summary(.late, today),
      drafts: try summary(.draft, today))
  }

  private func summary(_ mark: FilterCondition.Mark, _ today: CalendarDate) throws(StoreError) -> ListSummary {
    let filter = ListFilter(text: "is:\(mark.rawValue)", clauses: [ListFilter.Clause([ListFilter.Term(.mark(mark))])])
    return try summary(of: ListRequest(.invoices, filter: filter, today: today))
  }
}
