import Billing
import BillingAPI
internal import GRDB
internal import GRDBSQLite

extension Mirror {
  /// Customers in whom every word of the text is found, in any field, without regard to case, accents and the way in which
  /// telephone numbers are written.
  ///
  /// Best first: name that begins with it, telephone number that ends with it, another field that begins with it, a word
  /// that does, then any place; equal ones by name. Empty text finds nobody.
  package func findCustomers(_ text: String, limit: Int) throws(StoreError) -> [CustomerHit] {
    let search = SearchText(text)
    guard !search.isEmpty else { return [] }
    return try read { database in
      let found = try Self.best(database, search, limit)
      let rows = try Self.customers(database, found.map(\.id))
      let byID = Dictionary(rows.map { ($0.id.value, $0) }) { first, _ in first }
      return try found.compactMap { match in
        guard let row = byID[match.id] else { return nil }
        let field = CustomerField.first(having: search, in: String(decoding: match.text, as: UTF8.self))
        return CustomerHit(row: row, field: field, text: try Self.value(database, field, of: match.id))
      }
    }
  }

  private static func best(_ database: Database, _ search: SearchText, _ limit: Int) throws -> [CustomerMatch] {
    let matcher = CustomerMatcher(search)
    var best = BestMatches(limit: limit)
    try eachText(database, of: proposed(database, search)) { id, text in
      if let rank = matcher.rank(of: text) { best.offer(id, rank: rank, text) }
    }
    return best.matches
  }

  /// The customers that the index proposes: some may not match. Nil where it can propose none, or proposes so many that
  /// reading every text in its order is faster than reading theirs.
  private static func proposed(_ database: Database, _ search: SearchText) throws -> [Int64]? {
    guard let query = search.indexQuery else { return nil }
    let ids = try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT rowid FROM customers_find WHERE customers_find MATCH ? LIMIT ?"),
      arguments: [query, mostProposed + 1])
    return ids.count > mostProposed ? nil : ids
  }

  private static let mostProposed = 2_000

  /// Hands on the texts as they lie in SQLite's memory; nothing is made of those that do not match.
  private static func eachText(
    _ database: Database, of ids: [Int64]?, _ use: (Int64, UnsafeRawBufferPointer) -> Void
  ) throws {
    let chosen = ids == nil ? "" : " WHERE id IN (SELECT value FROM json_each(?))"
    let statement = try database.cachedStatement(sql: "SELECT id, text FROM customers_text" + chosen)
    try statement.setArguments(ids.map { [RecordIDs.json($0)] } ?? StatementArguments())
    let rows = statement.sqliteStatement
    defer { sqlite3_reset(rows) }
    var code = sqlite3_step(rows)
    while code == SQLITE_ROW {
      if let text = sqlite3_column_text(rows, 1) {
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(sqlite3_column_bytes(rows, 1)))
        use(sqlite3_column_int64(rows, 0), bytes)
      }
      code = sqlite3_step(rows)
    }
    guard code == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  private static func value(_ database: Database, _ field: CustomerField, of id: Int64) throws -> String {
    let statement = try database.cachedStatement(
      sql: "SELECT CAST(json->>? AS TEXT) FROM records_json WHERE kind = 'customers' AND id = ?")
    return try String.fetchOne(statement, arguments: ["$.\(field.path)", id]) ?? ""
  }
}

extension CustomerField {
  /// The first field that has all of what was typed; else the first that has the longest of its words.
  static func first(having search: SearchText, in text: String) -> CustomerField {
    let values = text.split(separator: SearchText.separator, omittingEmptySubsequences: false).dropFirst()
    let fields = allCases + phones
    func first(_ part: String) -> CustomerField? { zip(fields, values).first { $0.1.contains(part) }?.0 }
    let longest = search.words.max { $0.count < $1.count } ?? search.whole
    return first(search.whole) ?? search.phoneDigits.flatMap(first) ?? first(longest) ?? .name
  }
}
