import Billing

/// What the list of items shows of one.
package struct ItemRow: Hashable, Sendable {
  package var id: Identifier<Item>
  package var name: String
  package var details: String?
  package var price: Money?
  package var unitID: Identifier<UnitKind>?
  package var unitName: String?
  package var currencyID: Identifier<Currency>?
  package var isFlagged: Bool

  package init(id: Identifier<Item>, name: String) {
    self.id = id
    self.name = name
    isFlagged = false
  }
}
