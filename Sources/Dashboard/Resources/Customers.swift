import BillingAPI
import Store
import TerminalUI

extension AnyResource {
  static let customers = AnyResource(
    ResourceDefinition<CustomerRow>(
      kind: .customers,
      columns: [
        Column("Name", .flexible(minimum: 18, weight: 3), priority: 100, sort: .name) { row, _ in TableCell(row.name) },
        Column("Company", .flexible(minimum: 14, weight: 2), priority: 60, sort: .company) { row, _ in
          TableCell(row.companyName ?? "")
        },
        Column("E-mail", .flexible(minimum: 16, weight: 2), priority: 50, sort: .email) { row, _ in
          TableCell(row.email ?? "")
        },
        Column("Phone", .fixed(16), priority: 70, sort: .phone) { row, _ in TableCell(row.phone ?? "") },
        Column("Open balance", .fixed(14), align: .trailing, priority: 90, sort: .balance) { row, figures in
          openBalance(row, figures)
        },
        Column("Contact", .flexible(minimum: 14, weight: 2), priority: 85, sort: .contact, standard: false) { row, _ in
          TableCell(row.contactName ?? "")
        },
        Column("Website", .flexible(minimum: 16, weight: 2), priority: 85, sort: .website, standard: false) { row, _ in
          TableCell(row.website ?? "", role: "link")
        },
        Column("Open invoices", .fixed(13), align: .trailing, priority: 85, standard: false) { row, _ in
          let count = row.balances.reduce(0) { $0 + $1.count }
          return TableCell(count > 0 ? "\(count)" : "")
        },
        Column("Currency", .fixed(8), priority: 85, sort: .currency, standard: false) { row, figures in
          figures.currencyCell(row.currencyID)
        },
        Column("Since", .fixed(11), priority: 85, sort: .date, standard: false) { row, figures in
          figures.dayCell(row.createdOn)
        },
        Column("Id", .fixed(8), align: .trailing, priority: 85, sort: .id, standard: false) { row, _ in
          TableCell("\(row.id)", role: "text.dim")
        },
      ],
      quickFilters: [QuickFilter("All", ""), QuickFilter("Owing", "is:open")],
      title: { $0.name })
  ) { row in
    if case .customer(let customer) = row { customer } else { nil }
  }

  /// The one balance of a customer, or how many currencies it is in: these are never added up.
  private static func openBalance(_ row: CustomerRow, _ figures: Figures) -> TableCell {
    guard let first = row.balances.first else { return TableCell("", role: "text.dim") }
    let amount = figures.amount(first.balance, first.currencyID)
    return TableCell(row.balances.count == 1 ? amount : "\(amount) +\(row.balances.count - 1)", role: "money")
  }
}
