import Billing
import BillingAPI
internal import GRDB

extension Mirror {
  /// Records of any kind whose number or reference has every word of the text (`inv 383` finds `INV-000383`).
  ///
  /// Best first: the same number, zeros aside; one that ends so; then any place; the newest of equal ones first.
  package func findNumbers(_ text: String, limit: Int) throws(StoreError) -> [NumberHit] {
    let search = SearchText(text)
    guard !search.isEmpty else { return [] }
    let kinds = ResourceKind.allCases.filter { $0.numberField != nil }
    var hits: [NumberHit] = []
    for kind in kinds {
      let ids = try numbered(kind, search, limit)
      hits += try rows(kind, ids: ids).map { NumberHit($0, search) }
    }
    let ranked = hits.map { (hit: $0, rank: NumberRank($0, search)) }.sorted { $0.rank < $1.rank }
    return ranked.prefix(limit).map(\.hit)
  }

  /// Those that end in the very number, and the newest that have it anywhere.
  private func numbered(_ kind: ResourceKind, _ search: SearchText, _ limit: Int) throws(StoreError) -> [Int64] {
    let table = MirrorTable.of(kind)
    let words = search.words.indices.map { "instr(\(table.foundText), :word\($0)) > 0" }.joined(separator: " AND ")
    let proposed =
      search.trigrams == nil
      ? "FROM \(table.name) WHERE \(words) ORDER BY id DESC"
      : """
      FROM \(table.findName) JOIN \(table.name) ON \(table.name).id = \(table.findName).rowid
      WHERE \(table.findName) MATCH :trigrams AND \(words) ORDER BY \(table.findName).rowid DESC
      """
    let statement = """
      SELECT * FROM (SELECT \(table.name).id \(proposed) LIMIT :limit)
      UNION SELECT * FROM (SELECT id FROM \(table.name) WHERE number_tail = :tail AND \(words) ORDER BY id DESC LIMIT :limit)
      """
    var values: [String: (any DatabaseValueConvertible)?] = ["limit": limit, "tail": NumberTail.value(search.whole)]
    for (place, word) in search.words.enumerated() { values["word\(place)"] = word }
    if let trigrams = search.trigrams { values["trigrams"] = trigrams }
    let arguments = StatementArguments(values)
    return try read { try Int64.fetchAll($0, sql: statement, arguments: arguments) }
  }
}

extension NumberHit {
  fileprivate init(_ row: MirrorRow, _ search: SearchText) {
    let number = row.number ?? ""
    let isInNumber = search.words.allSatisfy(TextFolding.fold(number).contains)
    self.init(row: row, text: isInNumber ? number : row.reference ?? number, isReference: !isInNumber)
  }
}

/// How well a number fits: smaller is better.
private struct NumberRank: Comparable {
  let fit: Int
  let day: Int
  let id: Int64

  init(_ hit: NumberHit, _ search: SearchText) {
    let text = TextFolding.fold(hit.text)
    let isSame = text == search.whole || NumberTail.value(text).map { $0 == NumberTail.value(search.whole) } ?? false
    fit = (isSame ? 0 : text.hasSuffix(search.whole) ? 1 : 2) + (hit.isReference ? 3 : 0)
    day = hit.date?.daysSince1970 ?? .min
    id = hit.row.id
  }

  static func < (left: NumberRank, right: NumberRank) -> Bool {
    (left.fit, right.day, right.id) < (right.fit, left.day, left.id)
  }
}
