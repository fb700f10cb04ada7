import BillingAPI
import FoundationEssentials
import Store

extension Outbox {
  /// A write in the time in which it can be taken back.
  struct Hold {
    var until: Date
    var task: Task<HoldEnd, Never>
  }

  enum HoldEnd: Hashable, Sendable {
    case over
    /// The balance was read again, and the payment is above it.
    case refused(ServiceFailure)
    /// The program ends, or it was taken back.
    case broken
  }

  /// Takes a write back while it is held: it ends as abandoned and is never sent. False where it is too late for that.
  package func takeBack(_ id: IntentID) async -> Bool {
    // A journal that cannot take it keeps the write held; it is not called taken back.
    guard holds[id] != nil, (try? local?.settle(id, .abandoned, at: clock.now)) != nil else { return false }
    holds.removeValue(forKey: id)?.task.cancel()
    report(.write(id, .settled(.takenBack)))
    reportQueue()
    return true
  }

  func hold(_ id: IntentID, for time: Duration) {
    let until = clock.now.addingTimeInterval(time / .seconds(1))
    holds[id] = Hold(until: until, task: Task { await waitOut(id, until) })
    report(.write(id, .held(until: until)))
  }

  /// Nil once it may be sent.
  func result(of hold: Hold, _ id: IntentID) async -> WriteResult? {
    let end = await hold.task.value
    let isFirst = holds.removeValue(forKey: id) != nil
    switch end {
    case .refused(let failure): return isFirst ? refuse(id, failure) : .refused(failure)
    // It may have been taken back in the very last moment.
    case .over: return isFirst ? nil : wasTakenBack(id) ? .takenBack : nil
    case .broken:
      let cancelled = ServiceFailure.transport(.cancelled(requestWasSent: false))
      return wasTakenBack(id) ? .takenBack : .waiting(cancelled, mayBePerformed: false)
    }
  }

  private func wasTakenBack(_ id: IntentID) -> Bool {
    // A store that cannot be read has the write still.
    (try? local?.history(of: id))?.settlement == .abandoned
  }

  private func refuse(_ id: IntentID, _ failure: ServiceFailure) -> WriteResult {
    do {
      try storage().settle(id, .refused, at: clock.now)
    } catch {
      return .waiting(.store(error), mayBePerformed: false)
    }
    report(.write(id, .settled(.refused(failure))))
    reportQueue()
    return .refused(failure)
  }

  /// Payments cannot be deleted, so the balance is read while they are held.
  private func waitOut(_ id: IntentID, _ until: Date) async -> HoldEnd {
    if let failure = await balanceFailure(id) { return .refused(failure) }
    do {
      try await clock.sleep(until: until)
    } catch {
      return .broken
    }
    return .over
  }

  /// What is not known for want of an answer is found out when the payment goes.
  private func balanceFailure(_ id: IntentID) async -> ServiceFailure? {
    do {
      guard let intent = try storage().openIntent(id)?.intent, intent.verb == .create else { return nil }
      _ = try await checkBalance(intent.kind, try json(intent.body))
    } catch ServiceFailure.aboveBalance(let cents) {
      return .aboveBalance(cents)
    } catch {
      return nil
    }
    return nil
  }
}
