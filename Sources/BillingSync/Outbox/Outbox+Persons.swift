import BillingAPI
import FoundationEssentials
import Store

/// What a person may ask of a write that is not settled.
extension Outbox {
  /// Sends a write that waits for a person: never sent, left by a program that ended, or too old for its key. What is
  /// looked for and not found goes out again under a new key.
  package func send(_ id: IntentID) async -> WriteResult {
    if let hold = holds[id], let result = await result(of: hold, id) { return result }
    return await attempt(id, by: .person)
  }

  /// Tries a write that waits now, whatever its time, with the same key and body.
  package func retry(_ id: IntentID) async -> WriteResult { await attempt(id) }

  /// Looks whether the service's records hold what was sent, and sends nothing.
  package func lookUpNow(_ id: IntentID) async -> WriteResult {
    if let task = running[id] { return await task.value }
    do {
      guard let open = try storage().openIntent(id) else { return .refused(.alreadySettled) }
      guard try storage().claim(id) else { return .refused(.heldElsewhere) }
      guard open.firstSent != nil else { return .waiting(.neverSent, mayBePerformed: false) }
      let result = await lookOnly(open)
      if result.isSettled {
        endWait(id)
        conclude(id, result, 0)
      }
      return result
    } catch {
      return .refused(.store(error))
    }
  }

  /// The person says which record it made, or that none of the service's is it: then it goes out under a new key.
  package func identify(_ id: IntentID, as record: Int64?) async -> WriteResult {
    if let task = running[id] { return await task.value }
    do {
      guard let open = try storage().openIntent(id) else { return .refused(.alreadySettled) }
      guard try storage().claim(id) else { return .refused(.heldElsewhere) }
      try storage().journalLookUp(id, found: record, at: clock.now)
      if record == nil {
        try storage().amend(id, body: open.intent.body, key: IdempotencyKey(), at: clock.now)
      }
    } catch {
      return .waiting(.store(error), mayBePerformed: true)
    }
    return await attempt(id, by: .person)
  }

  /// Gives up a write. One that may have been performed is given up only `evenIfSent`: then nobody asks any more
  /// whether it was. Answers whether it was given up.
  package func discard(_ id: IntentID, evenIfSent: Bool = false) -> Bool {
    if holds[id] != nil || running[id] != nil { return false }
    // A store that cannot be read keeps the write: then nothing was given up.
    guard let open = try? local?.openIntent(id), (try? local?.claim(id)) == true else { return false }
    guard open.knowledge.isEditable || evenIfSent else { return false }
    guard (try? local?.settle(id, .abandoned, at: clock.now)) != nil else { return false }
    endWait(id)
    report(.write(id, .settled(.takenBack)))
    followers.removeValue(forKey: id)?(.takenBack, nil)
    reportQueue()
    return true
  }
}
