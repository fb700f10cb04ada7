import BillingAPI
import FoundationEssentials
import Store

/// Numbers that another record has already.
extension Outbox {
  /// Of a refusal because of the number: the holder may be what an earlier sending of ours made; else a number that the
  /// program proposed gives way to the next. Nil where it is another refusal, or a person's own number.
  func numberTaken(_ open: OpenIntent, _ failure: ServiceFailure) async throws(ServiceFailure) -> WriteResult? {
    guard case .refused(let problem) = failure, open.intent.verb == .create,
      let field = open.intent.kind.numberField, problem.saysTaken(field)
    else { return nil }
    if let record = try await ourEarlierRecord(open, field) {
      try stored { () throws(StoreError) in
        try storage().journalLookUp(open.intent.id, found: record, at: clock.now)
      }
      return try await finish(open, record, replayed: true)
    }
    guard proposedNumbers.contains(open.intent.id), open.attempts < Self.mostNumbers,
      try takeNextNumber(open, field)
    else { return nil }
    return await perform(open.intent.id, by: .program)
  }

  private func ourEarlierRecord(_ open: OpenIntent, _ field: String) async throws(ServiceFailure) -> Int64? {
    let sent = try json(open.firstSent?.body ?? open.intent.body)
    guard let sending = try earlierSending(open, sent, field) else { return nil }
    let found = try await candidates(open.intent.kind, sent, above: sending.highestKnown)
    if found.exact.count == 1 { return found.exact.first }
    // A sending that ended in an error may have left half a record under the number.
    let doubtful = open.firstSent == nil ? found.exact : found.exact + found.doubtful
    guard doubtful.isEmpty else { throw .ambiguous(doubtful) }
    return nil
  }

  /// This intent's own, or that of one with the same number that was given up while nobody knew its outcome.
  private func earlierSending(
    _ open: OpenIntent, _ sent: JSONValue, _ field: String
  ) throws(ServiceFailure) -> OpenIntent.Sending? {
    if let first = open.firstSent { return first }
    let recent = try stored { () throws(StoreError) in
      try storage().histories(before: open.intent.id, limit: Self.recentIntents)
    }
    for history in recent where history.settlement == .abandoned && !history.knowledge.isEditable {
      guard history.intent.kind == open.intent.kind, history.intent.verb == .create else { continue }
      if try json(history.intent.body)[field] == sent[field] { return history.firstSent }
    }
    return nil
  }

  private static let recentIntents = 200
  /// So many numbers in a row are taken only where counting on leads nowhere.
  private static let mostNumbers = 20

  private func takeNextNumber(_ open: OpenIntent, _ field: String) throws(ServiceFailure) -> Bool {
    var body = try json(open.intent.body)
    guard let taken = body[field]?.text else { return false }
    let next = try stored { () throws(StoreError) in
      try storage().reserveNumber(open.intent.kind, for: open.intent.id) { held in
        numbering.number(after: taken, of: open.intent.kind, besides: held) ?? taken
      }
    }
    guard next != taken else { return false }
    body[field] = .string(next)
    let text = String(decoding: body.encoded(), as: UTF8.self)
    try stored { () throws(StoreError) in
      try storage().amend(open.intent.id, body: text, key: IdempotencyKey(), at: clock.now)
    }
    return true
  }
}

extension Problem {
  /// Whether it says that the number in this field belongs to another record; services word it differently.
  fileprivate func saysTaken(_ field: String) -> Bool {
    let sentences = errors[field] ?? (errors.isEmpty ? [message] : [])
    return sentences.contains { sentence in
      let words = sentence.lowercased()
      return ["taken", "already", "unique", "duplicate"].contains { words.contains($0) }
    }
  }
}
