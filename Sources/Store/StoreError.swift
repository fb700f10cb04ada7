internal import GRDB

/// Why the state store could not do what was asked.
package enum StoreError: Error, Hashable, Sendable {
  /// The bytes are no JSON page or record.
  case unreadable(String)
  /// The file is no database, or parts of it are lost.
  case damaged(path: String)
  /// The mirror turned out to be damaged while it was used: the next start sets it aside.
  case mirrorDamaged(path: String)
  /// The file was written by a later version of the program.
  case newer(path: String)
  /// No space is left; nothing was written.
  case full
  /// Another program held the file for too long.
  case busy
  /// Anything else that SQLite said.
  case failed(String)
}

extension StoreError {
  /// The store's reading of what GRDB threw.
  init(_ error: any Error, path: String = "") {
    switch error {
    case let known as StoreError: self = known.at(path)
    case let error as DatabaseError: self.init(error, path: path)
    default: self = .failed(String(describing: error))
    }
  }

  /// The same, with the path where it lacked one.
  private func at(_ path: String) -> StoreError {
    switch self {
    case .damaged(path: ""): .damaged(path: path)
    case .newer(path: ""): .newer(path: path)
    default: self
    }
  }

  private init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path: path)
    case .SQLITE_FULL: self = .full
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    default: self = .failed(error.message ?? error.description)
    }
  }
}
