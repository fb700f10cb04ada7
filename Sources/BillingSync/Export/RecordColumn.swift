import Billing
import BillingAPI
import BillingExport
import Store

/// A column that scripts list and screens export: the field's name in the API, the column of the screen that shows it,
/// and where its value is found.
package struct RecordColumn: Sendable {
  /// As the API calls it, where it has it.
  package let name: String
  /// How `views.toml` names the columns of the screen that show it; empty where none does.
  package let shown: [String]
  /// An amount, which says nothing without its currency.
  package let isAmount: Bool
  package let value: @Sendable (MirrorRow, CalendarDate) -> ExportValue

  /// Called as the API calls it, in headings too.
  package var column: ExportColumn { ExportColumn(title: name, name: name) }
  /// Called as the screen calls it, in headings.
  package func column(titled title: String) -> ExportColumn { ExportColumn(title: title, name: name) }
}

/// The columns of each kind, in their order.
package enum RecordColumns {
  package static func all(_ kind: ResourceKind) -> [RecordColumn] {
    switch kind {
    case .invoices: invoices
    case .customers: customers
    case .payments: payments
    case .estimates: estimates
    case .expenses: expenses
    case .items: items
    }
  }

  /// The columns that a screen shows, by their names there and with their titles; amounts bring their currency along.
  package static func shown(
    _ kind: ResourceKind, _ shown: [(id: String, title: String)]
  ) -> [(RecordColumn, ExportColumn)] {
    let all = all(kind)
    let chosen = shown.compactMap { id, title in
      all.first { $0.shown.contains(id) }.map { ($0, $0.column(titled: title)) }
    }
    guard chosen.contains(where: \.0.isAmount), !chosen.contains(where: { $0.0.name == "currency" }),
      let currency = all.first(where: { $0.name == "currency" })
    else { return chosen }
    return chosen + [(currency, currency.column(titled: "Currency"))]
  }
}
