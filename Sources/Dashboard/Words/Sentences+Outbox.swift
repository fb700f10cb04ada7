import BillingSync
import Store

/// Writes: what is known of each, and what becomes of it.
extension Sentences {
  /// A write whose outcome nobody knows yet.
  static func waiting(_ failure: ServiceFailure) -> String {
    if case .unauthorized = failure {
      return "\(sentence(for: failure)) The write is kept in the outbox: with a key that is accepted it goes on."
    }
    return "\(sentence(for: failure)) The write is in the journal and goes again by itself with the same key."
  }

  /// A deletion that the service confirmed and did not do.
  static func stillThere(_ record: SavedRecord, _ title: String) -> String {
    "The service answered the \(title) with yes, and has it all the same. It is shown as it is there; X tries again."
  }

  /// Why a write is in the outbox, and what becomes of it.
  static func outbox(_ entry: OutboxEntry) -> String {
    if entry.owner == .anotherProcess { return "Another program on these books wrote it and sends it." }
    if entry.conflict != nil {
      return "Others changed the same fields meanwhile: ⏎ shows both sides, nothing is overwritten."
    }
    if entry.heldUntil != nil { return "It is sent when its time is over; until then u takes it back." }
    if entry.isUnderWay { return "It is on its way; the answer is awaited." }
    return [entry.lastFailure.map(sentence(for:)), known(entry.knowledge)].compactMap { $0 }.joined(separator: " ")
  }

  /// What is known of a write that is not settled, and what to do.
  private static func known(_ knowledge: WriteKnowledge) -> String {
    switch knowledge {
    case .neverSent: "Nothing of it was sent: ^S sends it, X gives it up."
    case .notPerformed: "It was not performed: ^S sends it again, e opens its form."
    case .mayBePerformed: "It may have been performed: it goes again only with the same key, and r looks it up."
    case .notFound: "No record of the service is it: ^S sends it again under a new key."
    case .performed: "It was performed; only reading it back is left."
    }
  }

  /// How a write ended, or stands.
  static func ending(of entry: ActivityEntry) -> String {
    switch entry.outcome {
    case .saved where entry.verb == .delete:
      // A deletion is read back only where the record is still there.
      return entry.steps.contains { $0.step == .readBack }
        ? "The service answered with yes and has it all the same." : "The service does not have it any more."
    case .saved(let id?): return "The service has it as #\(id)."
    case .saved(nil): return "The service has it."
    case .refused: return entry.failure.map(sentence(for:)) ?? "It was refused: nothing was written."
    case .abandoned(let knowledge):
      return knowledge.isEditable
        ? "It ended before it was performed." : "It was given up while it may have been performed."
    case .open(let knowledge): return known(knowledge)
    }
  }

  /// A line of the journal.
  static func step(_ step: ActivityEntry.Step) -> String {
    switch step.step {
    case .intent: "meant, and on disk with its key"
    case .base: "the record as it was when the change was begun"
    case .amended: "changed: from here on another body under a new key"
    case .before: "the record as it was just before"
    case .sent: "sent"
    case .answer: "answered \(step.status.map(String.init) ?? "")"
    case .noAnswer: "no answer that proves anything: it may have been performed"
    case .notSent: "nothing reached the service"
    case .lookUp: "looked up among the service's records"
    case .readBack: "read back"
    case .settled: "settled"
    }
  }

  /// What the service changed beyond what was asked; nil where it did not.
  static func changedBeyond(_ record: SavedRecord) -> String? {
    guard !record.changedBeyond.isEmpty else { return nil }
    let words = FieldWords(kind: record.kind)
    let changes = record.changedBeyond.prefix(3).map { change in
      let asked = words.value(change.sent, of: change.field)
      return "\(words.label(change.field)): \(asked) → \(words.value(change.answered, of: change.field))"
    }
    let rest = record.changedBeyond.count - changes.count
    let more = rest > 0 ? " and \(rest) more" : ""
    return
      "Saved, but the service changed more than was asked (\(changes.joined(separator: ", "))\(more)). Look, and correct it with e."
  }
}
