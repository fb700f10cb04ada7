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
    case .refused(let problem): words(of: problem)
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
    case .calledOff: "Its run stopped before it: nothing was sent."
    case .neverSent: "It was never sent: there is nothing to look for. ^S sends it."
    case .notFoundThere: "The service has no record that is it. Look again before you send it once more."
    case .keyExpired: "It was sent more than 23 hours ago and is not to be found. Look before you send it again."
    }
  }

  /// What is wrong with the fields says more than that something is.
  private static func words(of problem: Problem) -> String {
    let fields = problem.errors.sorted { $0.key < $1.key }.compactMap(\.value.first)
    guard !fields.isEmpty else { return problem.message }
    let rest = fields.count > 3 ? " And \(fields.count - 3) more." : ""
    return fields.prefix(3).map(closed).joined(separator: " ") + rest
  }

  /// Words from elsewhere, as a sentence that another can follow.
  static func closed(_ words: String) -> String {
    words.last.map { ".!?…".contains($0) } == true ? words : words + "."
  }

  package static func sentence(for error: StoreError) -> String {
    switch error {
    case .unreadable(let words): "The answer could not be taken in: \(words)"
    case .damaged(let path): "The file \(path) is damaged. Nothing is written; keep it and start with another profile."
    case .mirrorDamaged:
      "The mirror is damaged, nothing of yours is in it: quit and start again, and everything is fetched anew."
    case .newer(let path): "The file \(path) is from a newer version. Nothing is written; update invoicematic."
    case .full: "The disk is full: nothing was sent, and what you typed is still here."
    case .busy: "Another program holds the books: nothing was sent. Try again."
    case .failed(let words): "The state store failed: \(words)"
    }
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
      let sentence = sentence(for: failure)
      var fields: [String: String] = [:]
      if case .aboveBalance = failure { fields["amount"] = sentence }
      return RefusalReport(sentence: "\(sentence) What you typed is kept.", fields: fields)
    }
    let fields = problem.errors.compactMapValues(\.first)
    let first = fields.count == 1 ? fields.values.first : nil
    return RefusalReport(sentence: "\(first ?? problem.message) What you typed is kept.", fields: fields)
  }
}
