import BillingAPI
import Foundation
internal import GRDB

/// A note beside a record, kept on this machine only: the API has no field that every service keeps.
package struct LocalNote: Hashable, Sendable, Identifiable {
  package let id: Int64
  package let kind: ResourceKind
  package let recordID: Int64
  package var text: String
  package let written: Date
}

extension LocalStore {
  /// Puts a note beside a record. An empty text is no note: nothing happens.
  package func addNote(_ text: String, to kind: ResourceKind, id: Int64, at moment: Date) throws(StoreError) {
    guard !text.isEmpty else { return }
    try write { database in
      try database.execute(
        sql: "INSERT INTO notes (kind, record_id, text, written) VALUES (?, ?, ?, ?)",
        arguments: [kind.rawValue, id, text, moment.microseconds])
    }
  }

  /// Replaces the text of a note; the moment stays that of its first writing.
  package func changeNote(_ note: Int64, to text: String) throws(StoreError) {
    guard !text.isEmpty else { return }
    try write { try $0.execute(sql: "UPDATE notes SET text = ? WHERE id = ?", arguments: [text, note]) }
  }

  package func removeNote(_ note: Int64) throws(StoreError) {
    try write { try $0.execute(sql: "DELETE FROM notes WHERE id = ?", arguments: [note]) }
  }

  /// The notes beside these records of a kind, oldest first.
  package func notes(_ kind: ResourceKind, of records: [Int64]) throws(StoreError) -> [LocalNote] {
    let ids = Set(records)
    return try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM notes WHERE kind = ? ORDER BY written, id", arguments: [kind.rawValue]
      ).compactMap(LocalNote.init(row:)).filter { ids.contains($0.recordID) }
    }
  }

  /// The records of a kind that have a note, in the order of their ids.
  package func noted(_ kind: ResourceKind) throws(StoreError) -> [Int64] {
    try read { database in
      try Int64.fetchAll(
        database, sql: "SELECT DISTINCT record_id FROM notes WHERE kind = ? ORDER BY record_id",
        arguments: [kind.rawValue])
    }
  }
}

extension LocalNote {
  fileprivate init?(row: Row) {
    guard let kind = ResourceKind(rawValue: row["kind"]) else { return nil }
    self.init(
      id: row["id"], kind: kind, recordID: row["record_id"], text: row["text"],
      written: Date(microseconds: row["written"]))
  }
}
