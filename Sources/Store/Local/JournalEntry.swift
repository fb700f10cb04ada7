import BillingAPI
import Foundation
internal import GRDB

/// One line of the journal.
package struct JournalEntry: Hashable, Sendable {
  package enum Step: String, Hashable, Sendable {
    case intent, sent, answer
    case readBack = "read_back"
    case settled
  }

  package var number: Int64
  package var intent: IntentID
  package var step: Step
  package var at: Date
  package var kind: ResourceKind?
  package var verb: Intent.Verb?
  package var recordID: Int64?
  package var key: String?
  package var status: Int?
  /// JSON that was sent or answered; of a settlement, how it ended.
  package var body: String?
  /// Hexadecimal SHA-256 over the line before and this one.
  package var hash: String
}

/// What the proof of the journal found.
package enum JournalVerdict: Hashable, Sendable {
  case intact(entries: Int)
  /// The line at which the chain no longer holds.
  case broken(at: Int64)
}

/// The fields of a line before it is chained.
struct JournalLine {
  var intent: IntentID
  var step: JournalEntry.Step
  var at: Date
  var kind: String?
  var verb: String?
  var recordID: Int64?
  var key: String?
  var status: Int?
  var body: String?

  init(_ intent: IntentID, _ step: JournalEntry.Step, at: Date) {
    self.intent = intent
    self.step = step
    self.at = at
  }

  /// The line's hash: each field with its length before it, so that no two lines read the same.
  func hash(after previous: String) -> String {
    let fields = [
      previous, intent.text, step.rawValue, String(at.microseconds), kind, verb, recordID.map(String.init), key,
      status.map(String.init), body,
    ]
    let text = fields.map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: ",")
    return Digest.hexadecimal(Digest.sha256(Array(text.utf8)))
  }
}

extension JournalLine {
  /// A line as it was read; nil for a step that nobody writes.
  init?(row: Row) {
    guard let step = JournalEntry.Step(rawValue: row["step"]) else { return nil }
    self.init(IntentID(text: row["intent"]), step, at: Date(microseconds: row["at"]))
    kind = row["kind"]
    verb = row["verb"]
    recordID = row["record_id"]
    key = row["key"]
    status = row["status"]
    body = row["body"]
  }
}

extension JournalEntry {
  init?(row: Row) {
    guard let line = JournalLine(row: row) else { return nil }
    number = row["seq"]
    intent = line.intent
    step = line.step
    at = line.at
    kind = line.kind.flatMap(ResourceKind.init(rawValue:))
    verb = line.verb.flatMap(Intent.Verb.init(rawValue:))
    recordID = line.recordID
    key = line.key
    status = line.status
    body = line.body
    hash = row["hash"]
  }
}
