/// One line of an invoice or estimate.
package struct LineItem: Hashable, Sendable {
  package var id: Identifier<LineItem>?
  package var name: String
  package var description: String?
  package var quantity: Quantity
  /// The price of one, in cents; below zero for a credit line.
  package var price: Money
  package var total: Money
  /// The unit's name where the service nests one (`hour`).
  package var unitName: String?

  package init(name: String, quantity: Quantity, price: Money, total: Money) {
    self.name = name
    self.quantity = quantity
    self.price = price
    self.total = total
  }
}
