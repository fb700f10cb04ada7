import Billing
import BillingAPI
import FoundationEssentials
import Store

/// What a run puts down before it sends, and finds again after it was interrupted.
extension PlanRun {
  /// Every row that waits gets its intent, all in one transaction; one that ended before gets another.
  func journalWaiting() async throws(StoreError) {
    let places = snapshot.rows.indices.filter { snapshot.rows[$0].state == .waiting }
    let histories = try local.histories(of: places.map { snapshot.rows[$0].intent })
    for place in places where histories[snapshot.rows[place].intent]?.settlement != nil { renew(place) }
    // Rows and their new keys are kept first: the journal's lines are found again by them.
    try local.keep(snapshot, at: now)
    let records = try copied(places)
    var writes: [Write] = []
    for place in places {
      guard let write = write(place, records) else {
        stand(place, .forbidden(.unreadable))
        continue
      }
      if histories[write.id] == nil { writes.append(write) } else { await outbox.proposeNumbers(for: [write]) }
    }
    if !writes.isEmpty { try await outbox.journalTogether(writes) }
  }

  /// Another intent and key: what ended cannot be sent again under the old ones.
  private func renew(_ place: Int) {
    snapshot.rows[place].intent = IntentID()
    snapshot.rows[place].idempotencyKey = IdempotencyKey().text
  }

  private func write(_ place: Int, _ records: [Int64: JSONValue]) -> Write? {
    RowWriting(
      plan: plan, row: plan.rows[place], run: snapshot.rows[place], record: records[plan.rows[place].record]
    ).write
  }

  /// The records that others are made from: as the mirror has them, or as they were before they were deleted.
  private func copied(_ places: [Int]) throws(StoreError) -> [Int64: JSONValue] {
    let rows = places.map { plan.rows[$0] }.filter { row in
      if case .creation = row.effect { true } else { false }
    }
    guard !rows.isEmpty else { return [:] }
    let texts =
      if case .undo(let run) = plan.action {
        try local.deletedTexts(of: run)
      } else {
        try surroundings.mirror.recordTexts(plan.kind, ids: rows.map(\.record))
      }
    // What is no JSON cannot be copied, and its row is told so.
    return texts.compactMapValues { try? JSONValue(parsing: $0) }
  }

  /// What the journal knows of rows that were not finished: it is the truth, whatever was kept of them.
  func recall(_ places: [Int]) async {
    // A journal that cannot be read leaves them as they were; going on fails with its reason.
    guard let histories = try? local.histories(of: places.map({ snapshot.rows[$0].intent })) else { return }
    for place in places {
      let history = histories[snapshot.rows[place].intent]
      let state = RowRecollection(row: plan.rows[place], history: history).state
      if case .unknown = state { unsettled.insert(place) } else { unsettled.remove(place) }
      stand(place, state)
    }
  }

  /// Of a run that an earlier program left behind.
  func recallAll() async {
    await recall(snapshot.rows.indices.filter { !snapshot.rows[$0].state.isFinished })
    if snapshot.phase.isMoving { snapshot.phase = .paused(.interrupted) }
    telling?.cancel()
    telling = nil
  }

  /// Gives up what waits and was never sent.
  func giveUpWaiting() async throws(StoreError) {
    let intents = snapshot.rows.filter { $0.state == .waiting }.map(\.intent)
    let open = try local.histories(of: intents).values.filter { $0.settlement == nil && $0.knowledge == .neverSent }
    let ids = Set(open.map(\.intent.id))
    try await outbox.giveUp(intents.filter(ids.contains))
  }
}

/// How a row stands by what the journal has of it.
struct RowRecollection {
  let row: PlanRow
  let history: IntentHistory?

  var state: RowState {
    guard let history else { return .waiting }
    switch history.settlement {
    case .saved: return .done(result(history))
    case .refused: return .failed(failure(history, mayBePerformed: false))
    case .abandoned where history.knowledge.isEditable: return .waiting
    case .abandoned: return .failed(failure(history, mayBePerformed: true))
    case nil where history.knowledge == .neverSent: return .waiting
    case nil: return .unknown(failure(history, mayBePerformed: true), retryAt: nil)
    }
  }

  private func result(_ history: IntentHistory) -> RowResult {
    var result = RowResult(record: history.performedOn ?? row.record)
    // A body that cannot be read bears no number.
    let body = history.intent.body.flatMap { try? JSONValue(parsing: $0) }
    result.number = history.intent.kind.numberField.flatMap { body?[$0]?.text } ?? row.proposedNumber
    result.status = history.lastStatus
    return result
  }

  private func failure(_ history: IntentHistory, mayBePerformed: Bool) -> RowFailure {
    let failure = history.lastFailure.flatMap(ServiceFailure.init(journaled:))
    return failure.map { RowFailure($0, mayBePerformed: mayBePerformed) }
      ?? RowFailure(words: "The program ended before an answer came.", mayBePerformed: mayBePerformed)
  }
}
