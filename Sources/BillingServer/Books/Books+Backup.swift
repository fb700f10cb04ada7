internal import FoundationEssentials
internal import GRDB
import Glibc

extension Books {
  /// Copies the books to a new file while they are in use, and proves the copy before it gets its name.
  ///
  /// A file that is there already is never replaced.
  package func backUp(to path: String) throws(BooksError) {
    guard access(path, F_OK) != 0 else { throw .unusable(path: path, reason: "there is a file already") }
    let unfinished = path + ".unfinished"
    unlink(unfinished)
    do {
      try copy(to: unfinished)
      // The logs of a file that is gone would be read as those of the new one.
      for ending in ["-wal", "-shm", "-journal"] { unlink(path + ending) }
      guard Glibc.rename(unfinished, path) == 0 else {
        throw BooksError.unusable(path: path, reason: String(cString: strerror(errno)))
      }
    } catch {
      unlink(unfinished)
      throw BooksError(error)
    }
  }

  private func copy(to path: String) throws {
    try BooksFile.prepare(path)
    let copy = try DatabaseQueue(path: path)
    try database.backup(to: copy)
    // A copy that waits in a log of its own is not a file that can be carried away.
    try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    let problems = try copy.read { try BooksCheck.problems(in: $0) }
    try copy.close()
    if let problem = problems.first { throw BooksError.damaged(problem) }
    try BooksFile.protect(path)
  }

  /// What is wrong with these books; empty where everything adds up.
  package func check() throws(BooksError) -> [String] { try read { try BooksCheck.problems(in: $0) } }
}

extension Books {
  /// The same of books or of a copy that nobody need have open. The file is neither brought up to date nor otherwise
  /// changed, and nothing is left beside it.
  package static func check(file path: String) throws(BooksError) -> [String] {
    do {
      let file = try DatabaseQueue(path: path)
      let problems = try file.read { database in
        guard try database.tableExists("company") else { throw BooksError.notABooksFile }
        guard try Migrations.knows(database) else { throw BooksError.newerVersion }
        return try BooksCheck.problems(in: database)
      }
      try file.close()
      return problems
    } catch {
      throw BooksError(error)
    }
  }
}

/// Proves that books are whole: the file, the references, and every sum in them.
enum BooksCheck {
  static func problems(in database: Database) throws -> [String] {
    let file = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map {
      "A reference of \($0) leads nowhere."
    }
    // Books of an early version may not have the tables yet that the sums are of.
    guard try database.tableExists("payments") else { return file + references }
    return try file + references + sums.flatMap { try String.fetchAll(database, sql: $0) }
  }

  /// Each answers one sentence per record whose sums do not hold.
  private static let sums = [
    """
    SELECT 'Invoice ' || invoice_number || ': the balance is not the total less the payments.' FROM invoices i
    WHERE due_amount <> total - coalesce((SELECT sum(amount) FROM payments WHERE invoice_id = i.id AND is_applied), 0)
    """,
    lines("invoice"), lines("estimate"),
  ]

  private static func lines(_ document: String) -> String {
    """
    SELECT '\(document) ' || \(document)_number || ': the lines do not add up to the sub-total.' FROM \(document)s d
    WHERE sub_total <> coalesce((SELECT sum(total) FROM \(document)_lines WHERE \(document)_id = d.id), 0)
    """
  }
}
