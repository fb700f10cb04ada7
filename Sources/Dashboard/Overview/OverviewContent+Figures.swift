import Billing
import BillingAPI
import Store
import TerminalUI

extension OverviewContent {
  /// The rows of every pane for the currency that is shown.
  init(_ page: OverviewPage, _ state: OverviewState, session: SessionFacts, _ figures: Figures) {
    let shown = state.shown
    let others = page.figures.currencies.filter { $0.currencyID != shown.currencyID }
    self.figures = Self.tiles(shown, others, page.figures, figures)
    ageing = Self.ageing(shown, figures)
    ageingNotes = Self.ageingNotes(shown, others, figures)
    check = Self.check(shown, page.figures, figures)
    cashFlow = page.figures.extent == .whole ? Self.cashFlow(shown, state) : []
    attention = shown.attention.map { Self.attention($0, shown, figures) }
    reminders = Self.reminders(page.figures, shown, session, figures)
    activity = zip(page.figures.activity, page.moments).map { Self.activity($0, $1, figures) }
  }

  private static func tiles(
    _ shown: CurrencyOverview, _ others: [CurrencyOverview], _ overview: Overview, _ figures: Figures
  ) -> [FigureTile] {
    let suffix = overview.isComplete(.invoices) ? "" : " so far"
    var tiles = [
      outstanding(shown, others, suffix, figures), overdue(shown, others, suffix, figures),
      dueSoon(shown, others, suffix, figures),
    ]
    let past = [received(shown, overview, figures), daysToPay(shown, overview)]
    tiles += overview.extent == .whole ? past : past.map(\.unknown)
    // Where there is no room for words, dots say that more is to come.
    for place in tiles.indices where !overview.isComplete(place == 3 ? .payments : .invoices) {
      tiles[place].shortTitle += "…"
    }
    return tiles
  }

  private static func outstanding(
    _ shown: CurrencyOverview, _ others: [CurrencyOverview], _ suffix: String, _ figures: Figures
  ) -> FigureTile {
    FigureTile(
      title: "OUTSTANDING", shortTitle: "OUTSTANDING", value: figures.full(shown.outstanding.sum, shown.currencyID),
      role: "money.strong",
      notes: [[Span("\(shown.outstanding.count) open\(suffix)", "text.dim")], also(others, \.outstanding, figures)],
      destination: .list(.invoices, filter: "is:open\(shown.filter)"))
  }

  private static func overdue(
    _ shown: CurrencyOverview, _ others: [CurrencyOverview], _ suffix: String, _ figures: Figures
  ) -> FigureTile {
    let percent = shown.overdue.sum.percent(of: shown.outstanding.sum)
    let share = percent.map { " · \($0)% of A/R" } ?? ""
    let isLate = shown.overdue.count > 0
    return FigureTile(
      title: "OVERDUE", shortTitle: percent.map { "OVERDUE \($0)%" } ?? "OVERDUE",
      value: figures.full(shown.overdue.sum, shown.currencyID) + (isLate ? " ▲" : ""),
      role: isLate ? "status.overdue" : "money.strong",
      notes: [
        [Span("\(shown.overdue.count) inv\(suffix.isEmpty ? share : suffix)", "text.dim")],
        also(others, \.overdue, figures),
      ],
      destination: .list(.invoices, filter: "is:late\(shown.filter)"))
  }

  private static func dueSoon(
    _ shown: CurrencyOverview, _ others: [CurrencyOverview], _ suffix: String, _ figures: Figures
  ) -> FigureTile {
    FigureTile(
      title: "DUE IN 7 DAYS", shortTitle: "DUE IN 7 D", value: figures.full(shown.dueSoon.sum, shown.currencyID),
      role: "money.strong",
      notes: [[Span("\(shown.dueSoon.count) inv\(suffix)", "text.dim")], also(others, \.dueSoon, figures)],
      destination: .list(.invoices, filter: "is:open due>=today due<=7d\(shown.filter)"))
  }

  private static func received(_ shown: CurrencyOverview, _ overview: Overview, _ figures: Figures) -> FigureTile {
    let (now, before) = (shown.receivedThisMonth, shown.receivedLastMonth)
    let month = overview.today.startOfMonth
    let sign = now.sum > before.sum ? "▲" : now.sum < before.sum ? "▼" : "="
    let last = "\(month.adding(months: -1).monthAbbreviation) \(figures.bare(before.sum, shown.currencyID))"
    let isWhole = overview.isComplete(.payments)
    // Months of which not all is loaded do not compare.
    let note = isWhole ? "\(sign) \(last)" : "\(now.count) pay so far"
    return FigureTile(
      title: "RECEIVED IN \(month.monthAbbreviation.uppercased())",
      shortTitle: "RECEIVED \(month.monthAbbreviation.uppercased())\(isWhole ? " \(sign)" : "")",
      value: figures.full(now.sum, shown.currencyID), aside: isWhole ? "\(now.count) pay" : "", role: "money.strong",
      spark: shown.months.suffix(12).map { Double($0.received.sum.cents) }, notes: [[Span(note, "text.dim")]],
      destination: .list(
        .payments, filter: "date>=\(month.iso) date<=\(month.endOfMonth.iso)\(shown.filter)"))
  }

  private static func daysToPay(_ shown: CurrencyOverview, _ overview: Overview) -> FigureTile {
    let isWhole = overview.isComplete(.invoices) && overview.isComplete(.payments)
    let days = shown.daysToPay
    let words = days.map { "best \($0.best) · worst \($0.worst)" } ?? "nothing paid up"
    return FigureTile(
      title: "DAYS TO PAY (90d)", shortTitle: "DAYS TO PAY", value: days.map { "\($0.median) d" } ?? "–",
      aside: isWhole ? "" : "so far", role: "text.strong", spark: days?.weeks.map { $0.map(Double.init) } ?? [],
      notes: [[Span(words, "text.dim")]], destination: .list(.payments, filter: "date>=-90d\(shown.filter)"))
  }

  /// What a figure comes to in the other currencies, each by itself.
  private static func also(
    _ others: [CurrencyOverview], _ figure: (CurrencyOverview) -> CountedSum, _ figures: Figures
  ) -> [Span] {
    let sums = others.filter { figure($0).count > 0 }.map { figures.full(figure($0).sum, $0.currencyID) }
    return sums.isEmpty ? [] : [Span("+ \(sums.joined(separator: " + "))", "text.dim")]
  }
}

extension Money {
  /// What part of another amount this is, in whole per cent; nil of nothing.
  func percent(of whole: Money) -> Int? {
    whole > .zero ? Int((Double(cents) / Double(whole.cents) * 100).rounded()) : nil
  }
}
