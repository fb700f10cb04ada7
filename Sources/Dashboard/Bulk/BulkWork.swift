import Billing
import BillingAPI
import Store

/// What plans and runs need of the outside world.
package enum BulkWork: Sendable, Equatable {
  /// Reads the payment methods that are known; the answer is `.methods`.
  case methods
  /// Makes a plan and sends nothing; the answer is `.planned`.
  case plan(BulkRequest)
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
  package let records: [Int64]
  /// Payments of another amount than the whole balance, by invoice.
  package var amounts: [Int64: Money] = [:]

  package init(_ action: BulkAction, _ kind: ResourceKind, _ records: [Int64]) {
    self.action = action
    self.kind = kind
    self.records = records
  }
}

/// What came of work on plans and runs.
package enum BulkAnswer: Sendable, Equatable {
  case methods([LookUpEntry])
  /// The request is missing where the plan was not made of marks.
  case planned(RunSnapshot, BulkRequest?)
  case run(RunSnapshot)
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
