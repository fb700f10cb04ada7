import Billing
import BillingAPI
internal import GRDB

/// An item of the catalogue as a line of a document chooses it.
package struct ItemChoice: Hashable, Sendable {
  package var item: ItemRow
  /// What this customer paid for it last time.
  package var lastPrice: Money?

  package init(item: ItemRow, lastPrice: Money? = nil) {
    self.item = item
    self.lastPrice = lastPrice
  }
}

extension Mirror {
  /// Customers in whom every word of the text is found; those whose name begins with it come first, then those that have it in their name.
  package func customers(matching text: String, limit: Int = 50) throws(StoreError) -> [CustomerRow] {
    let ids = try matches(.customers, text, limit)
    return try read { database in
      let rows = try Self.customers(database, ids)
      let byID = Dictionary(rows.map { ($0.id.value, $0) }) { first, _ in first }
      return ids.compactMap { byID[$0] }
    }
  }

  /// Items in which every word of the text is found, each with the last price to a customer where one is named.
  package func items(
    matching text: String, for customer: Identifier<Customer>? = nil, limit: Int = 50
  ) throws(StoreError) -> [ItemChoice] {
    let rows = try self.rows(.items, ids: matches(.items, text, limit))
    return try read { database in
      let prices = try customer.map { try Self.lastPrices(database, $0) } ?? [:]
      return rows.compactMap { row in
        guard case .item(let item) = row else { return nil }
        return ItemChoice(item: item, lastPrice: prices[TextFolding.fold(item.name)])
      }
    }
  }

  private func matches(_ kind: ResourceKind, _ text: String, _ limit: Int) throws(StoreError) -> [Int64] {
    let folded = TextFolding.fold(text)
    let words = folded.split(whereSeparator: \.isWhitespace).map(String.init)
    let conditions = ["1"] + words.map { _ in "instr(text, ?) > 0" }
    let statement = """
      SELECT id FROM \(kind.rawValue) JOIN \(MirrorTable.of(kind).textName) USING (id) WHERE \(conditions.joined(separator: " AND "))
      ORDER BY CASE instr(name_folded, ?) WHEN 1 THEN 0 WHEN 0 THEN 2 ELSE 1 END, name_folded, id LIMIT ?
      """
    var arguments = StatementArguments(words)
    arguments += [folded, limit]
    return try read { try Int64.fetchAll($0, sql: statement, arguments: arguments) }
  }

  /// By folded name, the price of the newest line of this customer's invoices.
  private static func lastPrices(_ database: Database, _ customer: Identifier<Customer>) throws -> [String: Money] {
    let price = MirrorColumn("price", .money, "price").typed("(line.value->>'$.price')")
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT fold(line.value->>'$.name'), \(price) FROM invoices
        JOIN records_json ON records_json.kind = 'invoices' AND records_json.id = invoices.id
        JOIN json_each(records_json.json, '$.items') AS line
        WHERE invoices.customer_id = ? AND line.type = 'object' ORDER BY invoices.invoice_date DESC, invoices.id DESC
        """, arguments: [customer.value])
    let pairs = rows.compactMap { row -> (String, Money)? in
      guard let name = row[0] as String?, let cents = row[1] as Int64? else { return nil }
      return (name, Money(cents: cents))
    }
    return Dictionary(pairs) { newest, _ in newest }
  }
}
