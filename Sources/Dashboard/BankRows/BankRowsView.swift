import Billing
import BillingAPI
import Store
import TerminalUI

/// Where the page of bank rows puts its parts.
struct BankRowsLayout {
  let summary: Rect
  let rows: Rect
  /// All about the selected row; empty on a low screen.
  let selected: Rect

  init(_ state: State) {
    let body = ScreenLayout(state).body
    let detail = body.height >= 14 ? 5 : 0
    summary = body.row(0).inset(columns: 1, rows: 0)
    rows = body.below(1).above(detail)
    selected = body.bottom(detail)
  }

  var table: Rect { rows.inset(columns: 1, rows: 1) }
  var listHeight: Int { max(0, table.height - 1) }
}

/// Bank rows as they were written, beside what each pays.
struct BankRowsView {
  let page: BankRowsPage
  let state: State

  private var figures: Figures { state.figures }
  private var layout: BankRowsLayout { BankRowsLayout(state) }

  func draw(on frame: inout Frame) {
    frame.write(summary, in: layout.summary)
    frame.box(
      layout.rows, title: [Span("Rows of the bank", "title")], footer: foot,
      footerTrailing: [Span(places, "text.dim")], role: "border.focused")
    if page.list.count > 0 { table.draw(in: layout.table, on: &frame) } else { drawEmpty(on: &frame) }
    if !layout.selected.isEmpty { drawSelected(on: &frame) }
    if let typed = page.typed { draw(typed, on: &frame) }
  }

  /// How many rows there are, how many of them pay what, currency by currency, and how many nothing.
  private var summary: [Span] {
    let count = page.entries.count
    guard count > 0 else { return [Span("No rows yet", "text.strong"), Span(" · nothing is sent here", "text.dim")] }
    let head = [Span("\(figures.count(count)) \(count == 1 ? "row" : "rows")", "text.strong")]
    guard page.isMatched else { return head + [Span(" · looking for their invoices…", "text.dim")] }
    let paying = page.findings.count - page.missCount
    let missed = page.missCount == 0 ? [] : [Span(" · ▲ \(figures.count(page.missCount)) pay nothing", "warning")]
    let pays = paying == 0 ? [] : [Span(" · ✓ \(figures.count(paying)) pay ", "ok"), Span(sums, "money.strong")]
    return head + pays + missed
      + [Span(" · nothing is sent here", "text.dim")]
  }

  private var sums: String {
    var sums: [Identifier<Currency>?: Money] = [:]
    for case .pays(let invoice, let row, _) in page.findings {
      // A sum beyond all bounds stands still; no statement comes to that.
      sums[invoice.currencyID] = (try? (sums[invoice.currencyID] ?? .zero).adding(row.amount)) ?? .zero
    }
    return RunSentences.sums(sums, figures)
  }

  private var places: String {
    page.showsMissesAlone
      ? "\(figures.count(page.list.count)) that pay nothing of \(figures.count(page.entries.count))"
      : "\(figures.count(page.list.count)) rows"
  }

  private var foot: [Span] { [Span("number;amount;date;note", "text.dim")] }

  private func drawEmpty(on frame: inout Frame) {
    let words =
      page.showsMissesAlone
      ? "Every row matches an invoice. a shows all." : "Paste rows here, or n types one, o reads a bank's file."
    frame.write(words, x: layout.table.x + 3, y: layout.table.y + 1, width: layout.table.width - 4, role: "text.dim")
    guard !page.showsMissesAlone else { return }
    for (place, example) in Self.examples.enumerated() {
      frame.write(
        example, x: layout.table.x + 5, y: layout.table.y + 3 + place, width: layout.table.width - 6,
        role: "field.placeholder")
    }
  }

  /// What a row may look like.
  private static let examples = [
    "INV-000361;2400.00;2026-03-17;wire 4711", "INV-000371;3.200,00;17.03.2026", ";640.50;;Harbor Coffee",
  ]

