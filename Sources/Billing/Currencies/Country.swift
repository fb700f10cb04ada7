/// A country as services of this family number it.
package struct Country: Hashable, Sendable {
  package let id: Identifier<Country>
  /// ISO 3166: `DE`.
  package let code: String
  package let name: String
  /// The digits after the `+`.
  package let phoneCode: String

  package static let all: [Country] = table.split(separator: "\n").compactMap(Country.init(row:))

  /// The one that services of this family give this id.
  package static func with(id: Identifier<Country>) -> Country? { byID[id] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  private init?(row: Substring) {
    let cells = row.split(separator: "|", omittingEmptySubsequences: false)
    guard cells.count == 4, let id = Int64(cells[0]) else { return nil }
    self.id = Identifier(id)
    code = String(cells[1])
    phoneCode = String(cells[2])
    name = String(cells[3])
  }
}
