import Billing
import BillingAPI
import Store
import TerminalUI

extension OverviewContent {
  static func activity(_ entry: LatestEntry, _ moment: String, _ figures: Figures) -> LatestRow {
    LatestRow(
      moment: moment, sign: entry.sign, title: entry.label, amount: amount(entry, figures),
      words: words(entry, figures),
      destination: .record(entry.kind, id: entry.id))
  }

  private static func amount(_ entry: LatestEntry, _ figures: Figures) -> String {
    switch entry.change {
    case .balance, .status, .removed: ""
    case .dated, .appeared, .edited: entry.row?.amount.map { figures.amount($0, entry.row?.currencyID) } ?? ""
    }
  }

  private static func words(_ entry: LatestEntry, _ figures: Figures) -> String {
    switch entry.change {
    case .dated, .appeared: entry.row?.customerName ?? ""
    case .status(let old, let new): "\(old) → \(new)"
    case .balance(let old, let new):
      "balance \(figures.amount(old, entry.row?.currencyID)) → \(figures.amount(new, entry.row?.currencyID))"
    case .edited: "changed"
    case .removed: "is gone"
    }
  }
}

extension LatestEntry {
  /// A shape for what happened, readable without colour.
  fileprivate var sign: Span {
    switch (change, kind) {
    case (.removed, _): Span("✗", "error")
    case (.edited, _): Span("~", "text.dim")
    case (.status, _): Span("●", "status.sent")
    case (.balance, _): Span("◐", "status.partial")
    case (_, .payments): Span("✓", "status.paid")
    case (_, .estimates): Span("≡", "status")
    case (_, .expenses): Span("-", "text.dim")
    default: Span("+", "status.sent")
    }
  }
}
