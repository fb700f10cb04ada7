import BillingAPI

/// The typed columns that the mirror keeps of one kind of record: what lists show, filter, sort and add up.
struct MirrorTable: Sendable {
  let kind: ResourceKind
  let columns: [MirrorColumn]
  /// Paths of what is searched too but has no column.
  let searchedPaths: [String]
  /// Paths whose digits are searched without what stands between them.
  let phonePaths: [String]
  /// Nested values that the documentation does not show; they are cut out.
  let bulk: [String]
  /// Columns that are worked out from the others when a record comes in.
  let derived: [DerivedColumn]
  let indexes: [MirrorIndex]

  init(
    _ kind: ResourceKind, columns: [MirrorColumn], searchedPaths: [String] = [], phonePaths: [String] = [],
    bulk: [String] = [], derived: [DerivedColumn] = [], indexes: [MirrorIndex] = []
  ) {
    self.kind = kind
    self.columns = columns
    self.searchedPaths = searchedPaths
    self.phonePaths = phonePaths
    self.bulk = bulk
    self.derived = derived
    self.indexes = indexes
  }

  var name: String { kind.rawValue }
}

/// A whole number that follows from other columns.
///
/// It is kept like any other: SQLite reads the whole row for a column that it generates itself, though an index has it.
struct DerivedColumn: Sendable {
  let name: String
  /// SQL over the columns of the table, and over what the record has for them (`raw_` and the column's name).
  let value: String
}

/// Columns by which rows are found, in order; the id stands behind them by itself.
struct MirrorIndex: Sendable {
  let columns: [String]
  /// Only rows for which this holds are in it.
  let condition: String?
  /// It is made once all of the list is there; lists are read without it until then.
  ///
  /// Records come newest first. What lies all over an index by that order has every page of it written anew with every
  /// page of records: making it in one go takes a tenth of that.
  let waits: Bool

  init(_ columns: String..., where condition: String? = nil, waits: Bool = false) {
    self.columns = columns
    self.condition = condition
    self.waits = waits
  }
}

/// One typed column and where its value stands in the JSON.
struct MirrorColumn: Sendable {
  let name: String
  /// The first of these that has a value is read.
  let paths: [String]
  let reading: Reading
  let isSearched: Bool

  /// How a JSON value becomes a column, however the service chose to write it.
  enum Reading: Sendable {
    case text
    /// A status word, in capitals.
    case word
    case identifier
    /// Cents, at most ±10^15.
    case money
    /// Days since 1970-01-01.
    case day
  }

  init(_ name: String, _ reading: Reading, _ paths: String..., searched: Bool = false) {
    self.name = name
    self.reading = reading
    self.paths = paths
    isSearched = searched
  }
}

extension MirrorColumn {
  var definition: String {
    switch reading {
    case .text, .word: "\(name) TEXT"
    case .identifier, .money, .day: "\(name) INTEGER"
    }
  }

  /// SQL for the value as it came, from the column `json`.
  var extraction: String {
    let values = paths.map { "json->>'$.\($0)'" }
    return values.count == 1 ? values[0] : "coalesce(\(values.joined(separator: ", ")))"
  }

  /// SQL for the typed value, from the value as it came.
  func typed(_ raw: String) -> String {
    switch reading {
    case .text: "CAST(\(raw) AS TEXT)"
    case .word: "upper(CAST(\(raw) AS TEXT))"
    case .identifier: Self.whole(raw, from: 1, to: Int64.max)
    case .money: Self.whole(raw, from: -1_000_000_000_000_000, to: 1_000_000_000_000_000)
    case .day: "day_number(\(raw))"
    }
  }

  /// SQL that is true where there was a value but it could not be read.
  func isLost(_ raw: String, typed: String) -> String? {
    switch reading {
    case .text, .word, .identifier: nil
    case .money, .day: "(\(typed) IS NULL AND \(raw) IS NOT NULL AND \(raw) <> '')"
    }
  }

  /// A whole number, also where it is written as text or with decimals that are zero; NULL for any other.
  private static func whole(_ raw: String, from least: Int64, to most: Int64) -> String {
    let number = """
      CASE typeof(\(raw)) WHEN 'real' THEN \(raw) WHEN 'text' THEN CASE WHEN json_valid(\(raw)) THEN \
      CASE WHEN json_type(\(raw)) IN ('integer', 'real') THEN \(raw)->>'$' END END END
      """
    // Nearly all are integers as they should be: those are spared the call of a function.
    return """
      CASE WHEN typeof(\(raw)) = 'integer' THEN CASE WHEN \(raw) BETWEEN \(least) AND \(most) THEN \(raw) END \
      WHEN \(raw) IS NOT NULL THEN whole_number(\(number), \(least), \(most)) END
      """
  }
}
