import BillingAPI
import Store
import TerminalUI

extension AnyResource {
  static let estimates = AnyResource(
    ResourceDefinition<EstimateRow>(
      kind: .estimates,
      columns: [
        Column("Number", .fixed(10), priority: 100, sort: .number) { row, _ in TableCell(row.number) },
        Column("Customer", .flexible(minimum: 16, weight: 3), priority: 90, sort: .customer) { row, _ in
          TableCell(row.customerName)
        },
        Column("Issued", .fixed(11), priority: 50, sort: .date) { row, figures in figures.dayCell(row.estimateDate) },
        Column("Expires", .fixed(11), priority: 70, sort: .dueDate) { row, figures in figures.dayCell(row.expiryDate) },
        Column("Status", .fixed(11), priority: 80, sort: .status) { row, figures in
          StatusLook(row.status, isExpired: row.expiryDate.map { $0 < figures.today } ?? false).cell
        },
        Column("Total", .fixed(12), align: .trailing, priority: 95, sort: .total) { row, figures in
          figures.amountCell(row.total, row.currencyID)
        },
        Column("Reference", .flexible(minimum: 10, weight: 1), priority: 10, sort: .reference) { row, _ in
          TableCell(row.reference ?? "", role: "text.dim")
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
        QuickFilter("All", ""), QuickFilter("Draft", "is:draft"), QuickFilter("Sent", "status:sent,viewed"),
        QuickFilter("Accepted", "status:accepted"), QuickFilter("Rejected", "status:rejected"),
        QuickFilter("Expired", "status:expired"),
      ],
      title: { $0.number })
  ) { row in
    if case .estimate(let estimate) = row { estimate } else { nil }
  }
}
