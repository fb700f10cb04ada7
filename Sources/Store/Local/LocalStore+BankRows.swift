import Billing
internal import GRDB

/// Rows of a bank that were pasted, typed or read, and are not planned yet.
extension LocalStore {
  /// Keeps these rows, in their order, in place of all that were kept.
  package func keepBankRows(_ rows: [StatementEntry]) throws(StoreError) {
    try write { database in
      try database.execute(sql: "DELETE FROM bank_rows")
      let insert = try database.makeStatement(sql: "INSERT INTO bank_rows VALUES (?, ?, ?, ?, ?)")
      for (place, row) in rows.enumerated() {
        try insert.execute(arguments: [place, row.number, row.amount, row.date, row.note])
      }
    }
  }

  /// The rows that are kept, in their order.
  package func bankRows() throws(StoreError) -> [StatementEntry] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT number, amount, date, note FROM bank_rows ORDER BY place").map { row in
        StatementEntry(number: row[0], amount: row[1], date: row[2], note: row[3])
      }
    }
  }
}
