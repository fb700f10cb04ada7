import BillingAPI
import Foundation
internal import GRDB

/// A list that no endpoint of the API answers: its entries are learned from the records that nest them.
package enum LookUpList: String, Hashable, Sendable, CaseIterable {
  case units
  case paymentMethods = "payment_methods"
  case expenseCategories = "expense_categories"
}

/// One entry of such a list.
package struct LookUpEntry: Hashable, Sendable {
  package var id: Int64
  package var name: String

  package init(id: Int64, name: String) {
    self.id = id
    self.name = name
  }
}

extension Mirror {
  /// The entries of a list that were seen so far, by name.
  package func lookUps(_ list: LookUpList) throws(StoreError) -> [LookUpEntry] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT id, name FROM look_ups WHERE list = ? ORDER BY fold(name), id",
        arguments: [list.rawValue]
      ).map { LookUpEntry(id: $0["id"], name: $0["name"]) }
    }
  }

  /// Learns the entries that the records being taken in nest.
  static func learnLookUps(_ database: Database, from kind: ResourceKind) throws {
    for source in sources where source.kind == kind {
      try database.run(
        """
        INSERT INTO look_ups (list, id, name)
        SELECT :list, \(source.id), max(\(source.name)) FROM \(kind.rawValue)
        WHERE id IN (SELECT id FROM intake WHERE fresh = 2) AND \(source.id) IS NOT NULL AND \(source.name) IS NOT NULL
        GROUP BY \(source.id)
        ON CONFLICT (list, id) DO UPDATE SET name = excluded.name
        """, ["list": source.list.rawValue])
    }
  }

  private static let sources: [(kind: ResourceKind, list: LookUpList, id: String, name: String)] = [
    (.items, .units, "unit_id", "unit_name"),
    (.payments, .paymentMethods, "method_id", "method_name"),
    (.expenses, .paymentMethods, "method_id", "method_name"),
    (.expenses, .expenseCategories, "category_id", "category_name"),
  ]
}
