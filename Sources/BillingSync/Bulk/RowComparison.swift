import BillingAPI
import Store

/// Where a record is otherwise than its row of the plan expects.
struct RowComparison {
  let row: PlanRow
  let run: RunRow

  /// The record as the run made it that is undone; nil where it is not about to be deleted for that.
  var made: JSONValue?

  /// Empty where it is as it was, or otherwise only in what a person included.
  func reasons(_ record: JSONValue) -> [HoldReason] {
    let known = row.expectation.differences(from: RowExpectation(record)) + edits(record)
    let reasons = known.isEmpty ? changes(record) : known
    return Set(reasons).isSubset(of: Set(run.accepted)) ? [] : reasons
  }

  /// Whatever somebody did to a record since it was made goes with it: it is told before that.
  private func changes(_ record: JSONValue) -> [HoldReason] {
    guard let made else { return [] }
    return FieldChange.between(made, record).filter { !$0.isOfAnotherRecord }.prefix(3).map { change in
      .changed(
        field: change.field, was: change.sent.isNull ? "" : change.sent.text ?? "other",
        now: change.answered?.text ?? "")
    }
  }

  /// The fields that an edit replaces are as they were.
  private func edits(_ record: JSONValue) -> [HoldReason] {
    guard case .edit(let edits) = row.effect else { return [] }
    return edits.compactMap { edit in
      let now = record[edit.field]?.text ?? ""
      let was = edit.before ?? ""
      // A day may come with a time behind it.
      if now == was || (was.utf8.count == 10 && now.hasPrefix(was)) { return nil }
      return .changed(field: edit.field, was: was, now: now)
    }
  }
}
