import BillingAPI
import BillingSync
import FoundationEssentials
import Store

extension EffectRunner {
  /// Lists the writes that are not settled, each with what keeps it.
  func readOutbox(_ books: OpenBooks) async throws {
    post(.outbox(try await books.synchronizer.outbox.entries().map(OutboxRow.init)))
  }
}

extension OutboxRow {
  /// For how long a service is trusted to know a key, in seconds: an hour less than the API documentation promises.
  private static let keyLife: TimeInterval = 23 * 3600

  fileprivate init(_ entry: OutboxEntry) {
    let intent = entry.open.intent
    self.init(
      id: intent.id.text, kind: intent.kind, title: intent.title, standing: Standing(entry),
      keyMade: LocalTime.moment(of: intent.createdAt),
      keyTrusted: LocalTime.moment(of: intent.createdAt.addingTimeInterval(Self.keyLife)),
      attempts: entry.open.attempts, sentence: Sentences.outbox(entry), fields: intent.fields)
  }
}

extension OutboxRow.Standing {
  fileprivate init(_ entry: OutboxEntry) {
    let wasSent = entry.open.firstSent != nil
    switch (entry.lastFailure, entry.nextAttempt) {
    case (.ambiguous, _), (.keyExpired, _): self = .undecided
    case (_, let moment?): self = .waiting(until: LocalTime.timeOfDay(of: moment), mayBePerformed: wasSent)
    case (.some, nil): self = .waiting(until: nil, mayBePerformed: wasSent)
    case (nil, nil): self = wasSent ? .sending : .queued
    }
  }
}

extension Intent {
  /// What outbox and activity call it: `invoice INV-000412`, `change of customer #12`.
  var title: String {
    let name = json.flatMap { kind.numberOrName(in: $0) } ?? recordID.map { "#\($0)" } ?? ""
    return switch verb {
    case .create: "\(kind.singular) \(name)"
    case .update: "change of \(kind.singular) \(name)"
    case .delete: "deletion of \(kind.singular) \(name)"
    }
  }

  /// The body's plain fields as they read, the lines counted.
  var fields: [FieldText] {
    (json?.object?.members ?? []).map { member in
      FieldText(name: member.name, value: member.value.words)
    }
  }

  private var json: JSONValue? { body.flatMap { try? JSONValue(parsing: $0) } }
}

extension ResourceKind {
  /// What a record of this kind is known by, in its body.
  func numberOrName(in body: JSONValue) -> String? {
    let field =
      switch self {
      case .invoices: "invoice_number"
      case .estimates: "estimate_number"
      case .payments: "payment_number"
      case .expenses: "expense_number"
      case .customers, .items: "name"
      }
    return body[field]?.string
  }
}

extension JSONValue {
  /// In a line: text bare, a list by its length, everything else as JSON.
  var words: String {
    switch self {
    case .string(let text): text
    case .array(let elements): elements.count == 1 ? "1 line" : "\(elements.count) lines"
    default: String(decoding: encoded(), as: UTF8.self)
    }
  }
}
