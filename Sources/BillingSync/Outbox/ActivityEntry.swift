import BillingAPI
import FoundationEssentials
import Store

/// What one intent came to, as the activity lists it.
package struct ActivityEntry: Hashable, Sendable, Identifiable {
  /// How it stands, or how it ended.
  package enum Outcome: Hashable, Sendable {
    /// The record that it made, changed or deleted; nil where the service did not name it.
    case saved(Int64?)
    case refused
    /// Taken back, given up, or nothing was left to write; with what was known of it then.
    case abandoned(WriteKnowledge)
    case open(WriteKnowledge)
  }

  /// One line of the journal.
  package struct Step: Hashable, Sendable {
    package var step: JournalEntry.Step
    package var at: Date
    /// The status of an answer.
    package var status: Int?
  }

  package var id: IntentID
  package var kind: ResourceKind
  package var verb: Intent.Verb
  /// What people call the record: its number or name, `#12` where it has neither.
  package var title: String
  package var record: Int64?
  package var meantAt: Date
  package var steps: [Step]
  package var outcome: Outcome
  /// The last failure, in the service's words where it had any.
  package var failure: ServiceFailure?
  package var attempts: Int
  package var request: ActivityRequest
}

/// The request of an intent as it went out, or would.
package struct ActivityRequest: Hashable, Sendable {
  /// `POST`, `PUT`, `DELETE`.
  package var method: String
  /// Below the base URL, with a slash before it.
  package var path: String
  /// JSON; nil for a deletion.
  package var body: String?
  package var idempotencyKey: String

  /// The request that reads one record.
  package static func reading(_ kind: ResourceKind, id: Int64) -> ActivityRequest {
    ActivityRequest(method: "GET", path: kind.recordPath(id), body: nil, idempotencyKey: "")
  }

  /// The same as a command for a shell; the key is a variable, so that it can be shown and pasted.
  package func curl(to address: ServiceAddress) -> String {
    var words = ["curl", "-X", method]
    if let socket = address.unixSocket { words += ["--unix-socket", Self.quoted(socket)] }
    words.append(Self.quoted("\(address.scheme)://\(address.authority)\(address.basePath)\(path)"))
    words += ["-H", "\"Authorization: Bearer $INVOICEMATIC_API_KEY\"", "-H", "'Accept: application/json'"]
    if let body {
      words += ["-H", "'Content-Type: application/json'", "-H", Self.quoted("Idempotency-Key: \(idempotencyKey)")]
      words += ["-d", Self.quoted(body)]
    }
    return words.joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
