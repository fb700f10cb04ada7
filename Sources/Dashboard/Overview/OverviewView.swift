import Billing
import BillingAPI
import Store
import TerminalUI

/// Section 1: what the books say and who needs attention. All of it is about what is loaded, and says so.
struct OverviewView {
  let state: State

  func draw(in rect: Rect, on frame: inout Frame) {
    guard let page = state.overview.page?.figures, let content = state.overviewContent else {
      frame.write("Reading the books…", x: rect.x + 2, y: rect.y + 1, role: "text.dim")
      return
    }
    guard !page.isEmpty else { return FirstStepsView(session: state.session).draw(in: rect, on: &frame) }
    let layout = OverviewLayout(rect)
    for pane in layout.order { draw(pane, content, page, layout, on: &frame) }
  }

  private func draw(
    _ pane: OverviewPane, _ content: OverviewContent, _ page: Overview, _ layout: OverviewLayout,
    on frame: inout Frame
  ) {
    let area = layout.area(pane)
    let selected = pane == state.overview.focus ? state.overview.place(content) : nil
    let panel = panel(pane, content, page, width: area.width)
    switch pane {
    case .figures:
      FigureTilesView(figures: content.figures, selected: selected, layout: layout).draw(in: area, on: &frame)
    case .ageing:
      AgeingView(rows: content.ageing, notes: content.ageingNotes, selected: selected, panel: panel)
        .draw(in: area, on: &frame)
    case .cashFlow:
      CashFlowView(
        groups: content.cashFlow, selected: selected, currency: state.overview.shown.currencyID, figures: state.figures,
        panel: panel,
        nothing: page.extent == .whole
          ? "Nothing was invoiced or received in this time." : "Adding up what was invoiced and received…"
      ).draw(in: area, on: &frame)
    case .attention:
      AttentionView(
        customers: content.attention, reminders: content.reminders, selected: selected, panel: panel,
        nobody: page.isComplete(.invoices) ? "Nobody is late." : "Nobody whose invoices are loaded is late."
      ).draw(in: area, on: &frame)
    case .activity:
      LatestView(rows: content.activity, selected: selected, panel: panel).draw(in: area, on: &frame)
    }
  }

  /// Panes below this width say things shorter, in columns.
  private static let narrowBelow = 50

  private func panel(
    _ pane: OverviewPane, _ content: OverviewContent, _ page: Overview, width: Int
  ) -> Panel {
    let isNarrow = width < Self.narrowBelow
    let title = title(pane, isNarrow)
    let room = width - DisplayText.width(title) - Self.titleMargins
    return Panel(
      title: [Span(title, "title")], trailing: trailing(pane, page, isNarrow, room: room), footer: footer(pane),
      footerTrailing: footerTrailing(pane, content), isFocused: pane == state.overview.focus)
  }

  /// Columns of a panel's upper edge that neither its title nor what stands at its end can have.
  private static let titleMargins = 9

  private func title(_ pane: OverviewPane, _ isNarrow: Bool) -> String {
    switch pane {
    case .ageing: "\(pane.title) · \(state.overview.shown.code)"
    case .cashFlow where isNarrow: "\(pane.title) · \(state.overview.span.plural)"
    case .cashFlow: "\(pane.title) · \(state.overview.shown.code) · \(state.overview.span.plural)"
    default: pane.title
    }
  }

  /// Of what it is: how much is loaded where not everything is, else by what it is measured.
  private func trailing(_ pane: OverviewPane, _ page: Overview, _ isNarrow: Bool, room: Int) -> [Span] {
    switch pane {
    case .ageing: page.partly(.invoices, columns: room) ?? [Span("by due date", "text.dim")]
    case .cashFlow:
      page.partly(.invoices, columns: room) ?? page.partly(.payments, columns: room) ?? [
        Span("█", "chart.invoiced"), Span(isNarrow ? " inv " : " invoiced ", "text.dim"), Span("▒", "chart.received"),
        Span(isNarrow ? " rec" : " received", "text.dim"),
      ]
    case .attention: page.partly(.invoices, columns: room) ?? [Span("ranked by amount × days late", "text.dim")]
    case .figures, .activity: []
    }
  }

  /// The keys of the pane that has the keyboard.
  private func footer(_ pane: OverviewPane) -> [Span] {
    guard pane == state.overview.focus else { return [] }
    switch pane {
    case .figures: return []
    case .ageing: return keys([("⏎", "open"), ("tc", "")])
    case .cashFlow: return keys([("⏎", "open"), ("tm tq ty", "span"), ("t← t→", "time")])
    case .attention: return keys([("⏎", "open"), ("gl", "all late")])
    case .activity: return keys([("⏎", "open")])
    }
  }

  private func footerTrailing(_ pane: OverviewPane, _ content: OverviewContent) -> [Span] {
    switch pane {
    case .attention where !content.attention.isEmpty: [Span(customers(content.attention.count), "text.dim")]
    case .ageing: content.check
    case .activity: [Span("read \(state.overview.page?.readAt ?? "")", "text.dim")]
    default: []
    }
  }

  /// How many are late, and how many of them stand here.
  private func customers(_ shown: Int) -> String {
    let all = state.overview.shown.attentionCount
    let words = all == 1 ? "1 customer" : "\(all.grouped) customers"
    return shown < all ? "the first \(shown) of \(words)" : words
  }

  private func keys(_ pairs: [(String, String)]) -> [Span] {
    pairs.enumerated().flatMap { index, pair in
      [Span(index == 0 ? pair.0 : "  \(pair.0)", "hint.key"), Span(pair.1.isEmpty ? "" : " \(pair.1)", "hint")]
    }
  }
}
