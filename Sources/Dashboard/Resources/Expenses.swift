import BillingAPI
import Store
import TerminalUI

extension AnyResource {
  static let expenses = AnyResource(
    ResourceDefinition<ExpenseRow>(
      kind: .expenses,
      columns: [
        Column("Number", .fixed(10), priority: 60, sort: .number) { row, _ in TableCell(row.number ?? "") },
        Column("Spent", .fixed(11), priority: 90, sort: .date) { row, figures in figures.dayCell(row.expenseDate) },
        Column("Category", .flexible(minimum: 14, weight: 2), priority: 80, sort: .category) { row, _ in
          TableCell(row.categoryName ?? row.categoryID.map { "#\($0)" } ?? "")
        },
        Column("Customer", .flexible(minimum: 12, weight: 2), priority: 40, sort: .customer) { row, _ in
          TableCell(row.customerName ?? "", role: "text.dim")
        },
        Column("Notes", .flexible(minimum: 12, weight: 3), priority: 70, sort: .notes) { row, _ in
          TableCell(row.notes ?? "")
        },
        Column("Method", .flexible(minimum: 10, weight: 1), priority: 30, sort: .method) { row, _ in
          TableCell(row.methodName ?? "", role: "text.dim")
        },
        Column("Amount", .fixed(12), align: .trailing, priority: 95, sort: .amount) { row, figures in
          figures.amountCell(row.amount, row.currencyID)
        },
        Column("Currency", .fixed(8), priority: 85, sort: .currency, standard: false) { row, figures in
          figures.currencyCell(row.currencyID)
        },
        Column("Id", .fixed(8), align: .trailing, priority: 85, sort: .id, standard: false) { row, _ in
          TableCell("\(row.id)", role: "text.dim")
        },
      ],
      quickFilters: [QuickFilter("All", "")],
      title: { $0.number ?? "Expense \($0.id)" })
  ) { row in
    if case .expense(let expense) = row { expense } else { nil }
  }
}
