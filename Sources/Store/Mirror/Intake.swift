import BillingAPI

/// What became of a page or record that was taken into the mirror.
package struct Intake: Hashable, Sendable {
  /// The ids of the records of the page, in its order, whether they were new or not.
  package var ids: [Int64]
  /// Records without a usable id; they are not kept.
  package var skipped: Int
  /// What these are called, or how their JSON begins; at most twenty of them, each at most 60 characters.
  package var skippedNames: [String]
  /// How many records differ from what was known, or were not known.
  package var changed: Int
  /// Records with a value that could not be read: an amount beyond ±10^15 cents, a day that is none.
  package var flagged: Int
  /// Kinds of documents that now name a customer of the page otherwise than before.
  package var renamed: Set<ResourceKind>

  package init(
    ids: [Int64] = [], skipped: Int = 0, skippedNames: [String] = [], changed: Int = 0, flagged: Int = 0,
    renamed: Set<ResourceKind> = []
  ) {
    self.ids = ids
    self.skipped = skipped
    self.skippedNames = skippedNames
    self.changed = changed
    self.flagged = flagged
    self.renamed = renamed
  }
}
