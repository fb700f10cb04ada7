internal import GRDB

extension Books {
  /// Another value than before where another program has changed the books; what is written through these does not count.
  /// Nil where they cannot be read. Waits for a write that is under way.
  ///
  /// (SQLite, `PRAGMA data_version`.)
  package var version: Int? {
    // What cannot be read says nothing: then the service is asked.
    try? database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA data_version") }
  }
}
