import Billing
import BillingAPI
import Store
import TerminalUI

/// A section: quick filters, the filter line, the list, and the selected record beside or below it.
struct ListScreenView {
  let state: State
  let layout: ScreenLayout
  /// The list's record as lines.
  let record: DetailPage?

  func draw(on frame: inout Frame) {
    guard let list = state.selectedList else { return }
    if !state.isZoomed {
      drawChips(list, on: &frame)
      drawFilter(list, on: &frame)
      ListView(list: list, figures: state.figures, layout: layout).draw(on: &frame)
    }
    if !layout.detail.isEmpty {
      RecordView(state: state, list: list, record: record).draw(in: layout.detail, on: &frame)
    }
  }

  private func drawChips(_ list: ListState, on frame: inout Frame) {
    let chips = state.chips(list.kind)
    Chips(chips.map { state.label(of: $0, list) }, current: state.currentChip(list.kind))
      .draw(in: layout.chips.inset(columns: 1, rows: 0), on: &frame)
  }

  private func drawFilter(_ list: ListState, on frame: inout Frame) {
    let row = layout.filter.inset(columns: 1, rows: 0)
    let facts = self.facts(list)
    let width = facts.reduce(0) { $0 + DisplayText.width($1.text) }
    frame.write("⌕", x: row.x, y: row.y, width: row.width, role: "text.dim")
    let field = Rect(x: row.x + 2, y: row.y, width: row.width - width - 4, height: 1)
    TextFieldView(
      field: list.filterField, placeholder: "/ filters", isFocused: state.showsFilterCaret, role: "text.strong"
    ).draw(in: field, on: &frame)
    frame.write(facts, in: row, align: .trailing)
  }

  /// How much is shown of what, in which order, and what it comes to.
  private func facts(_ list: ListState) -> [Span] {
    guard list.order != nil else { return [Span("reading…", "text.dim")] }
    return counts(list) + [Span(" · \(list.sort.words(in: list.kind))", "text.dim")]
      + sums(list)
  }

  /// What a filter found, and in how much of what there is.
  private func counts(_ list: ListState) -> [Span] {
    let loaded = list.completeness.loaded
    let all = list.completeness.total ?? loaded
    let isComplete = list.completeness.isComplete
    if list.filter.isEmpty {
      return isComplete ? [Span("all \(all)", "text.strong")] : [Span("\(loaded) of \(all) loaded", "text.strong")]
    }
    let found = [Span("\(list.count) of \(all)", "text.strong")]
    return isComplete ? found : found + [Span(" · searched \(loaded)", "warning")]
  }

  private func sums(_ list: ListState) -> [Span] {
    guard list.kind != .customers, list.kind != .items, let summary = list.summary else { return [] }
    let amounts = summary.sums.map { (list.kind == .invoices ? $0.balance : $0.total, $0.currencyID) }
      .filter { !$0.0.isZero }
    let shown = amounts.prefix(layout.isWide ? 3 : 1).map { state.figures.full($0.0, $0.1) }
    guard !shown.isEmpty else { return [] }
    let rest = amounts.count - shown.count
    let label = list.kind == .invoices ? " · due " : " · "
    return [Span(label, "text.dim"), Span(shown.joined(separator: " · ") + (rest > 0 ? " +\(rest)" : ""), "money")]
  }
}
