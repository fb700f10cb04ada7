import Foundation
internal import GRDB

/// What cannot be fetched again: the journal of writes, drafts, and names of look-ups that were typed.
///
/// Each write is on the disk when the call returns. A file that is damaged or of a later version is never moved or
/// mended: opening it fails, and without it nothing may be sent. Calls block; any thread may make them.
package final class LocalStore: Sendable {
  let database: any DatabaseWriter
  let path: String
  /// Nil for a store in memory.
  let lock: ProcessLock?

  private init(database: any DatabaseWriter, path: String, lock: ProcessLock?) throws {
    self.database = database
    self.path = path
    self.lock = lock
    try LocalSchema.prepare(database, path: path)
    // A pool sets NORMAL when it is opened, so this comes after it.
    try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    try database.read(Journal.checkLastEntry)
  }

  /// Opens the file, or makes it for its owner alone. Throws `damaged` or `newer` and leaves the file as it is.
  package static func open(at path: String) throws(StoreError) -> LocalStore {
    do {
      try StoreFiles.create(path)
      let store = try PatientOpening.open {
        let pool = try DatabasePool(path: path, configuration: configuration)
        return try LocalStore(database: pool, path: path, lock: ProcessLock(folder: locksFolder(path)))
      }
      ProcessLock.sweep(store.locksFolder)
      return store
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Opens a file that is there to read it, whatever state it is in: nothing is made, mended or claimed.
  package static func openToRead(at path: String) throws(StoreError) -> LocalStore {
    do {
      var configuration = configuration
      configuration.readonly = true
      return LocalStore(database: try DatabaseQueue(path: path, configuration: configuration), path: path)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  private init(database: any DatabaseWriter, path: String) {
    self.database = database
    self.path = path
    lock = nil
  }

  /// A store that is gone with the process: for demonstrations and tests.
  package static func inMemory() throws(StoreError) -> LocalStore {
    do {
      return try LocalStore(database: DatabaseQueue(configuration: configuration), path: "", lock: nil)
    } catch {
      throw StoreError(error)
    }
  }

  /// SQLite's level of care with the disk; 2 (FULL) means that what was written survives a loss of power.
  package func synchronousLevel() throws(StoreError) -> Int {
    do {
      return try database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? 0 }
    } catch {
      throw StoreError(error, path: path)
    }
  }

  var locksFolder: String { Self.locksFolder(path) }

  /// Beside the file, so that all who use it find each other.
  private static func locksFolder(_ path: String) -> String { path + "-writers" }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { MirrorFunctions.add(to: $0) }
    return configuration
  }
}

extension LocalStore {
  func read<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.read(work)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  func write<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.write(work)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Writes what can be made up from what is on the disk already: it survives the end of the program at once, and a
  /// loss of power from the next `write` on.
  func writeLazily<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
        defer {
          // Outside a transaction SQLite always takes it.
          try? database.execute(sql: "PRAGMA synchronous = FULL")
        }
        var value: Value?
        try database.inTransaction(.immediate) {
          value = try work(database)
          return .commit
        }
        guard let value else { throw StoreError.busy }
        return value
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
