import Store

/// Why a plan cannot be made, read, or begun.
package enum BulkFailure: Error, Hashable, Sendable {
  case store(StoreError)
  /// The file is no plan, or not all of it is there: what the reader stumbled over.
  case notAPlan(String)
  case otherVersion(Int)
  /// It was edited after it was made.
  case edited
  /// It was made for other books; theirs.
  case otherBooks(PlanBooks)
  /// Nothing in it can be done.
  case nothingToDo
  /// Another program runs it.
  case runsElsewhere
  /// No run of that name is kept.
  case unknownRun
  /// The action is not for records of this kind.
  case notForThisKind
}
