import Billing
import BillingAPI
import Store
import TerminalUI

/// One section's list: what is asked of the mirror, what came, and where the user is in it.
package struct ListState: Sendable, Equatable {
  package let kind: ResourceKind
  package var sort: SortOrder
  package var filter = ListFilter.all
  /// The filter that the order at hand was made by.
  package var shownFilter: ListFilter { shownRequest?.filter ?? .all }
  /// What the order at hand answers; nil until there is one.
  package var shownRequest: ListRequest?
  /// The line in which the filter is written.
  package var filterField = TextField("")
  package var isFilterFocused = false
  /// What can stand at its caret.
  package var filterOffers: FilterOffers?
  /// Why what stands there cannot be read; the list stays as it was.
  package var filterProblem: FilterProblem?

  /// The ids that match, in display order; nil until the mirror has answered the first time.
  package var order: [Int64]?
  /// Counts the requests for an order, so that a late answer to an old one is known as such.
  package var generation = 0
  /// The rows at hand; what is missing is asked for when it comes near the screen.
  package var rows: [Int64: MirrorRow] = [:]
  package var requestedRows: Set<Int64> = []
  package var summary: ListSummary?
  package var completeness = Completeness(loaded: 0, total: nil, oldest: nil)
  package var isFetching = false
  /// Asking for the next page brings nothing: it is not done again until something has come by itself.
  package var isExhausted = false
  /// When the service was last asked for the list; nil where it never was.
  package var readAt: ReadMoment?
  /// Rows changed since the order was made: it is made anew when this list is shown, or after its rest.
  package var isStale = false
  /// An order was asked for and has not come.
  package var isOrdering = false
  /// The list was made anew a moment ago because rows changed.
  package var isResting = false

  /// How many records each filter above the list lets through, by its text; empty until all of them are loaded.
  package var filterCounts: [String: Int] = [:]
  /// Rows came since they were counted.
  package var isCountStale = false
  /// The saved view that the list was opened with, though it may have changed since.
  package var viewName: String?
  /// The columns that somebody chose; nil for those that the kind has by itself.
  package var columns: ColumnArrangement?
  /// The column that `h`, `l` and `F` are about; nil for the first.
  package var currentColumnID: String?

  /// What is marked in it.
  package var marks = MarkedRecords()

  package var selectedIndex = 0
  /// The record the selection stays on while rows come and go around it.
  package var selectedID: Int64?
  package var viewport = ListViewport()

  /// What the pane beside the list shows; follows the selection after a moment's rest.
  package var detail: RecordDetail?

  package init(kind: ResourceKind) {
    self.kind = kind
    sort = SortOrder.standard(for: kind)
  }

  package var count: Int { order?.count ?? 0 }

  /// What is asked of the mirror, seen from a day.
  package func request(today: CalendarDate) -> ListRequest {
    var request = ListRequest(kind, filter: filter, sort: sort, today: today)
    if marks.isAlone { request.only = marks.ids }
    return request
  }
  package var selectedRow: MirrorRow? { selectedID.flatMap { rows[$0] } }
  /// The detail, if it is the selected record's.
  package var selectedDetail: RecordDetail? { detail.flatMap { $0.id == selectedID ? $0 : nil } }
}
