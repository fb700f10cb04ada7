import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// What was written from this machine, the newest first: those that were meant before the one named. A page costs the
  /// same however long the journal is.
  package func activity(before id: IntentID? = nil, limit: Int) throws(StoreError) -> [ActivityEntry] {
    try local?.histories(before: id, limit: limit).map(entry(of:)) ?? []
  }

  /// One intent, settled or not; nil where the journal does not have it.
  package func activity(of id: IntentID) throws(StoreError) -> ActivityEntry? {
    try local?.history(of: id).map(entry(of:))
  }

  /// The request of an intent as a command for a shell.
  package nonisolated func curl(_ request: ActivityRequest) -> String { request.curl(to: client.address) }

  /// What a POST needs to make a deleted record again, from the text that the journal kept of it. Nil for an intent
  /// that is no deletion, and where the record was gone already.
  package func recreation(of id: IntentID) throws(StoreError) -> JSONValue? {
    guard let history = try local?.history(of: id), history.intent.verb == .delete,
      let record = Self.object(history.before)
    else { return nil }
    return .object(Recreation.body(of: record))
  }

  private func entry(of history: IntentHistory) -> ActivityEntry {
    let intent = history.intent
    let before = history.before ?? history.base ?? history.steps.last { $0.step == .readBack }?.body
    return ActivityEntry(
      id: intent.id, kind: intent.kind, verb: intent.verb,
      title: title(of: intent, before: before),
      record: history.performedOn ?? intent.recordID, meantAt: intent.createdAt,
      steps: history.steps.map { ActivityEntry.Step(step: $0.step, at: $0.at, status: $0.status) },
      outcome: Self.outcome(of: history), failure: history.lastFailure.flatMap(ServiceFailure.init(journaled:)),
      attempts: history.attempts, request: Self.request(of: history))
  }

  private static func outcome(of history: IntentHistory) -> ActivityEntry.Outcome {
    switch history.settlement {
    case .saved: .saved(history.performedOn)
    case .refused: .refused
    case .abandoned: .abandoned(history.knowledge)
    case nil: .open(history.knowledge)
    }
  }

  private static func request(of history: IntentHistory) -> ActivityRequest {
    let intent = history.intent
    let path = intent.recordID.map(intent.kind.recordPath) ?? intent.kind.path
    let body = history.firstSent?.body ?? intent.body
    let method =
      switch intent.verb {
      case .create: "POST"
      case .update: "PUT"
      case .delete: "DELETE"
      }
    return ActivityRequest(
      method: method, path: path, body: intent.verb == .delete ? nil : body, idempotencyKey: intent.key.text)
  }

  /// The number or name that the body, the record before it, or the mirror has.
  nonisolated func title(of intent: Intent, before: String?) -> String {
    if let title = RecordTitle.found(intent.kind, in: intent.body, before) { return title }
    guard let id = intent.recordID else { return intent.kind.singular }
    // A mirror that cannot be read leaves the service's number.
    return RecordTitle.found(intent.kind, in: (try? mirror.record(intent.kind, id: id))?.json) ?? "#\(id)"
  }

  private static func object(_ text: String?) -> JSONObject? {
    // Text that is no JSON has no name either.
    text.flatMap { try? JSONValue(parsing: $0) }?.object
  }
}
