/// The number by which the service knows a record of one kind; an invoice's cannot be taken for a customer's.
package struct Identifier<Record>: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let value: Int64

  package init(_ value: Int64) { self.value = value }

  package var description: String { String(value) }
  package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// An entry of a list that the service keeps and only ever nests in records: a unit, payment method or category.
package struct LookUp<Kind>: Hashable, Sendable {
  package var id: Identifier<Kind>
  package var name: String

  package init(id: Identifier<Kind>, name: String) {
    self.id = id
    self.name = name
  }
}

/// Names the look-ups of units of measure (`hour`).
package enum UnitKind {}
/// Names the look-ups of ways to pay (`Bank Transfer`).
package enum PaymentMethodKind {}
/// Names the look-ups of kinds of expense (`Office Supplies`).
package enum ExpenseCategoryKind {}

package typealias Unit = LookUp<UnitKind>
package typealias PaymentMethod = LookUp<PaymentMethodKind>
package typealias ExpenseCategory = LookUp<ExpenseCategoryKind>
