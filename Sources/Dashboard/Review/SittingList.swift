import BillingAPI

/// The sittings that are kept, to be gone on with or thrown away.
package struct SittingList: Sendable, Equatable {
  /// nil until they are read.
  package var sittings: [SittingSummary]?
  package var selected = 0

  package init() {}

  var chosen: SittingSummary? { sittings.flatMap { $0.indices.contains(selected) ? $0[selected] : nil } }
}

/// A sitting as the list shows it.
package struct SittingSummary: Sendable, Equatable {
  package let id: String
  /// `invoices: 12 marked`.
  package let title: String
  package let records: Int
  package let decided: Int
  package let flagged: Int
  /// Day and time of the last step, as shown.
  package let changed: String

  package init(id: String, title: String, records: Int, decided: Int, flagged: Int, changed: String) {
    self.id = id
    self.title = title
    self.records = records
    self.decided = decided
    self.flagged = flagged
    self.changed = changed
  }
}
