internal import Billing
internal import BillingAPI
internal import FoundationEssentials
import Glibc
internal import GRDB
internal import Synchronization

/// One company's books: its records, look-ups and keys in one SQLite database.
///
/// Several programs may have the same file open: every write is an IMMEDIATE transaction that is on disk before it is
/// answered.
package final class Books: Sendable {
  /// Where books are kept.
  package enum Place: Hashable, Sendable {
    /// In a file of this path, which is made where there is none; its folder too.
    case file(String)
    /// Nowhere but in memory, for as long as the value lives.
    case memory
  }

  package let place: Place
  let database: any DatabaseWriter
  /// Keys that live only as long as these books are open: the digest of each and what it may do.
  let sessionKeys = Mutex<[[UInt8]: KeyRecord]>([:])
  /// Rung when deliveries may have been queued in this program.
  let bell = SenderBell()

  /// Opens the books and brings their schema up to date.
  ///
  /// - Parameter readerCache: bytes of the file that each connection which reads keeps to itself; the system's cache stands
  ///   behind them.
  package init(_ place: Place, readerCache: Int = 2_048_000) throws(BooksError) {
    self.place = place
    do {
      database = try BooksFile.patiently {
        let database = try Self.open(place, Self.configuration(readerCache))
        try Self.migrate(database)
        return database
      }
    } catch let error as BooksError {
      throw error
    } catch {
      throw BooksError(error)
    }
  }

  /// Two programs that begin the same books make the same tables: the one that comes second finds them there, which is
  /// an error of its transaction alone, and goes on behind them.
  private static func migrate(_ database: any DatabaseWriter) throws {
    var known = try database.read(Migrations.migrator.appliedIdentifiers).count
    while true {
      do {
        return try Migrations.migrator.migrate(database)
      } catch {
        let now = try database.read(Migrations.migrator.appliedIdentifiers).count
        guard now > known else { throw error }
        known = now
      }
    }
  }

  private static func open(_ place: Place, _ configuration: Configuration) throws -> any DatabaseWriter {
    switch place {
    case .memory:
      return try DatabaseQueue(configuration: configuration)
    case .file(let path):
      try BooksFile.prepare(path)
      let pool = try DatabasePool(path: path, configuration: configuration)
      try BooksFile.protect(path)
      guard try pool.read({ try Migrations.knows($0) }) else { throw BooksError.newerVersion }
      // A pool sets NORMAL while it opens, so FULL can only be asked for afterwards.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      return pool
    }
  }

  private static func configuration(_ readerCache: Int) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.label = "books"
    configuration.prepareDatabase { database in
      guard database.configuration.readonly else { return }
      // Below 0 it counts kibibytes, not pages.
      try database.execute(sql: "PRAGMA cache_size = \(-readerCache / 1024)")
    }
    return configuration
  }

  /// Lets go of the file. Nothing may use the books afterwards.
  package func close() throws(BooksError) {
    do { try database.close() } catch { throw BooksError(error) }
    // What stays beside the file is part of the books, and the next start reads it.
    try? sweep()
  }

  /// Has SQLite take its log into the file and away. It does so when the last connection ends, where that one may write;
  /// a pool ends with one that may only read. While another program has the books open, the log is left to that one.
  private func sweep() throws {
    guard case .file(let path) = place, access(path, F_OK) == 0 else { return }
    let last = try DatabaseQueue(path: path)
    try last.read { try $0.execute(sql: "SELECT count(*) FROM sqlite_master") }
    try last.close()
  }
}

extension Books {
  /// Runs `body` with a view of the books that no write disturbs.
  func read<Value>(_ body: (Database) throws -> Value) throws(BooksError) -> Value {
    do { return try database.read(body) } catch { throw BooksError(error) }
  }

  /// Runs `body` in a transaction that is on disk when this returns, or undone when it throws.
  func write<Value>(_ body: (Database) throws -> Value) throws(BooksError) -> Value {
    do {
      return try database.write(body)
    } catch {
      throw BooksError(error)
    }
  }
}

extension Books {
  /// How many steps the schema has grown by.
  package static var schemaSteps: Int { Migrations.steps.count }

  /// Makes a file as a version of this program that knew only so many steps would have left it, for tests of what
  /// becomes of it now.
  package static func makeFile(_ path: String, asOfStep step: Int) throws(BooksError) {
    do {
      try BooksFile.prepare(path)
      let old = try DatabaseQueue(path: path)
      try Migrations.migrator(upTo: step).migrate(old)
      if step > schemaSteps {
        try old.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('a later step')") }
      }
      try old.close()
    } catch {
      throw BooksError(error)
    }
  }
}
