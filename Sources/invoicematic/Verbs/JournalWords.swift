import Billing
import BillingAPI
import BillingSync
import Dashboard
import Store

/// What the journal says, for people.
enum JournalWords {
  static func summary(_ proof: JournalProof) -> String {
    let open = proof.unknown == 0 ? "\(proof.open) open" : "\(proof.open) open (\(proof.unknown) without an answer yet)"
    let counts = [
      "\(proof.settled[.saved] ?? 0) saved", "\(proof.settled[.refused] ?? 0) refused",
      "\(proof.settled[.abandoned] ?? 0) taken back or given up", open,
    ]
    var lines = [
      "The journal proves it: of \(proof.intents) \(proof.intents == 1 ? "write" : "writes") none was performed twice, and none is missing.",
      "\(counts.joined(separator: ", ")); \(proof.lines) lines, each bound to the one before it.",
    ]
    if proof.givenUp > 0 {
      lines.append("\(proof.givenUp) were given up although they may have been performed: look them up at the service.")
    }
    return lines.joined(separator: "\n")
  }

  static func sentence(_ problem: JournalProblem) -> String {
    let place = [problem.line.map { "line \($0)" }, problem.intent.map { "write \($0)" }].compactMap { $0 }
    return "\(place.isEmpty ? "the whole" : place.joined(separator: ", ")): \(words(problem.kind))."
  }

  private static func words(_ kind: JournalProblem.Kind) -> String {
    switch kind {
    case .brokenChain: "it does not follow from the line before; nothing after it is proven"
    case .cutOff: "lines after it are gone"
    case .missingIntent: "it belongs to a write that is not in the journal"
    case .meantTwice: "the same write begins twice"
    case .sharedKey: "its idempotency key belongs to another write too"
    case .changedBody: "another body went out under a key that had been used"
    case .unprovenKey: "it took a new key while the old one may have been performed"
    case .performedTwice: "it was performed twice"
    case .afterTheEnd: "something happened to it after it had ended"
    case .unprovenSave: "it counts as saved, and nothing in the journal says so"
    case .unprovenRefusal: "it counts as refused, and may have been performed"
    case .sharedRecord: "two writes claim the same new record, so one is missing"
    case .lostTrack: "the list of open writes does not agree with the journal"
    }
  }

  static func row(_ history: IntentHistory) -> [String] {
    let intent = history.intent
    return [
      "\(LocalTime.day(of: intent.createdAt).iso) \(LocalTime.timeOfDay(of: intent.createdAt))",
      "\(intent.verb.rawValue) \(intent.kind.singular)", RecordTitle.of(history), String(history.attempts),
      outcome(history),
    ]
  }

  private static func outcome(_ history: IntentHistory) -> String {
    switch history.settlement {
    case .saved: history.performedOn.map { "saved as #\($0)" } ?? "saved"
    case .refused: "refused"
    case .abandoned: history.knowledge.isEditable ? "taken back" : "given up, may have been performed"
    case nil: open(history.knowledge)
    }
  }

  private static func open(_ knowledge: WriteKnowledge) -> String {
    switch knowledge {
    case .neverSent: "waits, never sent"
    case .notPerformed: "waits, not performed"
    case .mayBePerformed: "waits, may have been performed"
    case .notFound: "waits, not found at the service"
    case .performed: "performed, to be read back"
    }
  }
}
