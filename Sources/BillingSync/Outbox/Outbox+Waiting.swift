import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// A write between two attempts.
  struct Wait {
    var failure: ServiceFailure?
    var conflict: Conflict?
    var attempts: Int
    var until: Date?
    var timer: Task<Void, Never>?
  }

  /// One attempt, unless one is under way: then its result. Nothing leaves that may not, and nothing that is another's.
  func attempt(_ id: IntentID, by initiative: Initiative = .program) async -> WriteResult {
    if let task = running[id] { return await task.value }
    if let failure = obstacle(id) { return .refused(failure) }
    let attempts = (waits[id]?.attempts ?? 0) + 1
    endWait(id)
    let task = Task { await perform(id, by: initiative) }
    running[id] = task
    reportQueue()
    let result = await task.value
    running[id] = nil
    conclude(id, result, attempts)
    return result
  }

  /// Why it cannot be attempted from here; it stays as it is.
  private func obstacle(_ id: IntentID) -> ServiceFailure? {
    do {
      let store = try storage()
      guard let open = try store.openIntent(id) else { return .alreadySettled }
      if let refusal = client.refusal(ofWriting: open.intent.kind) { return ServiceFailure(refusal) }
      return try store.claim(id) ? nil : .heldElsewhere
    } catch {
      return .store(error)
    }
  }

  func conclude(_ id: IntentID, _ result: WriteResult, _ attempts: Int) {
    switch result {
    case .waiting(let failure, _): wait(id, failure, attempts)
    case .conflict(let conflict):
      waits[id] = Wait(conflict: conflict, attempts: attempts)
      tell(id, .conflict(conflict))
    case .saved, .refused, .takenBack:
      balances[id] = nil
      proposedNumbers.remove(id)
      tell(id, .settled(result))
    }
    followers[id]?(result, waits[id]?.until)
    if result.isSettled { followers[id] = nil }
    reportQueue()
  }

  private func wait(_ id: IntentID, _ failure: ServiceFailure, _ attempts: Int) {
    var wait = Wait(failure: failure, attempts: attempts)
    if failure.isPassing {
      let moment = clock.now.addingTimeInterval(Backoff.delay(attempt: attempts, after: failure))
      wait.until = moment
      wait.timer = Task { await waitAndRetry(id, until: moment) }
    }
    waits[id] = wait
    tell(id, .waiting(failure, until: wait.until))
  }

  private func waitAndRetry(_ id: IntentID, until moment: Date) async {
    do {
      try await clock.sleep(until: moment)
    } catch {
      return
    }
    // From here on the timer is spent: ending the wait must not cancel the attempt that runs in it.
    waits[id]?.timer = nil
    _ = await attempt(id)
  }

  func endWait(_ id: IntentID) {
    waits.removeValue(forKey: id)?.timer?.cancel()
  }
}
