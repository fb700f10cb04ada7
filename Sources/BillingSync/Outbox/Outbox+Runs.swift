import BillingAPI
import BillingClient
import FoundationEssentials
import Store

/// What a run of a plan asks of the outbox.
extension Outbox {
  /// Lines after a request are flushed with the next one that goes: until then the journal proves no less than that it
  /// may have been performed.
  var isInRun: Bool { RunIntake.current != nil }

  /// Puts down the writes of a run, all in one transaction: either every one is on the disk, or none is.
  func journalTogether(_ writes: [Write]) throws(StoreError) {
    try storage().journal(writes.map(intent(of:)))
    proposeNumbers(for: writes)
    reportQueue()
  }

  /// Numbers of these writes give way where they turn out to be taken; a program that was started anew is told again.
  func proposeNumbers(for writes: [Write]) {
    for write in writes where write.isNumberProposed { proposedNumbers.insert(write.id) }
  }

  /// Gives up writes of which nothing was sent, all in one transaction.
  func giveUp(_ ids: [IntentID]) throws(StoreError) {
    for id in ids { endWait(id) }
    try storage().settle(ids, .abandoned, at: clock.now)
    reportQueue()
  }

  /// Tries a write no more by itself: its run does when its turn comes.
  func leave(_ id: IntentID) {
    endWait(id)
    followers[id] = nil
  }

  /// Reads a record before it is written to.
  func look(_ kind: ResourceKind, _ id: Int64) async throws(ServiceFailure) -> [UInt8] { try await fetch(kind, id) }

  /// One attempt at a write of a run; `follow` is told how it ends where it does not end at once.
  func perform(
    _ id: IntentID, in turn: RunTurn, follow: @escaping @Sendable (WriteResult, Date?) -> Void
  ) async -> (WriteResult, retryAt: Date?) {
    turns[id] = turn
    let result = await attempt(id)
    turns[id] = nil
    if !result.isSettled { followers[id] = follow }
    return (result, waits[id]?.until)
  }
}

/// The place of a write among the others of its run: it is prepared while one before it is on its way.
struct RunTurn: Sendable {
  /// Its record, or its invoice, as it was read just before: it need not be read again.
  var looked: [UInt8]?
  /// Asked when nothing is left but to send it.
  let mayGo: @Sendable () async -> Bool
  /// Called when the service has said that it performed it: what is left is to read it back. A deletion is not believed
  /// until then.
  let answered: @Sendable () -> Void
}
