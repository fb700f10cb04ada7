import Billing
import BillingAPI
internal import GRDB

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
      let found = try Self.found(database, search, limit)
      let rows = try Self.customers(database, found.map(\.id))
      let byID = Dictionary(rows.map { ($0.id.value, $0) }) { first, _ in first }
      return try found.compactMap { match in
        guard let row = byID[match.id] else { return nil }
        let field = CustomerMatch.field(of: search, in: match.text)
        return CustomerHit(row: row, field: field, text: try Self.value(database, field, of: match.id))
      }
    }
  }

  private static func found(_ database: Database, _ search: SearchText, _ limit: Int) throws -> [CustomerMatch] {
    try Row.fetchAll(
      database,
      sql:
        "SELECT id, text FROM customers_text WHERE \(condition(search)) ORDER BY \(CustomerMatch.rank), text, id LIMIT :limit",
      arguments: arguments(search, limit)
    ).map { CustomerMatch(id: $0[0], text: $0[1]) }
  }

  /// The index proposes, the text decides.
  private static func condition(_ search: SearchText) -> String {
    let words = search.words.indices.map { "instr(text, :word\($0)) > 0" }
    let byWords = (proposed(search.trigrams, ":trigrams") + words).joined(separator: " AND ")
    // Digits without anything between them are found as a word.
    guard let digits = search.phoneDigits, digits != search.whole else { return byWords }
    let byPhone = (proposed(search.phoneTrigrams, ":phone_trigrams") + ["instr(text, :digits) > 0"])
    return "(\(byWords)) OR (\(byPhone.joined(separator: " AND ")))"
  }

  private static func proposed(_ query: String?, _ name: String) -> [String] {
    query == nil ? [] : ["id IN (SELECT rowid FROM customers_find WHERE customers_find MATCH \(name))"]
  }

  private static func arguments(_ search: SearchText, _ limit: Int) -> StatementArguments {
    var values: [String: (any DatabaseValueConvertible)?] = ["limit": limit, "whole": search.whole]
    for (place, word) in search.words.enumerated() { values["word\(place)"] = word }
    values["trigrams"] = search.trigrams
    // Digits that no telephone number has, where none are asked for.
    values["digits"] = search.phoneDigits ?? "\u{1}"
    if search.phoneDigits != search.whole { values["phone_trigrams"] = search.phoneTrigrams }
    return StatementArguments(values.filter { $0.value != nil })
  }

  private static func value(_ database: Database, _ field: CustomerField, of id: Int64) throws -> String {
    try String.fetchOne(
      database, sql: "SELECT CAST(json->>? AS TEXT) FROM records_json WHERE kind = 'customers' AND id = ?",
      arguments: ["$.\(field.path)", id]) ?? ""
  }
}

/// The text of a customer in which a search found what it looked for.
struct CustomerMatch {
  let id: Int64
  let text: String

  /// SQL that is smaller for better matches. Values stand between separators, the name first. Bound: whole, digits.
  static let rank = """
    CASE WHEN substr(text, 1, length(:whole) + 1) = char(31) || :whole THEN 0 \
    WHEN :digits <> char(1) AND instr(text, :digits || char(31)) > 0 THEN 1 \
    WHEN instr(text, char(31) || :whole) > 0 THEN 2 WHEN instr(text, ' ' || :whole) > 0 THEN 3 ELSE 4 END
    """

  /// The first field that has all of what was typed; else the first that has the longest of its words.
  static func field(of search: SearchText, in text: String) -> CustomerField {
    let values = text.split(separator: SearchText.separator, omittingEmptySubsequences: false).dropFirst()
    let fields = CustomerField.allCases + CustomerField.phones
    func first(_ part: String) -> CustomerField? { zip(fields, values).first { $0.1.contains(part) }?.0 }
    let longest = search.words.max { $0.count < $1.count } ?? search.whole
    return first(search.whole) ?? search.phoneDigits.flatMap(first) ?? first(longest) ?? .name
  }
}
