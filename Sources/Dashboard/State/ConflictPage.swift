import TerminalUI

/// A change that others were faster with: what each field was, what is meant and what it is now, for a person to pick.
package struct ConflictPage: Sendable, Equatable, PageContent {
  /// The intent's name in the journal.
  package let id: String
  /// nil until it was read.
  package private(set) var facts: ConflictFacts?
  package var list = RowList<ConflictField>()
  /// What was picked, by field; ^S needs all of them.
  package var picks: [String: ConflictPick] = [:]

  package init(id: String) { self.id = id }

  var title: String { facts.map { "Changed by others: \($0.title)" } ?? "Changed by others" }
  var mode: Mode { .conflict }
  var reading: [Effect] { [.readConflict(id)] }
  var check: [Span]? {
    facts?.mayBePerformed == true
      ? [Span("An earlier sending of yours has no answer: what others changed may be yours.", "warning")] : nil
  }

  /// The first field that nothing was picked for yet.
  var unpicked: ConflictField? { list.rows?.first { picks[$0.name] == nil } }

  /// What the others changed meanwhile may have changed again: picks of fields that read the same stand.
  mutating func take(_ fresh: ConflictFacts, height: Int) {
    let before = facts?.fields ?? []
    facts = fresh
    picks = picks.filter { name, _ in before.first { $0.name == name } == fresh.fields.first { $0.name == name } }
    list.take(fresh.fields, height: height)
  }
}

/// Which of two values is to be written.
package enum ConflictPick: Sendable, Hashable {
  case mine, theirs
}

/// A field that both changed, as its values read; a dash where there is none.
package struct ConflictField: Identifiable, Sendable, Equatable {
  /// As the API calls it.
  package let name: String
  /// As the form calls it: `Line 2, description`.
  package let label: String
  package let before: String
  package let mine: String
  package let theirs: String

  package var id: String { name }

  package init(name: String, label: String, before: String, mine: String, theirs: String) {
    self.name = name
    self.label = label
    self.before = before
    self.mine = mine
    self.theirs = theirs
  }
}

/// What a conflict is about.
package struct ConflictFacts: Sendable, Equatable {
  package let id: String
  /// `invoice INV-000012`.
  package let title: String
  package let fields: [ConflictField]
  /// What only others changed: it stays as it is now.
  package let elsewhere: [FieldText]
  package let mayBePerformed: Bool

  package init(id: String, title: String, fields: [ConflictField], elsewhere: [FieldText], mayBePerformed: Bool) {
    self.id = id
    self.title = title
    self.fields = fields
    self.elsewhere = elsewhere
    self.mayBePerformed = mayBePerformed
  }
}
