/// A customer that a search found, and where.
package struct CustomerHit: Hashable, Sendable {
  /// With what the loaded open invoices come to in each currency (`row.balances`).
  package var row: CustomerRow
  package var field: CustomerField
  /// The value of that field as the service has it.
  package var text: String

  package init(row: CustomerRow, field: CustomerField, text: String) {
    self.row = row
    self.field = field
    self.text = text
  }
}
