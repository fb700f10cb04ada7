import BillingAPI
import BillingClient
import FoundationEssentials
import Store

/// Sends what is written, so that nothing is lost and nothing is done twice.
///
/// Each write is in the journal with its key before the first byte leaves, and ends there with its answer. What may have
/// been performed is sent again with the same key and body until that is known.
package actor Outbox {
  let client: BillingClient
  let mirror: Mirror
  /// Nil where the file is damaged or of a later version: then nothing is sent.
  let local: LocalStore?
  let clock: any SyncClock
  let report: @Sendable (SyncEvent) -> Void
  private var running: [IntentID: Task<WriteResult, Never>] = [:]
  private var waiting: [IntentID: Wait] = [:]

  /// A write between two attempts.
  private struct Wait {
    var failure: ServiceFailure
    var attempts: Int
    var until: Date?
    var timer: Task<Void, Never>?
  }

  package init(
    client: BillingClient, mirror: Mirror, local: LocalStore?, clock: any SyncClock,
    report: @escaping @Sendable (SyncEvent) -> Void
  ) {
    self.client = client
    self.mirror = mirror
    self.local = local
    self.clock = clock
    self.report = report
  }

  /// Writes, reads back, and says how it ended. A second call with the same id joins the first.
  package func save(_ write: Write) async -> WriteResult {
    if let task = running[write.id] { return await task.value }
    if let failure = refusal(of: write) { return .refused(failure) }
    do {
      guard try storage().journalEntries(of: write.id).isEmpty else { return await again(write.id) }
      try storage().journal(intent(of: write))
    } catch {
      return .refused(.store(error))
    }
    report(.write(write.id, .journaled))
    return await attempt(write.id)
  }

  /// Tries a write that waits now, whatever its time.
  package func retry(_ id: IntentID) async -> WriteResult {
    if let task = running[id] { return await task.value }
    return await again(id)
  }

  /// Gives up a write. One that may have been performed is given up only `evenIfSent`: then nobody asks any more
  /// whether it was. Answers whether it was given up.
  package func discard(_ id: IntentID, evenIfSent: Bool = false) -> Bool {
    // A store that cannot be read keeps the write: then nothing was given up.
    guard running[id] == nil, let open = try? local?.openIntent(id) else { return false }
    guard open.firstSent == nil || evenIfSent else { return false }
    guard (try? local?.settle(id, .abandoned, at: clock.now)) != nil else { return false }
    endWait(id)
    reportQueue()
    return true
  }

  /// Everything that is not settled, oldest first.
  package func entries() throws(StoreError) -> [OutboxEntry] {
    guard let local else { return [] }
    return try local.openIntents().map { open in
      let wait = waiting[open.intent.id]
      return OutboxEntry(open: open, lastFailure: wait?.failure, nextAttempt: wait?.until)
    }
  }

  /// After a start: settles what was sent before. What was never sent waits for a person.
  package func settleSent() async {
    for id in sentIntents() where running[id] == nil { _ = await again(id) }
    reportQueue()
  }

  /// The service is back: what waits is tried at once.
  func resume() async {
    for id in waiting.keys.sorted(by: { $0.text < $1.text }) where waiting[id]?.until != nil { _ = await again(id) }
  }

  package func stop() {
    for id in waiting.keys { endWait(id) }
  }

  private func sentIntents() -> [IntentID] {
    // An unreadable store settles nothing now; the next start finds the same intents.
    let open = (try? local?.openIntents()) ?? []
    return open.filter { $0.firstSent != nil }.map(\.intent.id)
  }

  private func again(_ id: IntentID) async -> WriteResult {
    do {
      guard try storage().openIntent(id) != nil else { return .refused(.alreadySettled) }
    } catch {
      return .refused(.store(error))
    }
    return await attempt(id)
  }

  private func attempt(_ id: IntentID) async -> WriteResult {
    if let task = running[id] { return await task.value }
    let attempts = (waiting[id]?.attempts ?? 0) + 1
    endWait(id)
    let task = Task { await perform(id) }
    running[id] = task
    reportQueue()
    let outcome = await task.value
    running[id] = nil
    conclude(id, outcome, attempts)
    return outcome
  }

  private func conclude(_ id: IntentID, _ outcome: WriteResult, _ attempts: Int) {
    if case .waiting(let failure, _) = outcome {
      wait(id, failure, attempts)
    } else {
      report(.write(id, .settled(outcome)))
    }
    reportQueue()
  }

  private func wait(_ id: IntentID, _ failure: ServiceFailure, _ attempts: Int) {
    var wait = Wait(failure: failure, attempts: attempts)
    if failure.isPassing {
      let moment = clock.now.addingTimeInterval(Backoff.delay(attempt: attempts, after: failure))
      wait.until = moment
      wait.timer = Task { await waitAndRetry(id, until: moment) }
    }
    waiting[id] = wait
    report(.write(id, .waiting(failure, until: wait.until)))
  }

  private func waitAndRetry(_ id: IntentID, until moment: Date) async {
    do {
      try await clock.sleep(until: moment)
    } catch {
      return
    }
    // From here on the timer is spent: ending the wait must not cancel the attempt that runs in it.
    waiting[id]?.timer = nil
    _ = await again(id)
  }

  private func endWait(_ id: IntentID) {
    waiting.removeValue(forKey: id)?.timer?.cancel()
  }

  /// Says how many writes wait.
  func reportQueue() {
    // A store that cannot be read has nothing to count; the next write reports it.
    if let count = try? local?.openIntentCount() { report(.queued(count)) }
  }

  func storage() throws(StoreError) -> LocalStore {
    guard let local else { throw .damaged(path: "") }
    return local
  }

  private func refusal(of write: Write) -> ServiceFailure? {
    if let error = client.refusal(ofWriting: write.kind) { return ServiceFailure(error) }
    return nil
  }

  private func intent(of write: Write) -> Intent {
    var intent = Intent(id: write.id, kind: write.kind, verb: .create, key: IdempotencyKey(), createdAt: clock.now)
    switch write.action {
    case .create(let body): intent.body = String(decoding: body.encoded(), as: UTF8.self)
    case .update(let id, let edits):
      intent.verb = .update
      intent.recordID = id
      intent.body = String(decoding: edits.encoded(), as: UTF8.self)
    case .delete(let id):
      intent.verb = .delete
      intent.recordID = id
    }
    return intent
  }
}
