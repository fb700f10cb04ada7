internal import Billing
internal import GRDB

/// The three lists that records refer to and the API only ever nests: expense categories, payment methods, units.
package enum LookUpKind: String, CaseIterable, Hashable, Sendable {
  case categories, methods, units

  var table: String {
    switch self {
    case .categories: "expense_categories"
    case .methods: "payment_methods"
    case .units: "units"
    }
  }

  /// What a new company's list begins with.
  var seeds: [String] {
    switch self {
    case .categories:
      [
        "Travel", "Office Supplies", "Software", "Rent", "Telephone & Internet", "Insurance", "Marketing",
        "Professional Services",
      ]
    case .methods: ["Bank Transfer", "Cash", "Credit Card", "Check", "PayPal"]
    case .units: ["hour", "day", "piece", "month", "kg", "km", "m²", "licence"]
    }
  }
}

/// One entry of such a list.
package struct LookUpEntry: Hashable, Sendable {
  package let id: Int64
  package let name: String
}

enum LookUps {
  /// Fills the lists that are empty.
  static func seed(_ database: Database) throws {
    for kind in LookUpKind.allCases {
      guard try Int.fetchOne(database, sql: "SELECT count(*) FROM \(kind.table)") == 0 else { continue }
      for name in kind.seeds {
        try database.execute(sql: "INSERT INTO \(kind.table) (name) VALUES (?)", arguments: [name])
      }
    }
  }
}

extension Books {
  /// Fills the lists that are empty with what a new company begins with; books need not be set up for that.
  package func seedLookUps() throws(BooksError) { try write { try LookUps.seed($0) } }

  /// The entries of a list in the order of their ids.
  package func lookUps(_ kind: LookUpKind) throws(BooksError) -> [LookUpEntry] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT id, name FROM \(kind.table) ORDER BY id").map {
        LookUpEntry(id: $0["id"], name: $0["name"])
      }
    }
  }

  /// Adds an entry; a name that is empty, too long or there already is refused.
  @discardableResult
  package func add(_ name: String, to kind: LookUpKind) throws(BooksError) -> LookUpEntry {
    let name = try Self.checked(name)
    return try write { database in
      try Self.requireFree(name, in: kind, except: 0, database)
      try database.execute(sql: "INSERT INTO \(kind.table) (name) VALUES (?)", arguments: [name])
      return LookUpEntry(id: database.lastInsertedRowID, name: name)
    }
  }

  /// Renames the entry of that id or, failing that, of that name.
  package func rename(_ entry: String, to name: String, in kind: LookUpKind) throws(BooksError) {
    let name = try Self.checked(name)
    try write { database in
      let id = try Int64.fetchOne(
        database, sql: "SELECT id FROM \(kind.table) WHERE id = ? OR name = ? ORDER BY name = ? DESC LIMIT 1",
        arguments: [Int64(entry), entry, entry])
      guard let id else { throw BooksError.unknown(entry) }
      try Self.requireFree(name, in: kind, except: id, database)
      try database.execute(sql: "UPDATE \(kind.table) SET name = ? WHERE id = ?", arguments: [name, id])
    }
  }

  private static func checked(_ name: String) throws(BooksError) -> String {
    let trimmed = name.trimmed
    guard !trimmed.isEmpty, trimmed.unicodeScalars.count <= FieldLimits.shortText else { throw .invalidName(name) }
    return trimmed
  }

  private static func requireFree(_ name: String, in kind: LookUpKind, except id: Int64, _ database: Database) throws {
    let holder = try Int64.fetchOne(
      database, sql: "SELECT id FROM \(kind.table) WHERE name = ? AND id <> ?", arguments: [name, id])
    if holder != nil { throw BooksError.invalidName(name) }
  }
}
