import Billing
import Store
import TerminalUI

/// The rows of the customer page's tab, with what was charged, credited and owed after each.
struct TimelineView {
  let page: CustomerPage
  let facts: CustomerFacts
  let layout: CustomerPageLayout
  let figures: Figures

  private var isWide: Bool { layout.table.width >= 96 }

  func draw(on frame: inout Frame) {
    if layout.isWide { drawBox(on: &frame) }
    guard page.list.count > 0 else {
      frame.write(
        nothing, x: layout.table.x + 3, y: layout.table.y + 1, width: layout.table.width - 4, role: "text.dim")
      return
    }
    let rows = page.list.rows ?? []
    let visible = page.list.viewport.visible(count: rows.count, height: layout.listHeight)
    Table(
      columns: columns, rows: rows[visible].map(cells), firstRow: visible.lowerBound, selected: page.list.selectedIndex
    ).draw(in: layout.table, on: &frame)
  }

  private func drawBox(on frame: inout Frame) {
    let visible = page.list.viewport.visible(count: page.list.count, height: layout.listHeight)
    let range = visible.isEmpty ? "" : "\(visible.lowerBound + 1)–\(visible.upperBound) of \(page.list.count)"
    frame.box(
      layout.list, title: [Span(title, "title")], trailing: [Span(order, "text.dim")],
      footerTrailing: [Span(range, "text.dim")], role: "border.focused")
    frame.write(
      "▏notes are kept on this machine only: the API has no field for them", x: layout.notes.x, y: layout.notes.y,
      width: layout.notes.width, role: "text.dim")
  }

  private var title: String {
    guard page.tab == .statement else { return page.tab.title }
    let bounds = page.period.bounds(today: figures.today)
    return "Statement \(figures.day(bounds.lowerBound)) to \(figures.day(bounds.upperBound))"
  }

  private var order: String {
    switch page.tab {
    case .statement: "t← t→ time · tm tq ty span"
    case .timeline:
      page.hidden.isEmpty
        ? "newest first · t… leaves kinds out"
        : "without \(TimelineKind.allCases.filter(page.hidden.contains).map { "\($0.word)s" }.joined(separator: ", "))"
    default: "newest first"
    }
  }

  private var nothing: String {
    if page.tab == .timeline, !page.hidden.isEmpty {
      return "Everything is left out: t and a letter shows a kind again."
    }
    return facts.isComplete ? "Nothing here." : "Nothing here of what is loaded."
  }

  private var columns: [TableColumn] {
    let amounts =
      isWide
      ? [money(page.tab == .invoices ? "TOTAL" : "CHARGE", 8), money("CREDIT", 8)] : [money("AMOUNT", 7)]
    return [
      TableColumn("DATE", width: .fixed(isWide ? 11 : 9), priority: 9),
      TableColumn("WHAT", width: .fixed(10), priority: 8), TableColumn("NUMBER", width: .fixed(10), priority: 6),
      TableColumn("DETAIL", width: .flexible(minimum: 10, weight: 1), priority: 5),
    ] + amounts + [money(page.tab == .invoices ? "OPEN" : "BALANCE", 10)]
  }

  private func money(_ title: String, _ priority: Int) -> TableColumn {
    TableColumn(title, width: .fixed(isWide ? 12 : 10), alignment: .trailing, priority: priority)
  }

  private func cells(_ row: TimelineRow) -> TableRow {
    let detail = TableCell(row.detail, role: row.detailRole)
    let amounts =
      isWide ? [amount(row.charge), amount(row.credit)] : [amount(row.charge ?? row.credit?.negated)]
    return TableRow(
      [
        TableCell(isWide ? figures.day(row.day) : row.day.map { figures.shortDay($0) } ?? ""),
        TableCell(row.what, role: "text.dim"), TableCell(row.number), detail,
      ] + amounts + [amount(row.balance)])
  }

  private func amount(_ money: Money?) -> TableCell {
    guard let money else { return TableCell("") }
    return TableCell(
      figures.bare(money, page.shown?.currencyID), role: money.isNegative ? "money.negative" : "money")
  }
}

extension Money {
  /// The same below zero.
  fileprivate var negated: Money { Money(cents: cents == .min ? .max : -cents) }
}
