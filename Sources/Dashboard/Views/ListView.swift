import Billing
import BillingAPI
import Store
import TerminalUI

/// The rows of a list around the viewport, with the header that shows the order.
struct ListView {
  let list: ListState
  let figures: Figures
  let layout: ScreenLayout

  func draw(on frame: inout Frame) {
    if layout.isWide { drawBox(on: &frame) }
    guard list.count > 0 else { return drawEmpty(in: layout.table, on: &frame) }
    table.draw(in: layout.table, on: &frame)
    if layout.isWide { drawSums(on: &frame) }
  }

  private func drawBox(on frame: inout Frame) {
    let range = visible.isEmpty ? "" : places
    frame.box(
      layout.list, title: [Span(list.kind.rawValue.capitalizedFirst, "title")],
      footer: MarksLine(list: list, figures: figures).spans(in: layout.list.width - DisplayText.width(range) - 8),
      footerTrailing: [Span(range, "text.dim")], role: "border.focused")
  }

  private var places: String {
    "\(figures.count(visible.lowerBound + 1))–\(figures.count(visible.upperBound)) of \(figures.count(list.count))"
  }

  private var visible: Range<Int> { list.viewport.visible(count: list.count, height: layout.listHeight) }

  private var table: Table {
    let order = list.order ?? []
    let columns = list.shownColumns
    let range = list.range
    return Table(
      columns: columns.map(header), rows: visible.map { row(order[$0], columns, range?.contains($0) == true) },
      firstRow: visible.lowerBound,
      selected: list.selectedIndex)
  }

  private func row(_ id: Int64, _ columns: [AnyColumn], _ isInRange: Bool) -> TableRow? {
    list.rows[id].map { row in
      TableRow(columns.map { $0.cell(row, figures) }, isMarked: isInRange || list.marks.contains(id))
    }
  }

  /// The column that keys are about is shown even where the screen is too narrow for its rank.
  private func header(_ column: AnyColumn) -> TableColumn {
    let isCurrent = column.id == list.currentColumn?.id
    return TableColumn(
      column.title.uppercased(), width: column.width, alignment: column.alignment,
      priority: isCurrent && list.currentColumnID != nil ? .max : column.priority,
      sortMark: list.sort.mark(of: column.sort), isCurrent: isCurrent)
  }

  /// Why there is nothing to see, and what to do.
  private func drawEmpty(in rect: Rect, on frame: inout Frame) {
    let sentence: String
    if list.order == nil {
      sentence = "Reading…"
    } else if list.marks.isAlone {
      sentence = "Nothing that is marked matches. ' shows everything again."
    } else if !list.filterField.text.isEmpty {
      sentence = "Nothing matches. Esc clears the filter."
    } else if list.completeness.total == 0 {
      sentence = list.kind == .invoices ? "No invoices yet. n writes the first one." : "No \(list.kind.rawValue) yet."
    } else {
      sentence = list.isFetching ? "Fetching the first page…" : "Nothing is loaded yet. R asks the service."
    }
    frame.write(sentence, x: rect.x + 3, y: rect.y + 1, width: rect.width - 4, role: "text.dim")
  }

  /// The sums below the rows, each currency by itself: as many as fit whole, then how many more there are.
  private func drawSums(on frame: inout Frame) {
    let area = layout.list.inset(columns: 1, rows: 1).bottom(2)
    frame.write(String(repeating: "╌", count: area.width), x: area.x, y: area.y, role: "border")
    guard list.kind != .customers, list.kind != .items, let summary = list.summary else { return }
    let line = area.row(1).inset(columns: 1, rows: 0)
    frame.write(
      SumsLine.spans(summary.sums.map(words), separator: "   ", in: line.width), in: line, align: .trailing)
  }

  /// `351 due $146,370.82 of $1,575,007.92`: how many records of a currency, and what they come to.
  private func words(_ sum: CurrencySum) -> [Span] {
    let total = Span(figures.full(sum.total, sum.currencyID), "money")
    let count = Span("\(figures.count(sum.count)) ", "text.dim")
    guard list.kind == .invoices else { return [count, total] }
    let due = Span(figures.full(sum.balance, sum.currencyID), "money")
    return [count, Span("due ", "text.dim"), due, Span(" of ", "text.dim"), total]
  }
}
