import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// What goes out for an intent, and what it is compared with afterwards.
  struct Prepared {
    var body: [UInt8]
    /// The fields that were meant.
    var meant: JSONValue
    /// The fields that were only carried along.
    var carried: JSONValue?
  }

  /// One attempt at an intent, from what is still to be asked before it to what is read after it.
  func perform(_ id: IntentID) async -> WriteResult {
    do {
      guard let open = try storage().openIntent(id) else { return .refused(.alreadySettled) }
      return await perform(open)
    } catch {
      return .refused(.store(error))
    }
  }

  private func perform(_ open: OpenIntent) async -> WriteResult {
    do {
      if let found = try await lookUp(open) { return try await finish(open.intent, found, nil, replayed: true) }
      return try await send(open, try await prepare(open))
    } catch {
      return await end(open, error)
    }
  }

  /// A refusal is settled; what may have been performed, or can be tried again, is not.
  private func end(_ open: OpenIntent, _ failure: ServiceFailure) async -> WriteResult {
    do {
      if let id = try await performedEarlier(open, failure) {
        return try await finish(open.intent, id, nil, replayed: true)
      }
      let maybe = try mayBePerformed(open, failure)
      if maybe || failure.isPassing { return .waiting(failure, mayBePerformed: maybe) }
      try stored { () throws(StoreError) in try storage().settle(open.intent.id, .refused, at: clock.now) }
      return .refused(failure)
    } catch {
      return .waiting(error, mayBePerformed: true)
    }
  }

  /// A number that is "already taken" may be taken by what an earlier sending of the same intent made.
  private func performedEarlier(_ open: OpenIntent, _ failure: ServiceFailure) async throws(ServiceFailure) -> Int64? {
    guard case .refused = failure, open.intent.verb == .create, let first = open.firstSent else { return nil }
    let found = try await candidates(open, first)
    guard found.count < 2 else { throw .ambiguous(found) }
    return found.first
  }

  private func mayBePerformed(_ open: OpenIntent, _ failure: ServiceFailure) throws(ServiceFailure) -> Bool {
    if failure.mayBePerformed { return true }
    switch failure {
    case .refused, .notFound, .rejected: return false
    case .store:
      let now = try stored { () throws(StoreError) in try storage().openIntent(open.intent.id) }
      return now?.firstSent != nil
    // What an earlier sending came to is as unknown as it was.
    default: return open.firstSent != nil
    }
  }

  private func send(_ open: OpenIntent, _ prepared: Prepared?) async throws(ServiceFailure) -> WriteResult {
    let intent = open.intent
    let body = prepared.map { String(decoding: $0.body, as: UTF8.self) }
    let highest = try stored { () throws(StoreError) in try mirror.highestID(intent.kind) }
    try stored { () throws(StoreError) in
      try storage().journalSent(intent.id, body: body, highestKnown: highest, at: clock.now)
    }
    report(.write(intent.id, .sending))
    let answer = try await request(intent, prepared?.body ?? [])
    report(.write(intent.id, .answered(answer.status)))
    guard let record = answer.id ?? intent.recordID else {
      throw .unreadable("The service answered without the record's number.")
    }
    return try await finish(intent, record, prepared, replayed: answer.replayed, answer: answer.record)
  }

  private func request(_ intent: Intent, _ body: [UInt8]) async throws(ServiceFailure) -> WriteAnswer {
    let answer: WriteAnswer
    do {
      answer = try await call(intent, body)
    } catch {
      journalFailure(intent.id, error)
      throw ServiceFailure(error)
    }
    // An answer that cannot be written down leaves the intent open: sent again, it is answered the same.
    try stored { () throws(StoreError) in
      try storage().journalAnswer(
        intent.id, status: answer.status, body: String(decoding: answer.record, as: UTF8.self), at: clock.now)
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

  private func journalFailure(_ id: IntentID, _ error: APIError) {
    guard let status = error.status else { return }
    // The failure itself is answered to the caller; a journal that refuses it too changes nothing about that.
    try? local?.journalAnswer(id, status: status, body: nil, at: clock.now)
  }

  func stored<Value>(_ work: () throws(StoreError) -> Value) throws(ServiceFailure) -> Value {
    do {
      return try work()
    } catch {
      throw .store(error)
    }
  }
}

extension APIError {
  /// The status that the service answered; nil where no answer came.
  fileprivate var status: Int? {
    switch self {
    case .unauthorized: 401
    case .forbidden: 403
    case .notFound: 404
    case .validation: 422
    case .conflict: 409
    case .tooManyRequests: 429
    case .rejected(let status, _), .server(let status, _): status
    case .transport, .unreadable, .redirected, .readOnly, .missingScope: nil
    }
  }
}
