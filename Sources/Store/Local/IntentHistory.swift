import BillingAPI
import Foundation

/// What the lines of one intent say together: what is in force, how often it went out, and what is known of it.
///
/// The outbox, the activity and the proof of the journal all read an intent through this one place.
package struct IntentHistory: Hashable, Sendable {
  /// With the key and body that are in force.
  package private(set) var intent: Intent
  package private(set) var steps: [JournalEntry] = []
  /// The record as the person saw it when the change was begun.
  package private(set) var base: String?
  /// The record as it was just before it was replaced or deleted.
  package private(set) var before: String?
  /// The first sending under the key in force that may have arrived.
  package private(set) var firstSent: OpenIntent.Sending?
  package private(set) var attempts = 0
  /// The status that answered the last sending; nil where none came.
  package private(set) var lastStatus: Int?
  package private(set) var lastFailure: JournaledFailure?
  /// How often the last failure came in the same words, under the key in force.
  package private(set) var identicalFailures = 0
  package private(set) var knowledge = WriteKnowledge.neverSent
  /// The record that the write made or changed, as the service named it.
  package private(set) var performedOn: Int64?
  package private(set) var settlement: Settlement?
  package private(set) var settledAt: Date?
  /// Something else goes under it than was meant at first.
  package private(set) var isAmended = false
  private var highestKnown: Int64?
  private var current: Doubt?

  /// What a sending without an end leaves open.
  private struct Doubt: Hashable {
    var earlier: WriteKnowledge
    var isFirst: Bool
  }

  /// Nil where the first line does not say what was meant.
  package init?(_ lines: [JournalEntry]) {
    guard let first = lines.first, let intent = Intent(entry: first) else { return nil }
    self.intent = intent
    steps = [first]
    for line in lines.dropFirst() { add(line) }
  }

  /// Takes in the next line; where only the sum of them is wanted, the line itself is not kept.
  mutating func add(_ line: JournalEntry, keepingSteps: Bool = true) {
    if keepingSteps { steps.append(line) }
    switch line.step {
    case .intent: break
    case .base: base = line.body
    case .amended: amend(line)
    case .before: before = line.body
    case .sent: send(line)
    case .answer: answer(line)
    case .noAnswer: fail(line)
    case .notSent: forgetSending(line)
    case .lookUp: lookUp(line)
    // Only what was performed is read back; older journals say so in no other way.
    case .readBack: perform(line)
    case .settled: settle(line)
    }
  }
}

extension IntentHistory {
  private mutating func amend(_ line: JournalEntry) {
    if let key = line.key.flatMap(IdempotencyKey.init(text:)) { intent.key = key }
    intent.body = line.body ?? intent.body
    isAmended = true
    firstSent = nil
    current = nil
    identicalFailures = 0
    if knowledge != .neverSent { knowledge = .notPerformed }
  }

  private mutating func send(_ line: JournalEntry) {
    attempts += 1
    lastStatus = nil
    current = Doubt(earlier: knowledge, isFirst: firstSent == nil)
    if highestKnown == nil { highestKnown = line.recordID }
    if firstSent == nil {
      firstSent = OpenIntent.Sending(at: line.at, body: line.body, highestKnown: highestKnown)
    }
    knowledge = .mayBePerformed
  }

  private mutating func answer(_ line: JournalEntry) {
    lastStatus = line.status
    let status = line.status ?? 0
    if (200..<300).contains(status) || status == 404 && intent.verb == .delete { return perform(line) }
    note(line)
    switch status {
    // These say nothing about an earlier sending, and that this one was not performed.
    case 401, 403, 429: knowledge = current?.earlier == .mayBePerformed ? .mayBePerformed : .notPerformed
    case 408, 409, 425, 499: knowledge = .mayBePerformed
    // The same key and body would have been answered with the record, had one been made.
    case 400..<500: knowledge = .notPerformed
    default: knowledge = .mayBePerformed
    }
  }

  private mutating func perform(_ line: JournalEntry) {
    knowledge = .performed
    lastFailure = nil
    performedOn = line.recordID ?? intent.recordID ?? performedOn
  }

  private mutating func fail(_ line: JournalEntry) {
    note(line)
    knowledge = .mayBePerformed
  }

  private mutating func forgetSending(_ line: JournalEntry) {
    note(line)
    knowledge = current?.earlier ?? .neverSent
    if current?.isFirst == true { firstSent = nil }
  }

  private mutating func note(_ line: JournalEntry) {
    let failure = JournaledFailure(line)
    identicalFailures = failure == lastFailure ? identicalFailures + 1 : 1
    lastFailure = failure
  }

  private mutating func lookUp(_ line: JournalEntry) {
    if line.recordID != nil { return perform(line) }
    if knowledge == .mayBePerformed { knowledge = .notFound }
  }

  private mutating func settle(_ line: JournalEntry) {
    settlement = line.body.flatMap(Settlement.init(rawValue:))
    settledAt = line.at
    performedOn = line.recordID ?? performedOn
  }
}

/// A failure as the journal keeps it, so that a later run can tell it.
package struct JournaledFailure: Hashable, Sendable {
  package var step: JournalEntry.Step
  package var status: Int?
  /// The service's words or the transport's, as JSON.
  package var body: String?

  init(_ line: JournalEntry) {
    step = line.step
    status = line.status
    body = line.body
  }
}
