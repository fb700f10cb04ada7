import Billing
import BillingAPI
import BillingSync
import Store

/// Turns errors into sentences: what happened, what was kept, and what to do. The service's own words come first.
package enum Sentences {
  /// Why something that was asked of the service did not work.
  package static func sentence(for failure: ServiceFailure) -> String {
    switch failure {
    case .transport(let error): transport(error)
    case .unauthorized(let words): "The key is not accepted (“\(words)”): it may have expired or be revoked."
    case .forbidden(let words, let scope): "Not allowed: \(scope.map { "the key lacks \($0)." } ?? closed(words))"
    case .notFound: "The service does not have it any more."
    case .refused(let problem): problem.message
    case .conflict(let words): "The service saw another request with this key: \(closed(words))"
    case .tooManyRequests(_, let seconds):
      "Too many requests: \(seconds.map { "it asks to wait \($0) s." } ?? "it asks to wait.")"
    case .rejected(let status, let words): "The service refused it (\(status)): \(closed(words))"
    case .server(let status, let words): "The service failed (\(status)): \(closed(words))"
    case .unreadable(let summary): "The answer could not be read (“\(summary)”)."
    case .redirected(let target): "The service sends elsewhere (\(target)): check the base URL."
    case .readOnly: "Read-only: nothing is sent."
    case .missingScope(let scope): "The key lacks \(scope): nothing was sent."
    case .store(let error): sentence(for: error)
    case .aboveBalance(let cents):
      "The balance is now \(Money(cents: cents).formatted(style: .plain)): nothing was sent. Lower the amount."
    case .alreadySettled: "This write is settled already."
    case .ambiguous(let ids):
      "It may have been performed: \(ids.map { "#\($0)" }.joined(separator: ", ")) could each be it. Look before you send again."
    case .heldElsewhere: "Another program on these books has it in hand: nothing was sent from here."
    case .neverSent: "It was never sent: there is nothing to look for. ^S sends it."
    case .notFoundThere: "The service has no record that is it. Look again before you send it once more."
    case .keyExpired: "It was sent more than 23 hours ago and is not to be found. Look before you send it again."
    }
  }

  package static func sentence(for error: StoreError) -> String {
    switch error {
    case .unreadable(let words): "The answer could not be taken in: \(words)"
    case .damaged(let path): "The file \(path) is damaged. Nothing is written; keep it and start with another profile."
    case .newer(let path): "The file \(path) is from a newer version. Nothing is written; update invoicematic."
    case .full: "The disk is full: nothing was sent, and what you typed is still here."
    case .busy: "Another program holds the books: nothing was sent. Try again."
    case .failed(let words): "The state store failed: \(words)"
    }
  }

  /// Why the service counts as away; the state line shows it.
  static func connection(_ failure: ServiceFailure) -> String {
    "\(reason(failure)) Showing what is known."
  }

  /// What answers at the address may not be the API at all: then the address is what to look at.
  private static func reason(_ failure: ServiceFailure) -> String {
    switch failure {
    case .notFound, .rejected(status: 404, _): "The API is not at this address: check the base URL."
    case .unreadable(let summary) where summary.isEmpty: "The answer is empty: check the base URL."
    case .unreadable(let summary) where "{[".contains(summary.prefix(1)): "The answer is broken JSON."
    case .unreadable(let summary): "Not the API answers (“\(summary)”): check the base URL."
    default: sentence(for: failure)
    }
  }

  /// Words from elsewhere, as a sentence that another can follow.
  private static func closed(_ words: String) -> String {
    words.last.map { ".!?…".contains($0) } == true ? words : words + "."
  }

  /// A write whose outcome nobody knows yet.
  static func waiting(_ failure: ServiceFailure) -> String {
    "\(sentence(for: failure)) The write is in the journal and goes again by itself with the same key."
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
    case .saved(let id?): return "The service has it as #\(id)."
    case .saved(nil): return entry.verb == .delete ? "The service does not have it any more." : "The service has it."
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
    let changes = record.changedBeyond.prefix(3).map { change in
      "\(change.field): \(change.sent.words) → \(change.answered?.words ?? "–")"
    }
    let rest = record.changedBeyond.count - changes.count
    let more = rest > 0 ? " and \(rest) more" : ""
    return
      "Saved, but the service changed more than was asked (\(changes.joined(separator: ", "))\(more)). Look, and correct it with e."
  }

  /// What an earlier run left behind, at the start of the next.
  static func draftsLeft(_ count: Int) -> String {
    count == 1 ? "1 draft is kept: :drafts brings it back." : "\(count) drafts are kept: :drafts brings them back."
  }

  static func unexpected(_ error: any Error) -> String {
    "Something unexpected happened: \(error). Nothing was changed."
  }

  /// A write that was refused for good: the service's sentences by field, and one about the whole.
  static func refusal(_ failure: ServiceFailure) -> RefusalReport {
    guard case .refused(let problem) = failure else {
      return RefusalReport(sentence: "\(sentence(for: failure)) What you typed is kept.", fields: [:])
    }
    let fields = problem.errors.compactMapValues(\.first)
    let first = fields.count == 1 ? fields.values.first : nil
    return RefusalReport(sentence: "\(first ?? problem.message) What you typed is kept.", fields: fields)
  }

  private static func transport(_ error: TransportError) -> String {
    switch error {
    case .badURL(let words): "The address cannot be used: \(closed(words))"
    case .forbiddenPlainHTTP(let host):
      "Plain http to \(host) would show your key to everybody: use https, or allow_http."
    case .unreachable(let words): "No way to the service: \(closed(words))"
    case .refused: "Nobody answers at the service's address."
    case .timedOut(.connecting): "The service cannot be reached in time."
    case .timedOut(.answering): "No answer in time."
    case .tls(let words): "No secure connection: \(closed(words))"
    case .tooLarge(let limit): "The answer is larger than \(limit / 1_048_576) MiB."
    case .cancelled: "It was cancelled."
    case .connectionLost: "The connection was lost."
    }
  }
}
