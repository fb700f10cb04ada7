import Billing
import BillingAPI

/// A record whose number, or the reference on it, has what was searched for.
package struct NumberHit: Hashable, Sendable {
  package var row: MirrorRow
  /// The number or reference that has it.
  package var text: String
  package var isReference: Bool

  package init(row: MirrorRow, text: String, isReference: Bool) {
    self.row = row
    self.text = text
    self.isReference = isReference
  }

  package var date: CalendarDate? { row.date }
  package var amount: Money? { row.amount }
}

extension MirrorRow {
  package var kind: ResourceKind {
    switch self {
    case .invoice: .invoices
    case .customer: .customers
    case .payment: .payments
    case .estimate: .estimates
    case .expense: .expenses
    case .item: .items
    }
  }

  /// The day of issue, payment or expense; of a customer, when it was made.
  package var date: CalendarDate? {
    switch self {
    case .invoice(let row): row.invoiceDate
    case .customer(let row): row.createdOn
    case .payment(let row): row.paymentDate
    case .estimate(let row): row.estimateDate
    case .expense(let row): row.expenseDate
    case .item: nil
    }
  }

  /// The total of a document, the amount of a payment or expense, the price of an item.
  package var amount: Money? {
    switch self {
    case .invoice(let row): row.total
    case .customer: nil
    case .payment(let row): row.amount
    case .estimate(let row): row.total
    case .expense(let row): row.amount
    case .item(let row): row.price
    }
  }

  package var currencyID: Identifier<Currency>? {
    switch self {
    case .invoice(let row): row.currencyID
    case .customer(let row): row.currencyID
    case .payment(let row): row.currencyID
    case .estimate(let row): row.currencyID
    case .expense(let row): row.currencyID
    case .item(let row): row.currencyID
    }
  }

  /// The number that people know a document by; nil for customers and items.
  package var number: String? {
    switch self {
    case .invoice(let row): row.number
    case .payment(let row): row.number
    case .estimate(let row): row.number
    case .expense(let row): row.number
    case .customer, .item: nil
    }
  }

  package var reference: String? {
    switch self {
    case .invoice(let row): row.reference
    case .estimate(let row): row.reference
    case .payment, .expense, .customer, .item: nil
    }
  }
}
