import Billing
import BillingAPI

/// Which records a list shows and in which order.
package struct ListRequest: Hashable, Sendable {
  package var kind: ResourceKind
  package var filter: ListFilter
  package var sort: SortOrder
  /// What `late` and `due<eom` are measured from.
  package var today: CalendarDate
  /// Records beside which a note of this machine stands: `has:note` lets them through too.
  package var noted: [Int64] = []
  /// The records that are let through at all, such as those that are marked; nil for every one.
  package var only: Set<Int64>?

  package init(_ kind: ResourceKind, filter: ListFilter = .all, sort: SortOrder? = nil, today: CalendarDate) {
    self.kind = kind
    self.filter = filter
    self.sort = sort ?? .standard(for: kind)
    self.today = today
  }
}
