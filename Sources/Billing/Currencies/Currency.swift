/// A currency as services of this family number and write it.
///
/// The ids are those of the documentation (1 is US Dollar); some installations use others, so an id that a record or
/// the configuration names with a code rules over this table.
package struct Currency: Hashable, Sendable {
  package let id: Identifier<Currency>
  /// The id on installations that number their currencies otherwise.
  package let alternativeID: Identifier<Currency>
  package let name: String
  /// ISO 4217: `EUR`.
  package let code: String
  package let symbol: String
  /// How many decimals to show. Amounts are hundredths all the same.
  package let decimals: Int
  package let thousandsSeparator: Character
  package let decimalSeparator: Character
  /// Whether the symbol is written after the amount.
  package let symbolFollows: Bool

  package static let all: [Currency] = table.split(separator: "\n").compactMap(Currency.init(row:))

  /// The one that the documentation gives this id.
  package static func with(id: Identifier<Currency>) -> Currency? { byID[id] }

  /// By its code in any case (`eur`).
  package static func with(code: some StringProtocol) -> Currency? { byCode[code.uppercased()] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Currency {
  private init?(row: Substring) {
    let cells = row.split(separator: "|", omittingEmptySubsequences: false)
    guard cells.count == 9, let id = Int64(cells[0]), let alternative = Int64(cells[1]), let decimals = Int(cells[3]),
      let thousands = cells[4].first, let decimal = cells[5].first
    else { return nil }
    self.id = Identifier(id)
    alternativeID = Identifier(alternative)
    code = String(cells[2])
    self.decimals = decimals
    thousandsSeparator = thousands
    decimalSeparator = decimal
    symbolFollows = cells[6] == "after"
    symbol = String(cells[7])
    name = String(cells[8])
  }
}
