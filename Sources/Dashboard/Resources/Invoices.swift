import Billing
import BillingAPI
import Store
import TerminalUI

extension AnyResource {
  static let invoices = AnyResource(
    ResourceDefinition<InvoiceRow>(
      kind: .invoices,
      columns: [
        Column("Number", .fixed(10), priority: 100, sort: .number) { row, _ in TableCell(row.number) },
        Column("Customer", .flexible(minimum: 16, weight: 3), priority: 90, sort: .customer) { row, _ in
          TableCell(row.customerName)
        },
        Column("Issued", .fixed(11), priority: 30, sort: .date) { row, figures in figures.dayCell(row.invoiceDate) },
        Column("Due", .fixed(9), align: .trailing, priority: 70, sort: .dueDate) { row, figures in
          TableCell(
            figures.dueText(row.dueDate, isOpen: row.isOpen),
            role: row.daysLate(on: figures.today) != nil ? "status.overdue" : row.isOpen ? "text" : "text.dim")
        },
        Column("Status", .fixed(10), priority: 80, sort: .status) { row, figures in row.look(figures.today).cell },
        Column("Balance", .fixed(12), align: .trailing, priority: 95, sort: .balance) { row, figures in
          figures.amountCell(row.balance, row.currencyID, role: row.isOpen ? "money" : "text.dim")
        },
        Column("Total", .fixed(12), align: .trailing, priority: 60, sort: .total) { row, figures in
          figures.amountCell(row.total, row.currencyID)
        },
        Column("Reference", .flexible(minimum: 10, weight: 1), priority: 10, sort: .reference) { row, _ in
          TableCell(row.reference ?? "", role: "text.dim")
        },
        Column("Paid", .fixed(12), align: .trailing, priority: 85, standard: false) { row, figures in
          figures.amountCell(paid(row), row.currencyID)
        },
        Column("Paid status", .fixed(14), priority: 85, sort: .paidStatus, standard: false) { row, _ in
          TableCell(row.paidStatus.word)
        },
        Column("Late", .fixed(5), align: .trailing, priority: 85, standard: false) { row, figures in
          TableCell(row.daysLate(on: figures.today).map { "\($0)d" } ?? "", role: "status.overdue")
        },
        Column("Due day", .fixed(11), priority: 85, sort: .dueDate, standard: false) { row, figures in
          figures.dayCell(row.dueDate)
        },
        Column("Subtotal", .fixed(12), align: .trailing, priority: 85, sort: .subTotal, standard: false) {
          row, figures in figures.amountCell(row.subTotal, row.currencyID)
        },
        Column("Discount", .fixed(10), align: .trailing, priority: 85, sort: .discount, standard: false) {
          row, figures in figures.amountCell(row.discount, row.currencyID)
        },
        Column("Tax", .fixed(10), align: .trailing, priority: 85, sort: .tax, standard: false) { row, figures in
          figures.amountCell(row.tax, row.currencyID)
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
      quickFilters: [
        QuickFilter("All", ""), QuickFilter("Draft", "is:draft"), QuickFilter("Open", "is:open"),
        QuickFilter("Late", "is:late"), QuickFilter("Paid", "is:paid"),
      ],
      title: { $0.number })
  ) { row in
    if case .invoice(let invoice) = row { invoice } else { nil }
  }

  /// What has been paid, as far as total and balance are known.
  private static func paid(_ row: InvoiceRow) -> Money? {
    guard let total = row.total, let balance = row.balance else { return nil }
    // Amounts beyond what money can be are shown as unknown.
    return try? total.subtracting(balance)
  }
}
