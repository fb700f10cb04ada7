/// The statements that bring a page of JSON into the tables of one kind.
struct IntakeSQL {
  let table: MirrorTable

  static let staging = """
    CREATE TEMP TABLE IF NOT EXISTS intake (place INTEGER PRIMARY KEY, id INTEGER, json TEXT NOT NULL, fresh INTEGER)
    """

  /// Bound: the page, the path of its list.
  var stage: String {
    "INSERT INTO intake (id, json) SELECT \(identifier), \(stripped) FROM json_each(:page, '$.data') WHERE type = 'object'"
  }

  /// Bound: the body of one record, bare or under `data`.
  var stageRecord: String {
    """
    INSERT INTO intake (id, json) SELECT \(identifier), \(stripped) FROM \
    (SELECT CASE json_type(:page, '$.data') WHEN 'object' THEN json_extract(:page, '$.data') ELSE json(:page) END AS value)
    """
  }

  /// Marks what is newer than what is known. Bound: kind, asOf.
  let markFresh = """
    UPDATE intake SET fresh = id IS NOT NULL
      AND place = (SELECT min(place) FROM intake AS same WHERE same.id = intake.id)
      AND NOT EXISTS (SELECT 1 FROM records_json AS known
        WHERE known.kind = :kind AND known.id = intake.id AND known.as_of > :asOf)
      AND NOT EXISTS (SELECT 1 FROM gone WHERE gone.kind = :kind AND gone.id = intake.id AND gone.as_of >= :asOf)
    """

  /// Of what is fresh, marks what differs from what is known: only that is written to the typed tables. Bound: kind.
  let markChanged = """
    UPDATE intake SET fresh = 2 WHERE fresh AND NOT EXISTS (SELECT 1 FROM records_json AS known
      WHERE known.kind = :kind AND known.id = intake.id AND known.json = intake.json)
    """

  let keepJSON = """
    INSERT INTO records_json (kind, id, json, as_of) SELECT :kind, id, json, :asOf FROM intake WHERE fresh
    ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json, as_of = excluded.as_of
    """

  var keepTyped: String { keepTyped(from: "SELECT id, json FROM intake WHERE fresh = 2") }

  /// Fills the typed columns from any source of `id, json`.
  func keepTyped(from source: String) -> String {
    let names = table.columns.map(\.name)
    return """
      INSERT OR REPLACE INTO \(table.name) (id, \(names.joined(separator: ", ")), name_folded, search_text, flagged)
      WITH raw AS MATERIALIZED (
        SELECT id, \(list { "\($0.extraction) AS raw_\($0.name)" })\(extras) FROM (\(source))
      ), typed AS MATERIALIZED (
        SELECT *, \(list(typedColumn)) FROM raw
      )
      SELECT id, \(names.joined(separator: ", ")), \(sortName), \(searchText), \(flagged) FROM typed
      """
  }

  private var identifier: String {
    MirrorColumn("id", .identifier, "id").typed("(value->>'$.id')")
  }

  private var stripped: String {
    let paths = table.bulk.map { "'$.\($0)'" }
    return paths.isEmpty ? "json(value)" : "json_remove(value, \(paths.joined(separator: ", ")))"
  }

  private func list(_ part: (MirrorColumn) -> String) -> String {
    table.columns.map(part).joined(separator: ", ")
  }

  /// A document that does not nest its customer takes the name from what is known of that customer.
  private func typedColumn(_ column: MirrorColumn) -> String {
    let typed = column.typed("raw_\(column.name)")
    guard column.name == "customer_name" else { return "\(typed) AS \(column.name)" }
    return "coalesce(\(typed), (SELECT name FROM customers WHERE customers.id = raw_customer_id)) AS customer_name"
  }

  /// Values that are searched without having a column.
  private var extras: String {
    table.searchedPaths.enumerated().map { ", json->>'$.\($1)' AS searched_\($0)" }.joined()
      + table.phonePaths.enumerated().map { ", digits(CAST(json->>'$.\($1)' AS TEXT)) AS phone_\($0)" }.joined()
  }

  private var sortName: String { table.sortedName.map { "fold(\($0))" } ?? "NULL" }

  /// Everything that can be searched, a line each, so that no word is found across two values.
  private var searchText: String {
    let columns = table.columns.filter(\.isSearched).map { $0.reading == .money ? Self.amountText($0.name) : $0.name }
    let extras = table.searchedPaths.indices.map { "searched_\($0)" } + table.phonePaths.indices.map { "phone_\($0)" }
    let parts = (columns + extras).map { "ifnull(\($0) || char(10), '')" }
    return "fold(\(parts.joined(separator: " || ")))"
  }

  /// Cents as they are read (`1980.00`).
  private static func amountText(_ column: String) -> String {
    let sign = "CASE WHEN \(column) < 0 THEN '-' ELSE '' END"
    return "(\(sign) || (abs(\(column)) / 100) || '.' || substr(100 + abs(\(column)) % 100, 2))"
  }

  private var flagged: String {
    let lost = table.columns.compactMap { $0.isLost("raw_\($0.name)", typed: $0.name) }
    return lost.isEmpty ? "0" : "(\(lost.joined(separator: " OR ")))"
  }
}
