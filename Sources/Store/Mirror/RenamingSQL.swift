import BillingAPI
internal import GRDB

/// The statements by which documents that do not nest their customer follow one that was renamed, or that came later.
enum RenamingSQL {
  /// Gives the documents of customers their names, where they have none from the service. Answers the kinds of those
  /// that got another.
  ///
  /// - Parameter customers: SQL for the ids of those that changed.
  @discardableResult
  static func follow(_ database: Database, _ customers: String) throws -> Set<ResourceKind> {
    var kinds: Set<ResourceKind> = []
    for table in MirrorTable.all where table.hasColumn("customer_name") {
      // Services that nest customers in documents, as it is documented, have none: that costs a look at an empty index.
      guard try Bool.fetchOne(database.cachedStatement(sql: hasUnnamed(table))) == true else { continue }
      try database.run("DELETE FROM renamed")
      try database.run(choose(table, customers))
      guard database.changesCount > 0 else { continue }
      kinds.insert(table.kind)
      try database.run(rename(table))
      try database.run(IntakeSQL(table: table).keepText(from: renamed(table)))
    }
    return kinds
  }

  /// Tables that pages pass through are made once: making them empties the cache of prepared statements.
  static let staging = "CREATE TEMP TABLE IF NOT EXISTS renamed (id INTEGER PRIMARY KEY)"

  private static func hasUnnamed(_ table: MirrorTable) -> String {
    "SELECT EXISTS (SELECT 1 FROM \(table.name) WHERE unnamed IS NOT NULL)"
  }

  private static func choose(_ table: MirrorTable, _ customers: String) -> String {
    """
    INSERT INTO renamed (id) SELECT document.id FROM customers
    CROSS JOIN \(table.name) AS document ON document.customer_id = customers.id AND document.unnamed IS NOT NULL
    WHERE customers.id IN (\(customers)) AND customers.name <> ''
    AND document.customer_name IS NOT customers.name
    """
  }

  private static func rename(_ table: MirrorTable) -> String {
    """
    UPDATE \(table.name) SET customer_name = customers.name, name_folded = fold(customers.name)
    FROM customers WHERE customers.id = customer_id AND \(table.name).id IN (SELECT id FROM renamed)
    """
  }

  private static func renamed(_ table: MirrorTable) -> String {
    "SELECT id, json FROM records_json WHERE kind = '\(table.name)' AND id IN (SELECT id FROM renamed)"
  }
}
