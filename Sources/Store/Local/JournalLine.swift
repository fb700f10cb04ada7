import BillingAPI
import Foundation
internal import GRDB

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
  ///
  /// A damaged file may hold any type in any column, so every value is asked for what it is.
  init?(row: Row) {
    guard let intent = String.fromDatabaseValue(row["intent"]), let at = Int64.fromDatabaseValue(row["at"]),
      let step = String.fromDatabaseValue(row["step"]).flatMap(JournalEntry.Step.init(rawValue:))
    else { return nil }
    self.init(IntentID(text: intent), step, at: Date(microseconds: at))
    kind = String.fromDatabaseValue(row["kind"])
    verb = String.fromDatabaseValue(row["verb"])
    recordID = Int64.fromDatabaseValue(row["record_id"])
    key = String.fromDatabaseValue(row["key"])
    status = Int.fromDatabaseValue(row["status"])
    body = String.fromDatabaseValue(row["body"])
  }
}
