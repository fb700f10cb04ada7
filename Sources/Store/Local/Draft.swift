import BillingAPI
import Foundation
internal import GRDB

/// A form that was left before it was saved.
package struct Draft: Hashable, Sendable {
  /// The same as the intent's that is made from it.
  package var id: IntentID
  package var kind: ResourceKind
  /// What the list of drafts shows: `Invoice for Doe Industries`.
  package var title: String
  /// The form's text, as JSON.
  package var form: String
  package var updated: Date

  package init(id: IntentID, kind: ResourceKind, title: String, form: String, updated: Date) {
    self.id = id
    self.kind = kind
    self.title = title
    self.form = form
    self.updated = updated
  }
}

extension LocalStore {
  /// Keeps a draft in place of its earlier state.
  package func save(_ draft: Draft) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO drafts (id, kind, title, form, updated) VALUES (?, ?, ?, ?, ?)",
        arguments: [draft.id.text, draft.kind.rawValue, draft.title, draft.form, draft.updated.microseconds])
    }
  }

  package func draft(_ id: IntentID) throws(StoreError) -> Draft? {
    try read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM drafts WHERE id = ?", arguments: [id.text]).flatMap(
        Draft.init(row:))
    }
  }

  /// All drafts, the one last worked on first.
  package func drafts() throws(StoreError) -> [Draft] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM drafts ORDER BY updated DESC, id").compactMap(Draft.init(row:))
    }
  }

  package func discardDraft(_ id: IntentID) throws(StoreError) {
    try write { database in
      try database.execute(sql: "DELETE FROM drafts WHERE id = ?", arguments: [id.text])
      try Self.releaseNumber(of: id, database)
    }
  }
}

extension Draft {
  fileprivate init?(row: Row) {
    guard let kind = ResourceKind(rawValue: row["kind"]) else { return nil }
    self.init(
      id: IntentID(text: row["id"]), kind: kind, title: row["title"], form: row["form"],
      updated: Date(microseconds: row["updated"]))
  }
}
