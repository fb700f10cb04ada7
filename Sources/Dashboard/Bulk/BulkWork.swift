import Billing
import BillingAPI
import Store

/// What plans and runs need of the outside world.
package enum BulkWork: Sendable, Equatable {
  /// Reads the payment methods that are known; the answer is `.methods`.
  case methods
  /// Finds the invoices that the rows of a bank pay; the answer is `.matched`.
  case match([StatementEntry], generation: Int)
  /// The invoices that one row may mean; the answer is `.candidates`.
  case candidates(StatementEntry, place: Int)
  /// Reads the rows of a bank's file; the answer is `.bankRows`.
  case readBankRows(path: String)
  /// Reads the file of a plan; the answer is `.read`.
  case readPlan(path: String)
  /// A plan of a file as it would be run now, with what is kept of its run; the answer is `.run`.
  case preview(Plan)
  /// Makes a plan and sends nothing; the answer is `.planned`.
  case plan(BulkRequest)
  /// A plan that is looked at no more and will not be run.
  case drop(Plan)
  /// Makes the plan that undoes a run.
  case undo(PlanID)
  /// Begins a plan with held rows that go all the same and rows that are left out, by their places.
  case begin(Plan, including: Set<Int>, excluding: Set<Int>)
  case control(PlanID, RunCommand)
  /// The runs that are kept; the answer is `.runs`.
  case runs
  /// A run as it stands; the answer is `.run`.
  case open(PlanID)
}

/// A plan that is asked for: the action and the records, with amounts that somebody typed.
package struct BulkRequest: Sendable, Equatable {
  package let action: BulkAction
  package let kind: ResourceKind
  package let targets: [BulkTarget]
  /// The filter that lets through these records and no others, for a script; nil where there is none.
  package var filter: String?
  /// Payments of another amount than the target says, by invoice.
  package var amounts: [Int64: Money] = [:]
  /// The plan that it takes the place of, whose numbers it may take.
  package var replacing: Plan?

  package init(_ action: BulkAction, _ kind: ResourceKind, _ records: [Int64]) {
    self.init(action, kind, targets: records.map { BulkTarget($0) })
  }

  package init(_ action: BulkAction, _ kind: ResourceKind, targets: [BulkTarget]) {
    self.action = action
    self.kind = kind
    self.targets = targets
  }

  package var records: [Int64] { targets.map(\.record) }
}

/// What came of work on plans and runs.
package enum BulkAnswer: Sendable, Equatable {
  case methods([LookUpEntry])
  /// One finding for each row that was asked for.
  case matched([BankRowFinding], generation: Int)
  case candidates([PayableInvoice], place: Int)
  case bankRows([StatementEntry], path: String)
  /// The plan of a file, and whether it was edited after it was made.
  case read(Plan, isEdited: Bool, path: String)
  /// The request is missing where the plan was not made of marks.
  case planned(RunSnapshot, BulkRequest?)
  case run(RunSnapshot)
  /// A run whose rows are in the journal now.
  case begun(RunSnapshot)
  case runs([KeptRun])
  /// A whole sentence.
  case failed(String)
}

/// A run in the list of runs, with its moment as shown.
package struct KeptRun: Sendable, Equatable {
  package let summary: RunSummary
  package let began: String

  package init(_ summary: RunSummary, began: String) {
    self.summary = summary
    self.began = began
  }
}
