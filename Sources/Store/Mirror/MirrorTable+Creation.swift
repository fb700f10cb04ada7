import BillingAPI

extension MirrorTable {
  /// The column by which names sort without regard to case and accents.
  var sortedName: String? { hasColumn("customer_name") ? "customer_name" : hasColumn("name") ? "name" : nil }

  /// The table of what `/` searches: folded text apart from the typed columns, so that neither is read for the other.
  var textName: String { "\(name)_text" }

  /// The index of what `@` and `#` search: any three characters of a customer, or of a document's numbers.
  var findName: String { "\(name)_find" }

  var hasNumber: Bool { hasColumn("number") }

  /// Items are few: scanning their text is enough.
  var isFound: Bool { hasNumber || kind == .customers }

  /// SQL for what is in the index, from the columns of the kind's tables, the same before and after a change.
  var foundText: String {
    guard hasNumber else { return "\(textName).text" }
    let parts = hasColumn("reference") ? ["number", "reference"] : ["number"]
    return "fold(\(parts.map { "ifnull(\(name).\($0), '')" }.joined(separator: " || char(31) || ")))"
  }

  /// Where `foundText` is read.
  var foundSource: String { hasNumber ? name : "\(name) JOIN \(textName) USING (id)" }

  /// Where the name stands by which people know a record, the likeliest first.
  var named: [String] { (kind.numberField.map { [$0] } ?? []) + ["name", "reference_number"] }

  func hasColumn(_ name: String) -> Bool { columns.contains { $0.name == name } }

  /// The statements that make the tables of this kind.
  var creation: String {
    let needed = indexes.enumerated().filter { !$1.waits }.map { index($0, $1) }
    return ([typedTable, textTable] + findIndex + needed).joined(separator: "\n")
  }

  /// The indexes that are made once all of a list is there, by name.
  var waiting: [(name: String, creation: String)] {
    indexes.enumerated().filter { $1.waits }.map { (indexName($0), index($0, $1)) }
  }

  private var typedTable: String {
    let number = hasNumber ? ["number_tail INTEGER"] : []
    let all =
      columns.map(\.definition) + number + ["name_folded TEXT", "flagged INTEGER NOT NULL"]
      + derived.map { "\($0.name) INTEGER" }
    return "CREATE TABLE \(name) (id INTEGER PRIMARY KEY, \(all.joined(separator: ", "))) STRICT;"
  }

  private var textTable: String {
    "CREATE TABLE \(textName) (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;"
  }

  /// It keeps neither text nor places: what it finds is looked at again in the tables.
  private var findIndex: [String] {
    guard isFound else { return [] }
    return [
      """
      CREATE VIRTUAL TABLE \(findName) USING fts5 (text, tokenize = 'trigram', content = '', detail = none, columnsize = 0);
      """,
      // Every page of records adds a part to it. Parts are put together when there are eight of a size, not four: each word
      // is then written fewer times, and a search reads a few parts more.
      "INSERT INTO \(findName) (\(findName), rank) VALUES ('automerge', 8);",
    ]
  }

  private func index(_ number: Int, _ index: MirrorIndex) -> String {
    let condition = index.condition.map { " WHERE \($0)" } ?? ""
    return
      "CREATE INDEX IF NOT EXISTS \(indexName(number)) ON \(name) (\(index.columns.joined(separator: ", ")))\(condition);"
  }

  private func indexName(_ number: Int) -> String { "\(name)_\(number)" }
}