  // MARK: Rows

  private var table: Table {
    let rows = page.list.rows ?? []
    let visible = page.list.viewport.visible(count: rows.count, height: layout.listHeight)
    return Table(
      columns: [
        TableColumn("#", width: .fixed(4), alignment: .trailing, priority: 20),
        TableColumn("NUMBER", width: .flexible(minimum: 10, weight: 1), priority: 99),
        TableColumn("AMOUNT", width: .fixed(11), alignment: .trailing, priority: 98),
        TableColumn("DAY", width: .fixed(10), priority: 60),
        TableColumn("PAYS", width: .flexible(minimum: 26, weight: 3), priority: 97),
        TableColumn("LEAVES", width: .fixed(10), alignment: .trailing, priority: 50),
        TableColumn("NOTE", width: .flexible(minimum: 14, weight: 2), priority: 10),
      ], rows: rows[visible].map(row), firstRow: visible.lowerBound, selected: page.list.selectedIndex)
  }

  private func row(_ row: BankRow) -> TableRow {
    TableRow([
      TableCell("\(row.id + 1)", role: "text.dim"), TableCell(row.entry.number), amount(row),
      TableCell(row.entry.date.isEmpty ? "" : row.entry.date), pays(row), leaves(row),
      TableCell(row.entry.note, role: "text.dim"),
    ])
  }

  private func amount(_ row: BankRow) -> TableCell {
    guard case .pays(let invoice, let read, _) = row.finding else { return TableCell(row.entry.amount) }
    return figures.amountCell(read.amount, invoice.currencyID)
  }

  private func pays(_ row: BankRow) -> TableCell {
    guard let finding = row.finding else { return TableCell("…", role: "text.dim") }
    let words = BankRowWords.words(finding, figures)
    return finding.isMatched ? TableCell("✓ \(words)", role: "ok") : TableCell("▲ \(words)", role: "warning")
  }

  private func leaves(_ row: BankRow) -> TableCell {
    guard case .pays(let invoice, let read, _) = row.finding else { return TableCell("") }
    let left = BankRowWords.left(invoice, read)
    return TableCell(figures.bare(left, invoice.currencyID), role: left.isZero ? "text.dim" : "warning")
  }

  // MARK: The selected row

  private func drawSelected(on frame: inout Frame) {
    let row = page.list.selected
    frame.box(
      layout.selected, title: [Span(row.map { "Row \($0.id + 1)" } ?? "No row", "title")], role: "border")
    guard let row else { return }
    let inside = layout.selected.inset(columns: 2, rows: 1)
    frame.write(row.entry.text, x: inside.x, y: inside.y, width: inside.width)
    guard let finding = row.finding else { return }
    let role: Role = finding.isMatched ? "text.dim" : "warning"
    let words = finding.isMatched ? "" : "\(BankRowWords.words(finding, figures)): "
    let advice = DisplayText.wrapped(words + BankRowWords.advice(finding, figures), to: inside.width)
    for (place, line) in advice.prefix(inside.height - 1).enumerated() {
      frame.write(line, x: inside.x, y: inside.y + 1 + place, width: inside.width, role: role)
    }
  }

  /// The line that is typed takes the place of the table's foot.
  private func draw(_ typed: BankRowsPage.TypedRow, on frame: inout Frame) {
    let row = layout.rows.bottom(1).inset(columns: 2, rows: 0)
    let label = typed.place.map { "row \($0 + 1): " } ?? "new row: "
    frame.write(String(repeating: " ", count: row.width), x: row.x, y: row.y, role: "text")
    frame.write([Span(label, "text.strong")], in: row)
    let width = DisplayText.width(label)
    let field = Rect(x: row.x + width, y: row.y, width: max(1, row.width - width), height: 1)
    TextFieldView(field: typed.field, placeholder: "number;amount;date;note", isFocused: true, role: "text.strong")
      .draw(in: field, on: &frame)
  }
}
