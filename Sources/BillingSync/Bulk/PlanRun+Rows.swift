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
}
