import BillingAPI
import Foundation
internal import GRDB

/// How far a list was fetched.
package struct FetchedList: Hashable, Sendable {
  /// How many records the service said that the list has.
  package var total: Int?
  /// The page that comes next; nil once the last one is in.
  package var nextPage: Int?
  /// Records per page, as the service allows it.
  package var pageSize: Int
  package var asOf: Date

  package init(total: Int?, nextPage: Int?, pageSize: Int, asOf: Date) {
    self.total = total
    self.nextPage = nextPage
    self.pageSize = pageSize
    self.asOf = asOf
  }
}

extension Mirror {
  /// How far a list was fetched; nil before its first page.
  package func fetched(_ kind: ResourceKind) throws(StoreError) -> FetchedList? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT total, next_page, page_size, as_of FROM fetched WHERE kind = ?",
        arguments: [kind.rawValue]
      ).map { row in
        let next: Int = row[1]
        return FetchedList(
          total: row[0], nextPage: next > 0 ? next : nil, pageSize: row[2], asOf: Date(microseconds: row[3]))
      }
    }
  }

  /// Keeps how far a list was fetched, so that the next run goes on there.
  package func setFetched(_ kind: ResourceKind, _ list: FetchedList) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO fetched (kind, total, next_page, page_size, as_of) VALUES (?, ?, ?, ?, ?)",
        arguments: [kind.rawValue, list.total, list.nextPage ?? 0, list.pageSize, list.asOf.microseconds])
    }
  }

  /// Counts a record that was made or deleted from here, until the service says its own count again.
  package func adjustTotal(_ kind: ResourceKind, by difference: Int) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "UPDATE fetched SET total = max(0, total + ?) WHERE kind = ?", arguments: [difference, kind.rawValue])
    }
  }
}
