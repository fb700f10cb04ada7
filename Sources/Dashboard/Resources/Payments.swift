import BillingAPI
import Store
import TerminalUI

extension AnyResource {
  static let payments = AnyResource(
    ResourceDefinition<PaymentRow>(
      kind: .payments,
      columns: [
        Column("Number", .fixed(10), priority: 100, sort: .number) { row, _ in TableCell(row.number) },
        Column("Received", .fixed(11), priority: 80, sort: .date) { row, figures in figures.dayCell(row.paymentDate) },
        Column("Customer", .flexible(minimum: 16, weight: 3), priority: 90, sort: .customer) { row, _ in
          TableCell(row.customerName)
        },
        Column("Invoice", .fixed(10), priority: 70, sort: .invoice) { row, _ in invoice(row) },
        Column("Method", .flexible(minimum: 10, weight: 1), priority: 40, sort: .method) { row, _ in
          TableCell(row.methodName ?? "", role: "text.dim")
        },
        Column("Amount", .fixed(12), align: .trailing, priority: 95, sort: .amount) { row, figures in
          figures.amountCell(row.amount, row.currencyID)
        },
        Column("Currency", .fixed(8), priority: 85, sort: .currency, standard: false) { row, figures in
          figures.currencyCell(row.currencyID)
        },
        Column("Notes", .flexible(minimum: 16, weight: 2), priority: 85, sort: .notes, standard: false) { row, _ in
          TableCell(row.notes ?? "", role: "text.dim")
        },
        Column("Id", .fixed(8), align: .trailing, priority: 85, sort: .id, standard: false) { row, _ in
          TableCell("\(row.id)", role: "text.dim")
        },
      ],
      quickFilters: [QuickFilter("All", "")],
      title: { $0.number })
  ) { row in
    if case .payment(let payment) = row { payment } else { nil }
  }

  private static func invoice(_ row: PaymentRow) -> TableCell {
    guard let id = row.invoiceID else { return TableCell("unapplied", role: "warning") }
    return TableCell(row.invoiceNumber ?? "#\(id)")
  }
}
