/// An item of the catalogue as a form produces it and a service reads it.
package struct ItemDraft: Hashable, Sendable {
  package var name: String
  /// Below zero for what is credited.
  package var price: Money?
  package var description: String?
  package var unitID: Identifier<UnitKind>?
  package var currencyID: Identifier<Currency>?

  package init(
    name: String = "", price: Money? = nil, description: String? = nil, unitID: Identifier<UnitKind>? = nil
  ) {
    self.name = name
    self.price = price
    self.description = description
    self.unitID = unitID
  }

  /// What a service would refuse, in the order of the form.
  package func validate() -> [ValidationProblem] {
    var checks = FieldChecks()
    checks.require(name, "name")
    checks.limit(name, to: FieldLimits.shortText, "name")
    checks.require(price, "price")
    if let price { checks.limit(price, "price") }
    checks.limit(description, to: FieldLimits.longText, "description")
    return checks.problems
  }
}

extension ItemDraft {
  /// The draft that would leave this item as it is.
  package init(_ item: Item) {
    self.init(
      name: item.name, price: item.price, description: item.description, unitID: item.unitID ?? item.unit?.id)
    currencyID = item.currencyID
  }
}
