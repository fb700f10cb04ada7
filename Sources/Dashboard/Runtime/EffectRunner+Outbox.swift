import BillingAPI
import BillingSync
import FoundationEssentials
import Store

extension EffectRunner {
  /// Lists the writes that are not settled, each with what keeps it.
  func readOutbox(_ books: OpenBooks) async throws {
    post(.outbox(try await books.synchronizer.outbox.entries().map { OutboxRow($0) }))
  }

  /// Does what a person wants done with a write; what comes of it is reported like any other progress.
  func handle(_ order: WriteOrder, _ books: OpenBooks) async throws {
    let outbox = books.synchronizer.outbox
    switch order {
    case .send(let id): tell(await outbox.send(IntentID(text: id)))
    case .lookUp(let id): tell(await outbox.lookUpNow(IntentID(text: id)))
    case .identify(let id, let record): tell(await outbox.identify(IntentID(text: id), as: record))
    case .resolve(let id, let picks): tell(await outbox.resolve(IntentID(text: id), picks.mapValues(\.choice)))
    case .takeBack(let ids): await takeBack(intents(ofDrafts: ids), outbox)
    case .giveUp(let id):
      let isDone = await outbox.discard(IntentID(text: id), evenIfSent: true)
      post(.told(isDone ? "Given up. The journal keeps what was meant." : "It is on its way: it was not given up."))
    }
    try await readOutbox(books)
  }

  private func takeBack(_ ids: [IntentID], _ outbox: Outbox) async {
    var kept = 0
    for id in ids where await !outbox.takeBack(id) { kept += 1 }
    if kept > 0 {
      post(.failed("Too late to take back: \(kept == 1 ? "it was" : "\(kept) were") sent. Correct a payment with e."))
    }
  }

  /// What is settled is told with its report; here only what stays as it is.
  private func tell(_ result: WriteResult) {
    switch result {
    case .waiting(let failure, _): post(.told(Sentences.sentence(for: failure)))
    case .refused(let failure) where [.alreadySettled, .heldElsewhere, .readOnly].contains(failure):
      post(.told(Sentences.sentence(for: failure)))
    case .refused, .saved, .conflict, .takenBack: break
    }
  }

  /// What is left to pick of a write that others' changes hold up.
  func readConflict(_ id: String, _ books: OpenBooks) async throws {
    let entry = try await books.synchronizer.outbox.entries().first { $0.id.text == id }
    post(.conflict(entry?.conflict.map { ConflictFacts($0, title: entry?.fullTitle ?? "") }))
  }
}

extension OutboxEntry {
  /// `payment PAY-000214`, `change of invoice INV-000012`.
  var fullTitle: String { open.intent.verb.title(of: open.intent.kind, title) }
}

extension Intent.Verb {
  func title(of kind: ResourceKind, _ name: String) -> String {
    let record = name == kind.singular ? name : "\(kind.singular) \(name)"
    return switch self {
    case .create: record
    case .update: "change of \(record)"
    case .delete: "deletion of \(record)"
    }
  }
}

extension OutboxRow {
  /// For how long a service is trusted to know a key, in seconds: an hour less than the API documentation promises.
  private static let keyLife: TimeInterval = 23 * 3600

  fileprivate init(_ entry: OutboxEntry) {
    let intent = entry.open.intent
    self.init(
      id: intent.id.text, kind: intent.kind, title: entry.fullTitle, standing: Standing(entry),
      keyMade: LocalTime.moment(of: intent.createdAt),
      keyTrusted: LocalTime.moment(of: intent.createdAt.addingTimeInterval(Self.keyLife)),
      attempts: entry.attempts, mayBePerformed: !entry.knowledge.isEditable, sentence: Sentences.outbox(entry),
      fields: FieldText.fields(ofJSON: intent.body, intent.kind))
  }
}

extension OutboxRow.Standing {
  fileprivate init(_ entry: OutboxEntry) {
    let mayBePerformed = !entry.knowledge.isEditable
    if entry.owner == .anotherProcess {
      self = .elsewhere
    } else if entry.conflict != nil {
      self = .conflict
    } else if !entry.candidates.isEmpty {
      self = .undecided(entry.candidates)
    } else if let until = entry.heldUntil {
      self = .held(until: LocalTime.timeOfDay(of: until))
    } else if entry.isUnderWay {
      self = .sending
    } else if let moment = entry.nextAttempt {
      self = .waiting(until: LocalTime.timeOfDay(of: moment), mayBePerformed: mayBePerformed)
    } else {
      self = entry.knowledge == .neverSent ? .queued : .waiting(until: nil, mayBePerformed: mayBePerformed)
    }
  }
}

extension ConflictPick {
  fileprivate var choice: Conflict.Choice {
    switch self {
    case .mine: .mine
    case .theirs: .theirs
    }
  }
}

extension ConflictFacts {
  fileprivate init(_ conflict: Conflict, title: String) {
    let words = FieldWords(kind: conflict.kind)
    self.init(
      id: conflict.intent.text, title: title, fields: conflict.fields.map { ConflictField($0, words) },
      elsewhere: conflict.changedElsewhere.map {
        FieldText(name: words.label($0.name), value: words.value($0.theirs, of: $0.name))
      },
      mayBePerformed: conflict.mayBePerformed)
  }
}

extension ConflictField {
  /// Of a line only what differs is told, where all three have it.
  fileprivate init(_ field: Conflict.Field, _ words: FieldWords) {
    let sides = [field.before, field.mine, field.theirs]
    let members = field.name.hasPrefix("items.") ? FieldWords.differing(sides) : []
    let texts = sides.map { side in
      members.isEmpty
        ? words.value(side, of: field.name)
        : members.map { words.value(side?[$0], of: $0) }.joined(separator: " · ")
    }
    self.init(
      name: field.name, label: ([words.label(field.name)] + members).joined(separator: ", "), before: texts[0],
      mine: texts[1], theirs: texts[2])
  }
}

extension FieldText {
  /// The members of a JSON object as they read; none where there is no object.
  static func fields(ofJSON text: String?, _ kind: ResourceKind) -> [FieldText] {
    let words = FieldWords(kind: kind)
    // A body that cannot be read has no fields to show; the steps show it as it is.
    let object = text.flatMap { try? JSONValue(parsing: $0) }?.object
    return (object?.members ?? []).map {
      FieldText(name: words.label($0.name), value: words.value($0.value, of: $0.name))
    }
  }
}

extension JSONValue {
  /// In a line: text bare, a list by its length, a line of a document by what it says, everything else as JSON.
  var words: String {
    switch self {
    case .null: "–"
    case .string(let text): text
    case .array(let elements): elements.count == 1 ? "1 line" : "\(elements.count) lines"
    case .object(let object):
      object["name"]?.string.map { name in
        "\(name) \(object["quantity"]?.words ?? "") × \(object["price"]?.words ?? "")"
      } ?? String(decoding: encoded(), as: UTF8.self)
    default: String(decoding: encoded(), as: UTF8.self)
    }
  }
}
