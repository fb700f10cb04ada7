import Billing
import BillingAPI
import Store
import TerminalUI

extension OverviewContent {
  static func ageing(_ shown: CurrencyOverview, _ figures: Figures) -> [AgeingRow] {
    shown.ageing.map { bucket in
      let whole = Double(shown.outstanding.sum.cents)
      return AgeingRow(
        label: bucket.age.label, amount: figures.bare(bucket.total.sum, shown.currencyID), count: bucket.total.count,
        share: whole > 0 ? Double(bucket.total.sum.cents) / whole : 0,
        role: bucket.age == .current ? "chart.invoiced" : "chart.overdue",
        destination: .list(.invoices, filter: bucket.age.filter + shown.filter))
    }
  }

  /// What the buckets come to and what was checked, the most important first.
  static func ageingNotes(
    _ shown: CurrencyOverview, _ others: [CurrencyOverview], _ figures: Figures
  ) -> [[Span]] {
    let total = [
      Span("total ", "text.dim"), Span(figures.bare(shown.outstanding.sum, shown.currencyID), "money.strong"),
      Span(" in \(shown.outstanding.count)", "text.dim"),
    ]
    return [total] + otherCurrencies(others, figures) + drafts(shown, figures)
  }

  /// What customers owe, added up by itself, must come to the same.
  static func check(_ shown: CurrencyOverview, _ overview: Overview, _ figures: Figures) -> [Span] {
    if shown.check.holds { return [Span("= Σ customers ", "text.dim"), Span("✓", "ok")] }
    let sum = figures.bare(shown.check.ofCustomers.sum, shown.currencyID)
    return overview.isComplete(.customers) && overview.isComplete(.invoices)
      ? [Span("≠ Σ customers \(sum) ✗", "error")] : [Span("Σ loaded customers \(sum)", "warning")]
  }

  private static func otherCurrencies(_ others: [CurrencyOverview], _ figures: Figures) -> [[Span]] {
    let sums = others.filter { $0.outstanding.count > 0 }.map {
      "\(figures.full($0.outstanding.sum, $0.currencyID)) in \($0.outstanding.count)"
    }
    guard !sums.isEmpty else { return [] }
    return [
      [Span("also  ", "text.dim"), Span(sums.joined(separator: " · "), "money"), Span(", never added up", "text.dim")]
    ]
  }

  private static func drafts(_ shown: CurrencyOverview, _ figures: Figures) -> [[Span]] {
    guard shown.drafts.count > 0 else { return [] }
    return [
      [
        Span("drafts \(figures.bare(shown.drafts.sum, shown.currencyID)) in \(shown.drafts.count)", "text.dim"),
        Span(", not in A/R until sent", "text.dim"),
      ]
    ]
  }
}

extension AgeingBucket.Age {
  var label: String {
    switch self {
    case .current: "current"
    case .upTo30: "1–30"
    case .upTo60: "31–60"
    case .upTo90: "61–90"
    case .over90: "90+"
    }
  }
}
