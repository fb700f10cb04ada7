import TerminalUI

/// One write from what was meant to how it ended: every step, the bodies, and the request as a shell would send it.
package struct WritePage: Sendable, Equatable, PageContent {
  /// The intent's name in the journal.
  package let id: String
  /// nil until it was read.
  package var story: WriteStory?
  /// How far it is scrolled, in rows.
  package var offset = 0

  package init(id: String) { self.id = id }

  var title: String { story?.title.capitalizedFirst ?? "…" }
  var mode: Mode { .write }
  var reading: [Effect] { [.readWrite(id)] }
}

/// What the journal tells of one write.
package struct WriteStory: Sendable, Equatable {
  /// A line of the journal in words.
  package struct Step: Sendable, Equatable {
    /// With seconds: steps follow each other fast.
    package let at: String
    package let words: String
    package let tone: Role

    package init(at: String, words: String, tone: Role) {
      self.at = at
      self.words = words
      self.tone = tone
    }
  }

  package let id: String
  package let title: String
  package let outcome: String
  package let tone: Role
  /// The key under which it goes or went.
  package let key: String
  package let steps: [Step]
  /// The last failure in a sentence; nil where there was none.
  package let failure: String?
  /// `POST /api/payments`.
  package let request: String
  /// What was sent or is to be, as JSON for people; empty for a deletion.
  package let body: [String]
  /// The line that sends the same, without the API key.
  package let curl: String

  package init(
    id: String, title: String, outcome: String, tone: Role, key: String, steps: [Step], failure: String?,
    request: String, body: [String], curl: String
  ) {
    self.id = id
    self.title = title
    self.outcome = outcome
    self.tone = tone
    self.key = key
    self.steps = steps
    self.failure = failure
    self.request = request
    self.body = body
    self.curl = curl
  }
}
