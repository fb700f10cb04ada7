import Billing
import BillingAPI

/// One row of a list, of any kind.
package enum MirrorRow: Hashable, Sendable {
  case invoice(InvoiceRow)
  case customer(CustomerRow)
  case payment(PaymentRow)
  case estimate(EstimateRow)
  case expense(ExpenseRow)
  case item(ItemRow)

  package var id: Int64 {
    switch self {
    case .invoice(let row): row.id.value
    case .customer(let row): row.id.value
    case .payment(let row): row.id.value
    case .estimate(let row): row.id.value
    case .expense(let row): row.id.value
    case .item(let row): row.id.value
    }
  }
}
