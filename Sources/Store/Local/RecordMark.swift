import Billing
import BillingAPI
import Foundation
internal import GRDB

/// A record that somebody marked, with what it was then: whoever acts on marks holds those that changed since.
package struct RecordMark: Hashable, Sendable, Identifiable {
  /// The service's number of the record.
  package let id: Int64
  /// The total of a document, the amount of a payment or an expense; nil where the kind has none or it is not known.
  package var amount: Money?
  /// What was still to be paid of an invoice.
  package var balance: Money?
  /// The service's own word, `SENT`.
  package var status: String?

  package init(id: Int64, amount: Money? = nil, balance: Money? = nil, status: String? = nil) {
    self.id = id
    self.amount = amount
    self.balance = balance
    self.status = status
  }
}

extension RecordMark {
  /// What a plan compares the record with.
  package func expectation(of kind: ResourceKind) -> RowExpectation {
    let isDocument = kind == .invoices || kind == .estimates
    return RowExpectation(status: status, total: isDocument ? amount : nil, balance: balance)
  }
}

extension LocalStore {
  /// Keeps marks in one transaction. A record that is marked already keeps what it was when it was marked first.
  package func addMarks(_ marks: [RecordMark], to kind: ResourceKind, at moment: Date) throws(StoreError) {
    try write { database in
      let statement = try database.makeStatement(
        sql: """
          INSERT OR IGNORE INTO marks (kind, record_id, amount, balance, status, marked) VALUES (?, ?, ?, ?, ?, ?)
          """)
      for mark in marks {
        try statement.execute(
          arguments: [
            kind.rawValue, mark.id, mark.amount?.cents, mark.balance?.cents, mark.status, moment.microseconds,
          ])
      }
    }
  }

  package func removeMarks(_ ids: [Int64], of kind: ResourceKind) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "DELETE FROM marks WHERE kind = ? AND record_id IN (SELECT value FROM json_each(?))",
        arguments: [kind.rawValue, RecordIDs.json(ids)])
    }
  }

  /// The marks of a kind in the order of their ids.
  package func marks(of kind: ResourceKind) throws(StoreError) -> [RecordMark] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT record_id, amount, balance, status FROM marks WHERE kind = ? ORDER BY record_id",
        arguments: [kind.rawValue]
      ).map(RecordMark.init(row:))
    }
  }

  /// The ids of what is marked, by kind; kinds without a mark are left out.
  package func markedIDs() throws(StoreError) -> [ResourceKind: Set<Int64>] {
    try read { database in
      var marked: [ResourceKind: Set<Int64>] = [:]
      for kind in ResourceKind.allCases {
        let ids = try Int64.fetchSet(
          database, sql: "SELECT record_id FROM marks WHERE kind = ?", arguments: [kind.rawValue])
        if !ids.isEmpty { marked[kind] = ids }
      }
      return marked
    }
  }
}

extension RecordMark {
  /// Of id, amount, balance and status.
  init(row: Row) {
    self.init(
      id: row[0], amount: (row[1] as Int64?).map(Money.init(cents:)),
      balance: (row[2] as Int64?).map(Money.init(cents:)), status: row[3])
  }
}

/// Ids as one bound value, for `json_each`.
enum RecordIDs {
  static func json(_ ids: some Sequence<Int64>) -> String { "[\(ids.map(String.init).joined(separator: ","))]" }
}
