/// Where a page stands in its list, as the service says it (`meta`) or, failing that, as it can be worked out.
package struct PageMeta: Hashable, Sendable {
  package var currentPage: Int
  /// Place of the page's first record in the list, from 1; nil on an empty page and where the service does not say.
  package var from: Int?
  package var lastPage: Int
  package var perPage: Int
  /// Place of the page's last record.
  package var to: Int?
  package var total: Int
  /// The service did not say: `total` and `lastPage` are the least that they can be.
  package var isDerived: Bool

  package init(
    currentPage: Int, from: Int? = nil, lastPage: Int, perPage: Int, to: Int? = nil, total: Int,
    isDerived: Bool = false
  ) {
    self.currentPage = currentPage
    self.from = from
    self.lastPage = lastPage
    self.perPage = perPage
    self.to = to
    self.total = total
    self.isDerived = isDerived
  }

  package var hasMore: Bool { currentPage < lastPage }
}

extension PageMeta {
  /// Reads `meta`, of which any part may be missing, a string or nonsense; what is missing is derived from the
  /// query and the number of records on the page.
  package init(json: JSONValue?, query: ListQuery, count: Int) {
    func read(_ name: String, atLeast least: Int) -> Int? {
      guard let value = json?[name]?.integer, value >= Int64(least), value <= Self.largest else { return nil }
      return Int(value)
    }
    func bounded(_ asked: Int) -> Int { min(max(1, asked), Int(Self.largest)) }
    let page = read("current_page", atLeast: 1) ?? bounded(query.page ?? 1)
    let size = read("per_page", atLeast: 1) ?? bounded(query.limit ?? count)
    let seen = (page - 1) * size + count
    let told = read("total", atLeast: 0)
    let last = read("last_page", atLeast: 1) ?? told.map { max(1, ($0 + size - 1) / size) }
    self.init(
      currentPage: page, from: read("from", atLeast: 0), lastPage: last ?? (count >= size ? page + 1 : page),
      perPage: size, to: read("to", atLeast: 0), total: told ?? seen, isDerived: told == nil)
  }

  /// More records than any account has: beyond it a figure is nonsense.
  private static let largest: Int64 = 1_000_000_000

  /// The documented object, `from` and `to` included.
  package var json: JSONValue {
    [
      "current_page": .integer(Int64(currentPage)), "from": Self.number(from), "last_page": .integer(Int64(lastPage)),
      "per_page": .integer(Int64(perPage)), "to": Self.number(to), "total": .integer(Int64(total)),
    ]
  }

  private static func number(_ value: Int?) -> JSONValue {
    guard let value else { return .null }
    return .integer(Int64(value))
  }
}
