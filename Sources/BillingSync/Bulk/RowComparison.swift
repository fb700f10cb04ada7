import BillingAPI
import Store

/// Where a record is otherwise than its row of the plan expects.
struct RowComparison {
  let row: PlanRow
  let run: RunRow

  /// Empty where it is as it was, or otherwise only in what a person included.
  func reasons(_ record: JSONValue) -> [HoldReason] {
    let reasons = row.expectation.differences(from: RowExpectation(record)) + edits(record)
    return Set(reasons).isSubset(of: Set(run.accepted)) ? [] : reasons
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
