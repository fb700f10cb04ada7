import Billing
import BillingAPI
import TerminalUI

/// The columns of a form's lines, in the order of the keyboard.
package enum LineColumn: Int, Sendable, Hashable, CaseIterable {
  case name, description, quantity, price

  /// The field's name in the API.
  package var name: String {
    switch self {
    case .name: "name"
    case .description: "description"
    case .quantity: "quantity"
    case .price: "price"
    }
  }

  /// What the cell holds.
  var kind: FieldKind {
    switch self {
    case .name: .item
    case .description: .text
    case .quantity: .quantity
    case .price: .amount
    }
  }

  package var title: String {
    switch self {
    case .name: "Item"
    case .description: "Description"
    case .quantity: "Qty"
    case .price: "Price"
    }
  }
}

/// One line of an invoice or estimate as it is typed.
package struct LineFields: Sendable, Equatable {
  package var name = TextField("")
  package var description = TextField("")
  package var quantity = TextField("")
  package var price = TextField("")
  package var unitName: String?
  /// What this customer paid for the item last time, where the catalogue has another price.
  package var lastPrice: Money?
  /// The line as the service has it, where a record is changed: what the form does not show goes back as it came.
  package var original: JSONValue?
  package var problems: [LineColumn: String] = [:]
  /// Cells that came with the item and that nobody typed over.
  package var proposed: Set<LineColumn> = []

  package init() {}

  package subscript(column: LineColumn) -> TextField {
    get {
      switch column {
      case .name: name
      case .description: description
      case .quantity: quantity
      case .price: price
      }
    }
    set {
      switch column {
      case .name: name = newValue
      case .description: description = newValue
      case .quantity: quantity = newValue
      case .price: price = newValue
      }
    }
  }

  /// True for the empty line at the end that waits to be typed into; anything typed makes it count.
  package var isBlank: Bool { LineColumn.allCases.allSatisfy { self[$0].text.allSatisfy(\.isWhitespace) } }
}
