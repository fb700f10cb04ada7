import Billing
import BillingAPI
import BillingSync
import FoundationEssentials
import Store
import Synchronization

extension EffectRunner {
  /// Hands a form's body to the outbox; every step is reported as it is taken.
  func write(_ request: WriteRequest, _ books: OpenBooks) async {
    let write = Write(
      id: await intent(for: request, books), kind: request.kind, action: Write.Action(request.action),
      isNumberProposed: request.isNumberProposed)
    memory.withLock { $0.writes[write.id] = request }
    let outcome = await books.synchronizer.outbox.save(write)
    // A write that the journal could not take is reported by nobody else.
    if case .refused = outcome, memory.withLock({ $0.writes[write.id] != nil }) {
      report(write.id, .settled(outcome))
    }
  }

  /// The draft's own id, so that whoever settles the write, be it a later run, knows which draft is done with.
  ///
  /// What was sent and is not settled goes again as it was; what never left gives way to what is typed now.
  func intent(for request: WriteRequest, _ books: OpenBooks) async -> IntentID {
    let id = IntentID(text: request.draftID)
    // A journal that cannot be read refuses the write by itself.
    guard let entries = try? books.local?.journalEntries(of: id), !entries.isEmpty else { return id }
    if let open = try? books.local?.openIntent(id), !open.knowledge.isEditable { return id }
    _ = await books.synchronizer.outbox.discard(id)
    return IntentID()
  }

  func retryWrites(_ books: OpenBooks) async throws {
    for entry in try await books.synchronizer.outbox.entries() {
      _ = await books.synchronizer.outbox.retry(entry.open.intent.id)
    }
  }

  /// What became of a write, as the form and the strip tell it.
  func report(_ intent: IntentID, _ progress: WriteProgress) {
    let request = memory.withLock { $0.writes[intent] }
    let draft = request?.draftID ?? intent.text
    let title = request?.title ?? "a write from before"
    guard let step = step(intent, progress) else { return }
    if case .settled(let outcome) = progress, outcome.isSettled { memory.withLock { $0.writes[intent] = nil } }
    queue.post(.news(.written(WriteReport(draftID: draft, title: title, step: step))))
    // It comes behind the report, for it is what must not be overlooked.
    if case .settled(.saved(let record)) = progress, let sentence = Sentences.changedBeyond(record) {
      post(.failed(sentence))
    }
  }

  private func step(_ intent: IntentID, _ progress: WriteProgress) -> WriteReport.Step? {
    switch progress {
    case .journaled: return .journaled(intent: intent.text)
    case .held:
      endHold(intent)
      return .held(seconds: PaymentBatch.hold)
    case .sending, .answered, .readBack: return nil
    case .conflict, .settled(.conflict): return .conflict(intent: intent.text)
    case .settled(.takenBack): return .takenBack
    case .waiting(.unauthorized(let words), _), .settled(.waiting(.unauthorized(let words), _)):
      return .keyRefused(intent: intent.text, sentence: Sentences.waiting(.unauthorized(words)))
    case .waiting(let failure, _), .settled(.waiting(let failure, _)):
      return .unsettled(intent: intent.text, sentence: Sentences.waiting(failure))
    case .settled(.saved(let record)) where record.isStillThere:
      let title = memory.withLock { $0.writes[intent]?.title } ?? "deletion"
      return .stillThere(record.kind, sentence: Sentences.stillThere(record, title))
    case .settled(.saved(let record)) where record.isDeleted: return .deleted(intent: intent.text, record.kind)
    case .settled(.saved(let record)): return .done(reference(record), notKept: notKept(record, intent))
    case .settled(.refused(let failure)): return .refused(Sentences.refusal(failure))
    }
  }

  /// The fields that the service answers otherwise. A status that moved on by itself was taken: what is sent may be late.
  private func notKept(_ record: SavedRecord, _ intent: IntentID) -> [String] {
    let request = memory.withLock { $0.writes[intent] }
    guard case .update(_, _, let base) = request?.action, let before = base["status"]?.string else {
      return record.notKept.map(\.field)
    }
    return record.notKept.filter { $0.field != "status" || $0.answered?.string == before }.map(\.field)
  }

  /// How the record that was written is called, from the mirror that read it back.
  private func reference(_ record: SavedRecord) -> RecordReference {
    let books = memory.withLock { $0.books }
    // Without a row there is still the service's number of the record.
    let row = try? books?.mirror.rows(record.kind, ids: [record.id]).first
    var currencyID: Int64?
    if case .customer(let customer) = row { currencyID = customer.currencyID?.value }
    var reference = RecordReference(
      kind: record.kind, id: record.id, title: row.map { AnyResource.of(record.kind).title($0) } ?? "#\(record.id)",
      currencyID: currencyID)
    if case .item(let item) = row { reference.fill = Suggestion.Fill(item) }
    return reference
  }

  // MARK: Drafts

  func saveDraft(
    _ id: String, _ title: String, _ snapshot: FormSnapshot, _ revision: Int, _ books: OpenBooks
  ) throws {
    guard let local = books.local, let draft = try Self.draft(id, title, snapshot) else { return }
    try local.save(draft)
    post(.draftSaved(id: id, revision: revision))
  }

  /// Writes forms to disk before it returns: the program is about to end.
  func keepNow(_ forms: [Form]) {
    guard let local = memory.withLock({ $0.books })?.local else { return }
    for form in forms {
      // There is nobody left to tell.
      if let draft = try? Self.draft(form.draftID, form.title, form.snapshot) { try? local.save(draft) }
    }
  }

  private static func draft(_ id: String, _ title: String, _ snapshot: FormSnapshot) throws -> Draft? {
    guard let kind = ResourceKind(rawValue: snapshot.kind) else { return nil }
    let text = String(decoding: try JSONEncoder().encode(snapshot), as: UTF8.self)
    return Draft(id: IntentID(text: id), kind: kind, title: title, form: text, updated: Date())
  }

  /// Says at the start what an earlier run left behind; drafts that cannot be read are told where they are asked for.
  func tellDraftsLeft(_ books: OpenBooks) {
    guard let count = try? books.local?.drafts().count, count > 0 else { return }
    post(.draftsLeft(count))
  }

  /// Brings one draft; a write whose form is not kept has none.
  func openDraft(_ id: String, _ books: OpenBooks) throws {
    post(.draft(try books.local?.draft(IntentID(text: id)).flatMap(DraftSummary.init)))
  }

  func loadDrafts(_ books: OpenBooks) throws {
    let drafts = try books.local?.drafts() ?? []
    post(.drafts(drafts.compactMap(DraftSummary.init)))
  }
}

extension DraftSummary {
  /// Nil for a draft of a later version: it stays on disk and is not shown.
  fileprivate init?(_ draft: Draft) {
    guard let form = try? JSONDecoder().decode(FormSnapshot.self, from: Data(draft.form.utf8)) else { return nil }
    self.init(
      id: draft.id.text, title: draft.title,
      savedAt: "\(LocalTime.day(of: draft.updated).iso) \(LocalTime.timeOfDay(of: draft.updated))", form: form)
  }
}

extension Write.Action {
  init(_ action: WriteRequest.Action) {
    switch action {
    case .create(let body): self = .create(body)
    case .update(let id, let edits, let base): self = .update(id: id, edits: edits, base: base)
    case .delete(let id): self = .delete(id: id)
    }
  }
}
