import BillingAPI
import TerminalUI

/// The outbox: every write that is not settled, oldest first, and what keeps it.
package struct OutboxPage: Sendable, Equatable, PageContent {
  package var list = RowList<OutboxRow>()

  package init() {}

  var title: String { "Outbox" }
  var mode: Mode { .outbox }
  var reading: [Effect] { [.readOutbox] }
  var check: [Span]? { list.selected.map { [Span($0.sentence, $0.standing.role)] } }
}

/// A write that waits, as the outbox shows it. Times are the clock's.
package struct OutboxRow: Identifiable, Sendable, Equatable {
  /// What keeps the write.
  package enum Standing: Sendable, Equatable {
    /// It can still be taken back; it goes at that moment.
    case held(until: String)
    /// No byte of it has left: it goes when the service is there, or when somebody says so.
    case queued
    case sending
    /// It goes again by itself then; nil: when somebody says so. `mayBePerformed`: nobody knows yet whether it was done.
    case waiting(until: String?, mayBePerformed: Bool)
    /// Another program that runs now wrote it and sends it.
    case elsewhere
    /// Others changed the same fields meanwhile: a person picks.
    case conflict
    /// Records of the service that could each be what it made: a person tells them apart.
    case undecided([Int64])
  }

  /// The intent's name in the journal.
  package let id: String
  package let kind: ResourceKind
  /// `payment PAY-000214`, `change of invoice INV-000012`.
  package let title: String
  package let standing: Standing
  /// The moment its key was made, and until when the key can be trusted.
  package let keyMade: String
  package let keyTrusted: String
  /// How often it was sent.
  package let attempts: Int
  /// Nobody knows whether it was performed: then it cannot be edited.
  package let mayBePerformed: Bool
  /// What happened, what was kept and what to do.
  package let sentence: String
  /// The fields that were sent or are to be, as they read.
  package let fields: [FieldText]

  package init(
    id: String, kind: ResourceKind, title: String, standing: Standing, keyMade: String, keyTrusted: String,
    attempts: Int, mayBePerformed: Bool, sentence: String, fields: [FieldText]
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.standing = standing
    self.keyMade = keyMade
    self.keyTrusted = keyTrusted
    self.attempts = attempts
    self.mayBePerformed = mayBePerformed
    self.sentence = sentence
    self.fields = fields
  }
}

/// A field of a body in words: its name in the API and its value.
package struct FieldText: Sendable, Equatable {
  package let name: String
  package let value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

extension OutboxRow.Standing {
  /// Two or three words for the list.
  var words: String {
    switch self {
    case .held(let moment): "held until \(moment)"
    case .queued: "queued"
    case .sending: "sending"
    case .waiting(let moment?, _): "waits until \(moment)"
    case .waiting(nil, _): "waits for you"
    case .elsewhere: "another program's"
    case .conflict: "others changed it"
    case .undecided: "needs a decision"
    }
  }

  /// It does not go on without a person.
  var isForPeople: Bool {
    switch self {
    case .conflict, .undecided: true
    default: false
    }
  }

  /// A sign that says the same without colour.
  var sign: String {
    switch self {
    case .held: "◌"
    case .queued: "↑"
    case .sending: "⟳"
    case .waiting(_, true), .undecided, .conflict: "?"
    case .waiting: "…"
    case .elsewhere: "·"
    }
  }

  var role: Role {
    switch self {
    case .held, .sending: "info"
    case .queued, .elsewhere: "text.dim"
    case .waiting(_, false): "warning"
    case .waiting(_, true), .undecided, .conflict: "error"
    }
  }
}
