import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// One attempt at an intent, from what is still to be asked before it to what is read after it.
  func perform(_ id: IntentID, by initiative: Initiative) async -> WriteResult {
    do {
      guard let open = try storage().openIntent(id) else { return .refused(.alreadySettled) }
      return await perform(open, by: initiative)
    } catch {
      return .waiting(.store(error), mayBePerformed: true)
    }
  }

  private func perform(_ open: OpenIntent, by initiative: Initiative) async -> WriteResult {
    do {
      if let record = open.performedOn { return try await finish(open, record, replayed: true) }
      guard open.firstSent != nil else { return try await prepareAndSend(open) }
      switch try await lookUp(open, by: initiative) {
      case .ours(let record): return try await finish(open, record, replayed: true)
      case .conflict(let conflict): return .conflict(conflict)
      case .sendAgain, .anew: return try await prepareAndSend(open.intent.id)
      }
    } catch {
      return await end(open, error)
    }
  }

  /// Looking up may have given it a new key, so it is read again.
  private func prepareAndSend(_ id: IntentID) async throws(ServiceFailure) -> WriteResult {
    guard let open = try stored({ () throws(StoreError) in try storage().openIntent(id) }) else {
      return .refused(.alreadySettled)
    }
    return try await prepareAndSend(open)
  }

  private func prepareAndSend(_ open: OpenIntent) async throws(ServiceFailure) -> WriteResult {
    switch try await prepare(open) {
    case .conflict(let conflict): return .conflict(conflict)
    case .gone: return try await finish(open, open.intent.recordID ?? 0, replayed: true)
    case .ready(let body): return try await send(open, body)
    }
  }

  /// A refusal is settled; what may have been performed, or can be tried again, is not.
  private func end(_ open: OpenIntent, _ failure: ServiceFailure) async -> WriteResult {
    do {
      if let result = try await numberTaken(open, failure) { return result }
      let now = try stored { () throws(StoreError) in try storage().openIntent(open.intent.id) }
      let maybe = now.map { !$0.knowledge.isEditable } ?? false
      if maybe || failure.isPassing || failure.isOurs { return .waiting(failure, mayBePerformed: maybe) }
      try stored { () throws(StoreError) in try storage().settle(open.intent.id, .refused, at: clock.now) }
      return .refused(failure)
    } catch {
      return .waiting(error, mayBePerformed: open.firstSent != nil)
    }
  }

  private func send(_ open: OpenIntent, _ body: [UInt8]?) async throws(ServiceFailure) -> WriteResult {
    let intent = open.intent
    let text = body.map { String(decoding: $0, as: UTF8.self) }
    let highest = try stored { () throws(StoreError) in try mirror.highestID(intent.kind) }
    if let turn = turns[intent.id], await !turn.mayGo() { throw .calledOff }
    try stored { () throws(StoreError) in
      try storage().journalSent(intent.id, body: text, highestKnown: highest, at: clock.now)
    }
    tell(intent.id, .sending)
    let answer = try await request(intent, body ?? [])
    tell(intent.id, .answered(answer.status))
    guard let record = answer.id ?? intent.recordID else {
      throw .unreadable("The service answered without the record's number.")
    }
    if intent.verb != .delete { turns[intent.id]?.answered() }
    return try await finish(open, record, replayed: answer.replayed, answer: answer.record, status: answer.status)
  }

  private func request(_ intent: Intent, _ body: [UInt8]) async throws(ServiceFailure) -> WriteAnswer {
    let answer: WriteAnswer
    do {
      answer = try await call(intent, body)
    } catch {
      let failure = ServiceFailure(error)
      journal(failure, of: intent.id)
      throw failure
    }
    let text = String(decoding: answer.record, as: UTF8.self)
    if isInRun {
      answers[intent.id] = WriteConclusion.Answer(
        status: answer.status, recordID: answer.id, body: text, at: clock.now)
      return answer
    }
    // An answer that cannot be written down leaves the intent open: sent again, it is answered the same.
    try stored { () throws(StoreError) in
      try storage().journalAnswer(intent.id, status: answer.status, recordID: answer.id, body: text, at: clock.now)
    }
    return answer
  }

  private func call(_ intent: Intent, _ body: [UInt8]) async throws(APIError) -> WriteAnswer {
    let id = intent.recordID ?? 0
    switch intent.verb {
    case .create: return try await client.create(intent.kind, body: body, key: intent.key)
    case .update: return try await client.update(intent.kind, id, body: body, key: intent.key)
    case .delete: return try await delete(intent.kind, id)
    }
  }

  /// What is already gone counts as deleted.
  private func delete(_ kind: ResourceKind, _ id: Int64) async throws(APIError) -> WriteAnswer {
    do {
      try await client.delete(kind, id)
    } catch .notFound {
      return WriteAnswer(status: 404, record: [], id: id, replayed: true)
    }
    return WriteAnswer(status: 204, record: [], id: id, replayed: false)
  }

  private func journal(_ failure: ServiceFailure, of id: IntentID) {
    let body = failure.journaledWords
    // The failure itself is answered to the caller; a journal that refuses it too leaves the outcome unknown, as it is.
    if let status = failure.status {
      try? local?.journalAnswer(id, status: status, body: body, at: clock.now)
    } else {
      try? local?.journalNoAnswer(id, mayHaveArrived: failure.mayBePerformed, body: body, at: clock.now)
    }
  }

  func stored<Value>(_ work: () throws(StoreError) -> Value) throws(ServiceFailure) -> Value {
    do {
      return try work()
    } catch {
      throw .store(error)
    }
  }
}
