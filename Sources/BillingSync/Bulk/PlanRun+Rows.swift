import Billing
import BillingAPI
import FoundationEssentials
import Store

/// One row at a time.
extension PlanRun {
  /// Looks at a row, writes it when its turn comes, and concludes it after the row that went before it.
  func perform(_ place: Int, _ signals: Signals, behind before: Turn?) async {
    if unsettled.remove(place) != nil { return await settle(place, signals, behind: before) }
    let intent = snapshot.rows[place].intent
    let look = await look(place)
    if case .same(let record) = look {
      let turn = RunTurn(
        looked: record, mayGo: { [self] in await mayGo(place, as: intent, signals, behind: before) },
        answered: { signals.answered.give() })
      return await attempt(place, intent, turn, behind: before)
    }
    await before?.task.value
    guard isToGo(place, as: intent) else { return }
    switch look {
    case .same: break
    case .held(let reasons): await hold(place, reasons)
    case .failed(let failure): await conclude(place, .waiting(failure, mayBePerformed: false), retryAt: nil)
    }
  }

  /// A row that was sent before: it is asked for, and sent again under the same key where it is not there.
  private func settle(_ place: Int, _ signals: Signals, behind before: Turn?) async {
    await before?.task.value
    guard case .running = snapshot.phase else {
      unsettled.insert(place)
      return
    }
    send(place)
    signals.sent.give()
    let turn = RunTurn(mayGo: { true }, answered: { signals.answered.give() })
    await attempt(place, snapshot.rows[place].intent, turn, behind: before)
  }

  private func attempt(_ place: Int, _ intent: IntentID, _ turn: RunTurn, behind before: Turn?) async {
    let (result, retryAt) = await outbox.perform(intent, in: turn) { result, retryAt in
      Task { await self.hear(place, result, retryAt) }
    }
    await before?.task.value
    guard isToGo(place, as: intent) || result.savedRecord != nil else { return await outbox.leave(intent) }
    await conclude(place, result, retryAt: retryAt)
  }

  /// Nobody took it out of the run or changed it while it was prepared.
  private func isToGo(_ place: Int, as intent: IntentID) -> Bool {
    let row = snapshot.rows[place]
    guard row.intent == intent else { return false }
    return switch row.state {
    case .waiting, .sending: true
    default: false
    }
  }

  private func hold(_ place: Int, _ reasons: [HoldReason]) async {
    do {
      // Somebody in the outbox may have sent it by itself: then it is its own work that differs.
      let intent = snapshot.rows[place].intent
      guard try local.histories(of: [intent])[intent]?.settlement == nil else { return await recall([place]) }
      try await outbox.giveUp([intent])
      snapshot.rows[place].state = .held(reasons)
      snapshot.rows[place].began = nil
      note(place)
    } catch {
      stand(place, .waiting)
      enter(.paused(.journal(error.sentence)))
    }
  }

  /// A row that was not known ends now, or is tried again later.
  private func hear(_ place: Int, _ result: WriteResult, _ retryAt: Date?) async {
    guard case .unknown = snapshot.rows[place].state else { return }
    let failures = failuresInRow
    await conclude(place, result, retryAt: retryAt)
    // It failed before; that it fails still says nothing about the rows that follow.
    failuresInRow = min(failures, failuresInRow)
    await endIfThrough()
  }

  private func conclude(_ place: Int, _ result: WriteResult, retryAt: Date?) async {
    switch result {
    case .saved(let record): succeed(place, record)
    case .takenBack: stand(place, .skipped)
    case .refused(let failure): await refuse(place, failure)
    case .conflict: doubt(place, RowFailure(words: "It was changed elsewhere meanwhile."), retryAt: nil)
    case .waiting(let failure, let maybe): await wait(place, failure, maybe, retryAt)
    }
  }

  private func succeed(_ place: Int, _ record: SavedRecord) {
    if record.isStillThere {
      let words = "The service says that it deleted it, and has it all the same."
      let failure = RowFailure(words: words, mayBePerformed: false)
      stand(place, .failed(failure))
      return countFailure(failure)
    }
    failuresInRow = 0
    stand(place, .done(RowResult(record, plan.rows[place])))
    notePace(place)
  }

  private func refuse(_ place: Int, _ failure: ServiceFailure) async {
    switch failure {
    case .missingScope, .readOnly:
      stand(place, .waiting)
      enter(.paused(.notAllowed(RowFailure(failure))))
    case .unauthorized, .forbidden:
      stand(place, .failed(RowFailure(failure)))
      enter(.paused(.notAllowed(RowFailure(failure))))
    case .store(let error):
      stand(place, .waiting)
      enter(.paused(.journal(error.sentence)))
    case .alreadySettled:
      // Another program, or a person in the outbox, ended it meanwhile: the journal knows how.
      await recall([place])
    default:
      stand(place, .failed(RowFailure(failure)))
      countFailure(RowFailure(failure))
    }
  }

  private func wait(_ place: Int, _ failure: ServiceFailure, _ mayBePerformed: Bool, _ retryAt: Date?) async {
    switch failure {
    case .calledOff: await outbox.leave(snapshot.rows[place].intent)
    case .tooManyRequests where !mayBePerformed:
      stand(place, .waiting)
      await outbox.leave(snapshot.rows[place].intent)
      let rest = now.addingTimeInterval(Backoff.delay(attempt: 1, after: failure))
      if case .running = snapshot.phase { enter(.resting(until: max(retryAt ?? rest, rest))) }
    case .store(let error):
      stand(place, mayBePerformed ? .unknown(RowFailure(failure, mayBePerformed: true), retryAt: nil) : .waiting)
      if mayBePerformed { unsettled.insert(place) }
      enter(.paused(.journal(error.sentence)))
    case .notFound where !mayBePerformed: forget(place)
    case .unauthorized where !mayBePerformed, .forbidden where !mayBePerformed:
      stand(place, .waiting)
      enter(.paused(.notAllowed(RowFailure(failure))))
    default:
      doubt(place, RowFailure(failure, mayBePerformed: mayBePerformed), retryAt: retryAt)
    }
  }

  /// The record is not there any more: nothing of the row was sent.
  private func forget(_ place: Int) {
    stand(place, .forbidden(.unknownRecord))
    let intent = snapshot.rows[place].intent
    Task {
      // A journal that cannot take it keeps it as never sent, for a person.
      try? await outbox.giveUp([intent])
    }
  }

  /// What was never sent and is not retried by the outbox waits for its turn again.
  private func doubt(_ place: Int, _ failure: RowFailure, retryAt: Date?) {
    stand(place, !failure.mayBePerformed && retryAt == nil ? .waiting : .unknown(failure, retryAt: retryAt))
    countFailure(failure)
  }

  private func countFailure(_ failure: RowFailure) {
    failuresInRow += 1
    guard failuresInRow >= Self.mostFailures, case .running = snapshot.phase else { return }
    enter(.paused(.failures(count: failuresInRow, last: failure)))
  }

  /// So many failures one after another are no accident of single rows.
  private static let mostFailures = 3

  func stand(_ place: Int, _ state: RowState) {
    snapshot.rows[place].state = state
    snapshot.rows[place].ended = state.isFinished ? now : nil
    note(place)
  }

  private func notePace(_ place: Int) {
    guard let own = snapshot.rows[place].seconds, let end = snapshot.rows[place].ended else { return }
    // Rows overlap: the time between the ends of two is what one more adds.
    let seconds = lastEnd.map { min(own, end.timeIntervalSince($0)) } ?? own
    lastEnd = end
    pace = pace.map { $0 * 0.9 + seconds * 0.1 } ?? seconds
  }
}
