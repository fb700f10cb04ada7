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
  /// Says which number comes after one that is taken.
  let numbering: any NumberSource
  let report: @Sendable (SyncEvent) -> Void
  /// Attempts that are under way.
  var running: [IntentID: Task<WriteResult, Never>] = [:]
  /// Writes between two attempts.
  var waits: [IntentID: Wait] = [:]
  /// Writes that can still be taken back.
  var holds: [IntentID: Hold] = [:]
  /// Writes whose number the program proposed.
  var proposedNumbers: Set<IntentID> = []
  /// What payments found as their invoices' balances, in cents, just before they went.
  var balances: [IntentID: Int64] = [:]
  /// Writes of a run that are being attempted.
  var turns: [IntentID: RunTurn] = [:]
  /// What the service answered to writes of a run; it goes into the journal with what is read back.
  var answers: [IntentID: WriteConclusion.Answer] = [:]
  /// Who is told how a write of a run ends that did not end at once.
  var followers: [IntentID: @Sendable (WriteResult, Date?) -> Void] = [:]

  package init(
    client: BillingClient, mirror: Mirror, local: LocalStore?, clock: any SyncClock,
    numbering: (any NumberSource)? = nil, report: @escaping @Sendable (SyncEvent) -> Void
  ) {
    self.client = client
    self.mirror = mirror
    self.local = local
    self.clock = clock
    self.numbering = numbering ?? KnownNumbers(mirror: mirror)
    self.report = report
  }

  /// Writes, reads back, and says how it ended. A second call with the same id joins the first.
  package func save(_ write: Write) async -> WriteResult {
    await saveTogether([write]).first ?? .refused(.alreadySettled)
  }

  /// Writes several things that were meant at once, such as the parts of a split payment: all are journaled before any
  /// is sent, held for the same time, and go one after another in this order. Each has its own result.
  package func saveTogether(_ writes: [Write]) async -> [WriteResult] {
    if let failure = writes.lazy.compactMap(refusal(of:)).first { return writes.map { _ in .refused(failure) } }
    do {
      try begin(writes)
    } catch {
      return writes.map { _ in .refused(.store(error)) }
    }
    // Those that come last may be taken back while the first ones go.
    let held = holds
    var results: [WriteResult] = []
    for write in writes { results.append(await complete(write.id, held[write.id])) }
    return results
  }

  /// Puts down what is not in the journal yet, and holds what is to be held.
  private func begin(_ writes: [Write]) throws(StoreError) {
    let store = try storage()
    var new: [Write] = []
    for write in writes where try store.journalEntries(of: write.id).isEmpty { new.append(write) }
    let pairs = new.compactMap { write in base(of: write).map { (write.id, $0) } }
    try store.journal(new.map(intent(of:)), bases: Dictionary(pairs) { first, _ in first })
    for write in new {
      if write.isNumberProposed { proposedNumbers.insert(write.id) }
      report(.write(write.id, .journaled))
      if let hold = write.hold { self.hold(write.id, for: hold) }
    }
    reportQueue()
  }

  private func complete(_ id: IntentID, _ hold: Hold?) async -> WriteResult {
    if let hold, let result = await result(of: hold, id) { return result }
    return await attempt(id)
  }

  /// Everything that is not settled, oldest first, whichever program it belongs to.
  package func entries() throws(StoreError) -> [OutboxEntry] {
    guard let local else { return [] }
    return try local.openIntents().map { open in
      let wait = waits[open.intent.id]
      return OutboxEntry(
        open: open, title: title(of: open.intent, before: open.before ?? open.base),
        lastFailure: wait?.failure ?? open.lastFailure.flatMap(ServiceFailure.init(journaled:)),
        nextAttempt: wait?.until, heldUntil: holds[open.intent.id]?.until, isUnderWay: running[open.intent.id] != nil,
        conflict: wait?.conflict)
    }
  }

  /// Ends every timer and lets go what is held: it stays in the journal as never sent, and waits for a person.
  package func stop() {
    for id in waits.keys { endWait(id) }
    for id in holds.keys { holds.removeValue(forKey: id)?.task.cancel() }
  }

  /// Says how many writes wait. A run says so itself, now and then.
  func reportQueue() {
    guard RunIntake.current == nil else { return }
    // A store that cannot be read has nothing to count; the next write reports it.
    if let count = try? local?.openIntentCount() { report(.queued(count)) }
  }

  func storage() throws(StoreError) -> LocalStore {
    guard let local else { throw .damaged(path: "") }
    return local
  }

  private func refusal(of write: Write) -> ServiceFailure? {
    client.refusal(ofWriting: write.kind).map(ServiceFailure.init)
  }

  private func base(of write: Write) -> String? {
    guard case .update(_, _, let base?) = write.action else { return nil }
    return String(decoding: base.encoded(), as: UTF8.self)
  }

  /// Says how far a write has come; a run tells of its rows itself.
  func tell(_ id: IntentID, _ progress: WriteProgress) {
    if RunIntake.current == nil { report(.write(id, progress)) }
  }

  func intent(of write: Write) -> Intent {
    var intent = Intent(
      id: write.id, kind: write.kind, verb: .create, key: write.key ?? IdempotencyKey(), createdAt: clock.now)
    switch write.action {
    case .create(let body): intent.body = String(decoding: body.encoded(), as: UTF8.self)
    case .update(let id, let edits, _):
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
