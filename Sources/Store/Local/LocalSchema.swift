internal import GRDB

/// The tables of `local.sqlite`, as migrations that are only ever added to.
enum LocalSchema {
  static func prepare(_ writer: any DatabaseWriter, path: String) throws {
    guard try !writer.read(migrator.hasBeenSuperseded) else { throw StoreError.newer(path: path) }
    try migrate(writer)
  }

  /// Two programs that start on a fresh folder make the same tables: the one that comes second finds them there, which
  /// is an error of its transaction alone, and goes on behind them.
  private static func migrate(_ writer: any DatabaseWriter) throws {
    var known = try writer.read(migrator.appliedIdentifiers).count
    while true {
      do {
        return try migrator.migrate(writer)
      } catch {
        let now = try writer.read(migrator.appliedIdentifiers).count
        guard now > known else { throw error }
        known = now
      }
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("journal") { try $0.execute(sql: journal) }
    migrator.registerMigration("drafts") { try $0.execute(sql: drafts) }
    migrator.registerMigration("look-up names") { try $0.execute(sql: lookUpNames) }
    migrator.registerMigration("owners") { try $0.execute(sql: owners) }
    migrator.registerMigration("notes") { try $0.execute(sql: notes) }
    migrator.registerMigration("number reservations") { try $0.execute(sql: numberReservations) }
    migrator.registerMigration("service traits") { try $0.execute(sql: serviceTraits) }
    migrator.registerMigration("marks") { try $0.execute(sql: marks) }
    migrator.registerMigration("review sittings") { try $0.execute(sql: reviewSittings) }
    migrator.registerMigration("bulk runs") { try $0.execute(sql: bulkRuns) }
    migrator.registerMigration("bank rows") { try $0.execute(sql: bankRows) }
    return migrator
  }

  /// `open_intents` is an index over the journal, so that opening does not read all of it.
  private static let journal = """
    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, intent TEXT NOT NULL, step TEXT NOT NULL, at INTEGER NOT NULL,
      kind TEXT, verb TEXT, record_id INTEGER, key TEXT, status INTEGER, body TEXT, hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX journal_by_intent ON journal (intent, seq);
    CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TABLE open_intents (intent TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    """

  /// Which process an open intent belongs to, by the name of its lock; and intents by age, for the activity.
  private static let owners = """
    ALTER TABLE open_intents ADD COLUMN owner TEXT;
    CREATE INDEX journal_intents ON journal (seq) WHERE step = 'intent';
    """

  private static let drafts = """
    CREATE TABLE drafts (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, form TEXT NOT NULL, updated INTEGER NOT NULL
    ) STRICT;
    """

  private static let serviceTraits = """
    CREATE TABLE service_traits (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    """

  /// Plans that are run, and how each of their rows stands.
  private static let bulkRuns = """
    CREATE TABLE bulk_runs (
      id TEXT PRIMARY KEY, plan TEXT NOT NULL, phase TEXT NOT NULL, began INTEGER NOT NULL, changed INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE bulk_rows (
      run TEXT NOT NULL, place INTEGER NOT NULL, row TEXT NOT NULL, PRIMARY KEY (run, place)
    ) STRICT, WITHOUT ROWID;
    """

  /// What a bank's rows say, before anything is planned of them: they cannot be had again where they were typed.
  private static let bankRows = """
    CREATE TABLE bank_rows (
      place INTEGER PRIMARY KEY, number TEXT NOT NULL, amount TEXT NOT NULL, date TEXT NOT NULL, note TEXT NOT NULL
    ) STRICT;
    """

  private static let lookUpNames = """
    CREATE TABLE look_up_names (
      list TEXT NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (list, id)
    ) STRICT, WITHOUT ROWID;
    """

  private static let notes = """
    CREATE TABLE notes (
      id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, record_id INTEGER NOT NULL, text TEXT NOT NULL,
      written INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX notes_by_record ON notes (kind, record_id);
    """

  /// The number that each open form holds, and which process the form belongs to, by the name of its lock.
  private static let numberReservations = """
    CREATE TABLE number_reservations (
      draft TEXT PRIMARY KEY, kind TEXT NOT NULL, number TEXT NOT NULL, owner TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// What is marked, with what it was then.
  private static let marks = """
    CREATE TABLE marks (
      kind TEXT NOT NULL, record_id INTEGER NOT NULL, amount INTEGER, balance INTEGER, status TEXT,
      marked INTEGER NOT NULL, PRIMARY KEY (kind, record_id)
    ) STRICT, WITHOUT ROWID;
    """

  /// What was looked through record by record, and what was decided; `records` is a JSON array of ids in their order,
  /// apart from the place in it, so that a step does not write all of it again.
  private static let reviewSittings = """
    CREATE TABLE review_sittings (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, position INTEGER NOT NULL,
      changed INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE review_records (sitting TEXT PRIMARY KEY, records TEXT NOT NULL) STRICT;
    CREATE TABLE review_decisions (
      sitting TEXT NOT NULL, record_id INTEGER NOT NULL, verdict TEXT NOT NULL, note TEXT NOT NULL,
      PRIMARY KEY (sitting, record_id)
    ) STRICT, WITHOUT ROWID;
    """
}
