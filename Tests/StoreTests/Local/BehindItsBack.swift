import GRDB

/// Runs SQL on a file behind the store's back, and answers what SQLite said.
func sqlite(_ path: String, _ statement: String) throws -> String {
  do {
    try DatabaseQueue(path: path).write { try $0.execute(sql: statement) }
    return ""
  } catch let error as DatabaseError {
    return error.message ?? ""
  }
}

/// Moves what SQLite's log holds into the file, so that the file alone is the whole of it.
func gather(_ path: String) throws {
  try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
}
