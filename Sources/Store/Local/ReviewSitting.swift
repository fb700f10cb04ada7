import BillingAPI

/// A look through records one by one, with what was decided of each: kept on this machine, to be gone on with.
package struct ReviewSitting: Hashable, Sendable, Identifiable {
  package let id: String
  package let kind: ResourceKind
  /// What it is about: `12 marked`, `is:late`.
  package let title: String
  /// The records in the order in which they are looked at.
  package let records: [Int64]
  /// The place of the record that is looked at.
  package var position: Int
  package var decisions: [Int64: ReviewDecision]

  package init(
    id: String, kind: ResourceKind, title: String, records: [Int64], position: Int = 0,
    decisions: [Int64: ReviewDecision] = [:]
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.records = records
    self.position = position
    self.decisions = decisions
  }

  /// How many records stand under a verdict.
  package func count(_ verdict: ReviewDecision.Verdict) -> Int {
    decisions.values.reduce(0) { $0 + ($1.verdict == verdict ? 1 : 0) }
  }

  /// The records under a verdict, in their order.
  package func records(_ verdict: ReviewDecision.Verdict) -> [Int64] {
    records.filter { decisions[$0]?.verdict == verdict }
  }

  /// Those that nothing was decided of.
  package var undecided: [Int64] { records.filter { decisions[$0] == nil } }
}

/// What was decided of a record. The service never hears of it.
package struct ReviewDecision: Hashable, Sendable {
  package enum Verdict: String, Sendable, CaseIterable {
    case accepted, flagged, skipped
  }

  package let verdict: Verdict
  /// Why it was flagged; empty where nothing was said.
  package let note: String

  package init(_ verdict: Verdict, note: String = "") {
    self.verdict = verdict
    self.note = note
  }
}
