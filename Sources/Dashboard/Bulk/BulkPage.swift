import Billing
import BillingAPI
import Store
import TerminalUI

/// A plan and its run, row by row: reviewed before anything is sent, watched while it goes, kept as its report.
///
/// The run itself is in `State.runs`, so that the state line knows of it when the page is left.
package struct BulkPage: Sendable, Equatable, PageContent {
  package let run: PlanID
  /// What the plan was made of, to make it anew with another amount; nil for a run that was opened again.
  var request: BulkRequest?
  package var list = RowList<RowPlace>()
  package var show = RowFilter.all
  /// Before the run: held rows that go all the same, and rows that are left out, by their places.
  package var included: Set<Int> = []
  package var excluded: Set<Int> = []
  /// The run was confirmed by the key before: an Enter that a hand adds to a number means nothing here.
  var isJustConfirmed = false
  /// The amount of a row while it is typed.
  var amount: TextField?

  init(_ run: PlanID, request: BulkRequest? = nil) {
    self.run = run
    self.request = request
  }

  var title: String { "Bulk" }
  var mode: Mode { .bulk }
  var isTyping: Bool { amount != nil }
  var reading: [Effect] { [] }
}

/// Which rows of a run are shown.
package enum RowFilter: String, Sendable, CaseIterable {
  case all, failed, unknown, held

  func lets(_ state: RowState) -> Bool {
    switch (self, state) {
    case (.all, _), (.failed, .failed), (.failed, .forbidden), (.unknown, .unknown), (.held, .held): true
    default: false
    }
  }
}

/// Where a row stands in its plan: lists of rows are of these, so that what changes in a row is not copied into them.
package struct RowPlace: Identifiable, Sendable, Equatable {
  package let id: Int
}

/// A row of a plan with how it stands.
package struct BulkRow: Identifiable, Sendable, Equatable {
  /// Its place in the plan.
  package let id: Int
  package let row: PlanRow
  package let state: RowState
  let seconds: Double?
  let key: String
  /// What it pays where that is not what was planned.
  let changedAmount: Money?
  /// Before the run: it goes when the run begins.
  let goes: Bool
}

extension BulkRow {
  /// What it pays or paid; nil for what moves no money.
  var amount: Money? { changedAmount ?? row.amount }
}

extension BulkPage {
  /// The rows that the filter lets through.
  func places(of run: RunSnapshot) -> [RowPlace] {
    run.plan.rows.indices.prefix(run.rows.count).filter { show.lets(run.rows[$0].state) }.map { RowPlace(id: $0) }
  }

  /// What is shown of one row.
  func row(_ place: RowPlace, of run: RunSnapshot) -> BulkRow? {
    guard run.plan.rows.indices.contains(place.id), run.rows.indices.contains(place.id) else { return nil }
    let (row, state) = (run.plan.rows[place.id], run.rows[place.id])
    return BulkRow(
      id: place.id, row: row, state: state.state, seconds: state.seconds, key: state.idempotencyKey,
      changedAmount: state.amount == row.amount ? nil : state.amount, goes: goes(row, at: place.id))
  }

  /// The row that is selected; nil where there is none.
  func selectedRow(of run: RunSnapshot) -> BulkRow? { list.selected.flatMap { row($0, of: run) } }

  /// Whether a row goes when the run is begun now.
  func goes(_ row: PlanRow, at place: Int) -> Bool {
    guard row.forbidden == nil, !excluded.contains(place) else { return false }
    return row.held.isEmpty || included.contains(place)
  }
}
