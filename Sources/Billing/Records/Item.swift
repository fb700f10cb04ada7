/// A product or service of the catalogue.
package struct Item: Hashable, Sendable {
  package var id: Identifier<Item>
  package var name: String
  package var description: String?
  package var price: Money
  package var unitID: Identifier<UnitKind>?
  package var companyID: Identifier<Company>?
  package var creatorID: Int64?
  package var currencyID: Identifier<Currency>?
  /// `YES` or `NO` as the service writes it.
  package var taxPerItem: String?
  package var createdAt: String?
  package var updatedAt: String?
  package var unit: Unit?

  package init(id: Identifier<Item>, name: String, price: Money) {
    self.id = id
    self.name = name
    self.price = price
  }
}
