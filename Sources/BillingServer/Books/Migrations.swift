internal import GRDB

/// The steps that made the schema what it is. Steps are only ever added at the end; none is changed once released.
enum Migrations {
  static var migrator: DatabaseMigrator { migrator(upTo: steps.count) }

  /// The schema as it was after so many steps, for tests of every step from there on.
  static func migrator(upTo count: Int) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in steps.prefix(count) {
      migrator.registerMigration(step.name) { try step.perform($0) }
    }
    return migrator
  }

  /// False for books that a later version of this program has changed.
  static func knows(_ database: Database) throws -> Bool {
    guard try database.tableExists("grdb_migrations") else { return true }
    let applied = try String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations")
    return Set(applied).isSubset(of: steps.map(\.name))
  }

  struct Step: Sendable {
    let name: String
    let perform: @Sendable (Database) throws -> Void

    init(_ name: String, _ perform: @escaping @Sendable (Database) throws -> Void) {
      self.name = name
      self.perform = perform
    }

    init(_ name: String, sql: String) {
      self.init(name) { try $0.execute(sql: sql) }
    }
  }

  static let steps: [Step] = [
    Step("company and look-ups", sql: Schema.companyAndLookUps),
    Step("records", sql: Schema.records),
    Step("indexes and counts") { database in
      try database.execute(sql: Schema.indexes)
      try database.execute(sql: Schema.counts)
    },
    Step("keys, idempotency and hazards", sql: Schema.keys),
    Step("webhooks", sql: Schema.webhooks),
    Step("counts by month", sql: Schema.months),
  ]
}
