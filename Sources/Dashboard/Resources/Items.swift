import BillingAPI
import Store
import TerminalUI

extension AnyResource {
  static let items = AnyResource(
    ResourceDefinition<ItemRow>(
      kind: .items,
      columns: [
        Column("Name", .flexible(minimum: 18, weight: 2), priority: 100, sort: .name) { row, _ in TableCell(row.name) },
        Column("Description", .flexible(minimum: 16, weight: 3), priority: 50, sort: .description) { row, _ in
          TableCell(row.details ?? "", role: "text.dim")
        },
        Column("Unit", .fixed(10), priority: 70, sort: .unit) { row, _ in TableCell(row.unitName ?? "") },
        Column("Price", .fixed(14), align: .trailing, priority: 95, sort: .price) { row, figures in
          figures.amountCell(row.price, row.currencyID)
        },
        Column("Currency", .fixed(8), priority: 85, sort: .currency, standard: false) { row, figures in
          figures.currencyCell(row.currencyID)
        },
        Column("Id", .fixed(8), align: .trailing, priority: 85, sort: .id, standard: false) { row, _ in
          TableCell("\(row.id)", role: "text.dim")
        },
      ],
      quickFilters: [QuickFilter("All", "")],
      title: { $0.name })
  ) { row in
    if case .item(let item) = row { item } else { nil }
  }
}
