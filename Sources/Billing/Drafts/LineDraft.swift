/// A line of an invoice or estimate as a form produces it.
package struct LineDraft: Hashable, Sendable {
  package var name: String
  package var description: String?
  package var quantity: Quantity
  /// The price of one, in cents; below zero for a credit line.
  package var price: Money
  package var unitName: String?

  package init(
    name: String, description: String? = nil, quantity: Quantity = .one, price: Money, unitName: String? = nil
  ) {
    self.name = name
    self.description = description
    self.quantity = quantity
    self.price = price
    self.unitName = unitName
  }

  package init(_ line: LineItem) {
    self.init(
      name: line.name, description: line.description, quantity: line.quantity, price: line.price,
      unitName: line.unitName)
  }

  package var amounts: LineAmounts { LineAmounts(quantity: quantity, price: price) }
  /// Rounded to the cent, half away from zero.
  package func total() throws(ArithmeticError) -> Money { try price.times(quantity) }

  func check(at index: Int, with checks: inout FieldChecks) {
    checks.require(name, .line(index, "name"))
    checks.limit(name, to: FieldLimits.shortText, .line(index, "name"))
    checks.limit(description, to: FieldLimits.longText, .line(index, "description"))
    checks.limit(price, .line(index, "price"))
    let limit = FieldLimits.quantity.tenThousandths
    if !(-limit...limit).contains(quantity.tenThousandths) {
      checks.refuse(.line(index, "quantity"), "must not be greater than 1000000000.")
    }
  }
}
