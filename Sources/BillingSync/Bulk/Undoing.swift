import Billing
import BillingAPI
import Store

/// Makes the rows of a plan that undoes a run, from what the journal keeps of it.
struct Undoing {
  let run: RunSnapshot
  /// Why nothing of the kind may be written; nil where it may.
  let refusal: ForbiddenReason?

  /// What is undone: the records that the run made, changed or deleted.
  static func kind(of plan: Plan) -> ResourceKind {
    switch plan.action {
    case .pay, .convert: plan.action.written(plan.kind)
    default: plan.kind
    }
  }

  /// One row for each that was done, the last first.
  func rows(histories: [IntentID: IntentHistory]) throws(StoreError) -> [PlanRow] {
    zip(run.plan.rows, run.rows).reversed().compactMap { row, state in
      guard case .done(let result) = state.state else { return nil }
      return self.row(row, result, histories[state.intent])
    }
  }

  private func row(_ done: PlanRow, _ result: RowResult, _ history: IntentHistory?) -> PlanRow {
    let (effect, objection) = undoing(done.effect, history)
    let isMade = done.effect.makesRecord
    var row = PlanRow(
      record: isMade ? result.record : done.record, number: isMade ? result.number ?? done.number : done.number,
      customer: done.customer, effect: effect)
    row.customerID = done.customerID
    row.currency = done.currency
    row.currencyID = done.currencyID
    if isMade { row.expectation = lastSeen(history) }
    row.forbidden = refusal ?? objection
    return row
  }

  private func undoing(_ effect: RowEffect, _ history: IntentHistory?) -> (RowEffect, ForbiddenReason?) {
    switch effect {
    case .payment: (.edit([]), .notAllowed)
    case .deletion(let total): (.creation(run.plan.kind, total: total), history?.before == nil ? .unknownRecord : nil)
    case .creation(let kind, let total): (.deletion(total: total), kind.allowsDelete ? nil : .notAllowed)
    case .edit(let edits): (.edit(edits.map { FieldEdit($0.field, from: $0.after, to: $0.before) }), refusal(edits))
    }
  }

  /// No service takes a document that was sent back among the drafts.
  private func refusal(_ edits: [FieldEdit]) -> ForbiddenReason? {
    edits.contains { $0.field == "status" } ? .notAllowed : nil
  }

  /// What the record was when the run had made it.
  private func lastSeen(_ history: IntentHistory?) -> RowExpectation {
    // Without a record that was read back nothing is compared.
    let text = history?.steps.last { $0.step == .readBack }?.body
    return text.flatMap { try? JSONValue(parsing: $0) }.map { RowExpectation($0) } ?? RowExpectation()
  }
}

extension LocalStore {
  /// The records that a run made, as they were read back then, by their ids.
  func madeTexts(of run: PlanID) throws(StoreError) -> [Int64: String] {
    guard let run = try self.run(run) else { return [:] }
    let histories = try histories(of: run.rows.map(\.intent))
    let texts = run.rows.compactMap { row -> (Int64, String)? in
      guard case .done(let result) = row.state else { return nil }
      return histories[row.intent]?.steps.last { $0.step == .readBack }?.body.map { (result.record, $0) }
    }
    return Dictionary(texts) { first, _ in first }
  }

  /// The records that a run deleted, as they were, by the ids that they had.
  func deletedTexts(of run: PlanID) throws(StoreError) -> [Int64: String] {
    guard let run = try self.run(run) else { return [:] }
    let histories = try histories(of: run.rows.map(\.intent))
    let texts = zip(run.plan.rows, run.rows).compactMap { row, state in
      histories[state.intent]?.before.map { (row.record, $0) }
    }
    return Dictionary(texts) { first, _ in first }
  }
}
