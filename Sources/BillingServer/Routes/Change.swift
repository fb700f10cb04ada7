internal import BillingAPI
internal import GRDB
internal import HTTPTypes

/// A create, update or deletion, performed once per Idempotency-Key.
struct Change: Sendable {
  private let call: Call
  private let hazards: ActiveHazards
  /// Nil for a deletion.
  private let body: JSONObject?
  private let idempotent: IdempotentAnswers?

  init(call: Call, admission: Admission, bytes: [UInt8]) throws(Refusal) {
    self.call = call
    hazards = admission.hazards
    let head = call.request.head
    guard head.method != .delete else {
      body = nil
      idempotent = nil
      return
    }
    body = try JSONBody.read(bytes, headers: head.headerFields)
    idempotent = try IdempotentAnswers(
      head.headerFields, caller: admission.key.id, method: head.method.rawValue, path: String(call.request.path),
      body: bytes, moment: call.moment)
  }

  /// Answers what was answered before, or does the work and keeps its answer, all in the transaction around it.
  func perform(_ database: Database) throws -> ServiceAnswer {
    if let stored = try idempotent?.stored(database) { return stored }
    let answer = try undoingRefusals(database)
    // What a client is told is a failure of ours, it may try again.
    if !hazards.contains(.errorAfterWrite) { try idempotent?.store(answer, database) }
    return answer
  }

  /// A refusal is an answer too; what was written until then is taken back.
  private func undoingRefusals(_ database: Database) throws -> ServiceAnswer {
    var answer = ServiceAnswer.noContent
    do {
      try database.inSavepoint {
        answer = try work(database)
        return .commit
      }
    } catch let refusal as Refusal {
      answer = refusal.answer
    }
    return answer
  }

  private func work(_ database: Database) throws -> ServiceAnswer {
    switch (call.endpoint, body) {
    case (.list(let kind), let body?): try writer(kind, database).create(body)
    case (.record(let kind, let id), let body?): try writer(kind, database).update(id, body)
    case (.record(let kind, let id), nil): try writer(kind, database).delete(id)
    default: throw Refusal.notFound
    }
  }

  private func writer(_ kind: ResourceKind, _ database: Database) -> ResourceWriter {
    ResourceWriter(definition: .of(kind), moment: call.moment, hazards: hazards, database: database)
  }
}
