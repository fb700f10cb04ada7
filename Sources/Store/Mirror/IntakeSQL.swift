/// The statements that bring a page of JSON into the tables of one kind.
struct IntakeSQL {
  let table: MirrorTable

  static let staging = """
    CREATE TEMP TABLE IF NOT EXISTS intake (
      place INTEGER PRIMARY KEY, id INTEGER UNIQUE, json TEXT NOT NULL, fresh INTEGER
    )
    """

  /// Bound: what the record has for an id, and its JSON. Of records of the same id the first counts.
  static let stage = "INSERT OR IGNORE INTO intake (id, json) VALUES (\(identifier(":id")), :json)"

  /// Bound: the body of one record, bare or under `data`.
  var stageRecord: String {
    """
    INSERT INTO intake (id, json) SELECT \(Self.identifier("(value->>'$.id')")), \(stripped) FROM \
    (SELECT CASE json_type(:page, '$.data') WHEN 'object' THEN json_extract(:page, '$.data') ELSE json(:page) END AS value)
    """
  }

  /// What records without an id are called: their number or name, or how they begin.
  var skippedNames: String {
    """
    SELECT substr(CASE WHEN json_type(json) = 'object' THEN coalesce(\(table.named.map { "json->>'$.\($0)'" }.joined(separator: ", ")), json) \
    ELSE json END, 1, 60) FROM intake WHERE id IS NULL ORDER BY place LIMIT 20
    """
  }

  /// Marks what is newer than what is known with 1, and with 2 where it differs from it: only that is written to the typed
  /// tables. Bound: kind, asOf.
  ///
  /// What is not known and comes from before a walk that met all there is was deleted meanwhile: ids are given once.
  let markFresh = """
    UPDATE intake SET fresh = CASE WHEN EXISTS (SELECT 1 FROM records_json AS known
        WHERE known.kind = :kind AND known.id = intake.id AND known.json = intake.json) THEN 1 ELSE 2 END
      WHERE id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM records_json AS known
        WHERE known.kind = :kind AND known.id = intake.id AND known.as_of > :asOf)
      AND NOT EXISTS (SELECT 1 FROM gone WHERE gone.kind = :kind AND gone.id = intake.id AND gone.as_of >= :asOf)
      AND (EXISTS (SELECT 1 FROM records_json AS known WHERE known.kind = :kind AND known.id = intake.id)
        OR NOT EXISTS (SELECT 1 FROM fetched WHERE fetched.kind = :kind AND next_page = 0 AND failed_walks = 0
          AND difference = 0 AND walk_started > :asOf))
    """

  let keepJSON = """
    INSERT INTO records_json (kind, id, json, as_of) SELECT :kind, id, json, :asOf FROM intake WHERE fresh
    ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json, as_of = excluded.as_of
    """

  /// The records that are written anew: those that differ.
  static let changed = "SELECT id, json FROM intake WHERE fresh = 2"

  /// Fills the tables of the kind from any source of `id, json`; their older rows must be out of the search index.
  func keep(from source: String) -> [String] {
    [keepTyped(from: source), keepText(from: source)] + (table.isFound ? [keepFound(from: source)] : [])
  }

  /// Takes what was known of records out of the search index, which must be told what it held. Bound where `source` has it.
  func unfind(_ source: String) -> String? {
    guard table.isFound else { return nil }
    return """
      INSERT INTO \(table.findName) (\(table.findName), rowid, text) SELECT 'delete', \(table.name).id, \(table.foundText) \
      FROM \(table.foundSource) WHERE id IN (\(source))
      """
  }

  private func keepFound(from source: String) -> String {
    """
    INSERT INTO \(table.findName) (rowid, text) SELECT \(table.name).id, \(table.foundText) \
    FROM \(table.foundSource) WHERE id IN (SELECT id FROM (\(source)))
    """
  }

  private func keepTyped(from source: String) -> String {
    let names = table.columns.map(\.name)
    return """
      INSERT OR REPLACE INTO \(table.name) (id, \(names.joined(separator: ", "))\(numberTail("number_tail")), name_folded, \
      flagged\(derived(\.name)))
      WITH raw AS MATERIALIZED (
        SELECT id, \(list { "\($0.extraction) AS raw_\($0.name)" }) FROM (\(source))
      ), typed AS MATERIALIZED (
        SELECT *, \(list(typedColumn)) FROM raw
      )
      SELECT id, \(names.joined(separator: ", "))\(numberTail("number_tail(number)")), \(sortName), \
      \(flagged)\(derived(\.value)) FROM typed
      """
  }

  private func derived(_ part: (DerivedColumn) -> String) -> String { table.derived.map { ", \(part($0))" }.joined() }

  private func numberTail(_ value: String) -> String { table.hasNumber ? ", \(value)" : "" }

  /// Everything that can be searched, each between separators, so that no word is found across two values.
  func keepText(from source: String) -> String {
    let columns = table.columns.filter(\.isSearched).map { $0.reading == .money ? Self.amountText($0.name) : $0.name }
    let paths = table.searchedPaths.map { "CAST(source.json->>'$.\($0)' AS TEXT)" }
    let phones = table.phonePaths.map { "digits(CAST(source.json->>'$.\($0)' AS TEXT))" }
    let parts = (columns + paths + phones).map { "ifnull(\($0), '')" }.joined(separator: " || char(31) || ")
    return """
      INSERT OR REPLACE INTO \(table.textName) (id, text)
      SELECT id, fold(char(31) || \(parts) || char(31)) FROM (\(source)) AS source JOIN \(table.name) USING (id)
      """
  }

  private static func identifier(_ raw: String) -> String { MirrorColumn("id", .identifier, "id").typed(raw) }

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

  private var sortName: String { table.sortedName.map { "fold(\($0))" } ?? "NULL" }

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
