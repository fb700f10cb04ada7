import Billing
import BillingExport

/// Values as a table for people shows them.
struct TableFormat: ExportFormat {
  func beginning(_ columns: [ExportColumn]) -> String { "" }
  func row(_ values: [ExportValue], _ columns: [ExportColumn]) -> String { values.map(cell).joined(separator: "  ") }

  func cell(_ value: ExportValue) -> String {
    switch value {
    case .text(let text): text
    case .money(let money): money.formatted(style: .plain)
    case .quantity(let quantity): quantity.text
    case .day(let day): day.iso
    case .integer(let number): String(number)
    case .empty: ""
    }
  }
}
