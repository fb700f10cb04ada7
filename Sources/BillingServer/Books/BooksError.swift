internal import GRDB

/// Why books cannot be opened, read or written.
package enum BooksError: Error, Hashable, Sendable {
  /// The folder or the file cannot be made or opened; with the system's reason.
  case unusable(path: String, reason: String)
  /// The file was written by a later version of this program.
  case newerVersion
  case notABooksFile
  case diskFull
  /// Another program kept the books locked for too long.
  case busy
  case damaged(String)
  /// A name that is already there, or is empty.
  case invalidName(String)
  case unknown(String)
  /// Sample data is for empty books only.
  case notEmpty
  case database(String)

  /// Tells SQLite's errors apart; an error of ours stays what it is.
  init(_ error: any Error) {
    if let own = error as? BooksError {
      self = own
    } else if let failure = error as? DatabaseError {
      self = Self.reading(failure)
    } else {
      self = .database(String(describing: error))
    }
  }

  private static func reading(_ failure: DatabaseError) -> BooksError {
    switch failure.resultCode.primaryResultCode {
    case .SQLITE_FULL, .SQLITE_IOERR: .diskFull
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_CORRUPT: .damaged(failure.message ?? "")
    case .SQLITE_NOTADB: .notABooksFile
    // The statement's text and arguments stay out: they hold people's data.
    default: .database("\(failure.resultCode): \(failure.message ?? "")")
    }
  }
}
