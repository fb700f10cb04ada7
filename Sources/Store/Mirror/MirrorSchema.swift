import Foundation
internal import GRDB

/// The tables of the mirror, and how a connection to it is set up.
enum MirrorSchema {
  /// Raised when the columns change: an older mirror is then filled anew from its own JSON.
  static let version = 7
  /// `IMTM`, so that another program's file is not taken for a mirror.
  static let applicationID = 0x494D_544D

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    // Each connection keeps its pages to itself; the system's cache stands behind them all. The one that writes touches
    // pages of every index, so it has more.
    configuration.maximumReaderCount = 3
    configuration.prepareDatabase { database in
      MirrorFunctions.add(to: database)
      // For a new file: twice what is usual, so that lists and searches read half as many pages.
      try database.execute(sql: "PRAGMA page_size = 8192")
      try database.execute(sql: "PRAGMA cache_size = \(database.configuration.readonly ? -1024 : -4096)")
      if !database.configuration.readonly { try prepareWriting(database) }
    }
    return configuration
  }

  /// Tables that pages pass through are made once: making them empties the cache of prepared statements. Every page changes
  /// the same leaves of the indexes, so these are brought from the log into the file, and the disk is waited for, only every
  /// so many of them (64 MB).
  private static func prepareWriting(_ database: Database) throws {
    // They hold one page at a time, and need no file.
    try database.execute(sql: "PRAGMA temp_store = MEMORY")
    try database.execute(sql: IntakeSQL.staging)
    try database.execute(sql: ChangeSQL.staging)
    try database.execute(sql: RenamingSQL.staging)
    try database.execute(sql: "PRAGMA wal_autocheckpoint = 16000")
    // What is deleted is overwritten only where its page is written anyway: the rest of the file holds the same business.
    try database.execute(sql: "PRAGMA secure_delete = FAST")
  }

  /// Makes the tables where there are none; throws `StoreError.newer` for a later version's file.
  static func prepare(_ writer: any DatabaseWriter) throws {
    try writer.write { database in
      let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard found <= version else { throw StoreError.newer(path: "") }
      try database.execute(sql: KeptIdentity.creation)
      guard found < version else { return }
      if try database.tableExists("records_json") { try dropTyped(in: database) }
      try create(in: database)
      try database.execute(sql: "PRAGMA user_version = \(version)")
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
  }

  private static func dropTyped(in database: Database) throws {
    for table in MirrorTable.all {
      for name in [table.findName, table.textName, table.name] {
        try database.execute(sql: "DROP TABLE IF EXISTS \(name)")
      }
    }
  }

  /// Typed tables are filled from the JSON that an earlier version took in; in a new file there is none.
  private static func create(in database: Database) throws {
    try database.execute(sql: common)
    try database.execute(sql: ChangeSQL.creation)
    // How far lists were fetched is learned anew: pages that were missed cost more than pages that come twice.
    try database.execute(sql: "DROP TABLE IF EXISTS fetched")
    try database.execute(sql: FetchedList.creation)
    for table in MirrorTable.all { try database.execute(sql: table.creation) }
    for table in MirrorTable.all {
      let source = "SELECT id, json FROM records_json WHERE kind = '\(table.name)'"
      for statement in IntakeSQL(table: table).keep(from: source) { try database.execute(sql: statement) }
      if database.changesCount > 0 { for index in table.waiting { try database.execute(sql: index.creation) } }
    }
    try RenamingSQL.follow(database, "SELECT id FROM customers")
  }

  private static let common = """
    CREATE TABLE IF NOT EXISTS records_json (
      kind TEXT NOT NULL, id INTEGER NOT NULL, json TEXT NOT NULL, as_of INTEGER NOT NULL,
      PRIMARY KEY (kind, id)
    ) STRICT;
    CREATE INDEX IF NOT EXISTS records_by_age ON records_json (kind, as_of);
    CREATE TABLE IF NOT EXISTS gone (
      kind TEXT NOT NULL, id INTEGER NOT NULL, as_of INTEGER NOT NULL, PRIMARY KEY (kind, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS look_ups (
      list TEXT NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (list, id)
    ) STRICT, WITHOUT ROWID;
    """
}
