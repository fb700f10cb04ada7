import Billing
import BillingAPI
import Store
import TerminalUI

/// A plan and its run: what it says, every row with how it stands, how far it is, and what it comes to.
struct BulkPageView {
  let page: BulkPage
  let state: State
  let run: RunSnapshot
  let counted: RunFigures
  let layout: BulkLayout

  /// Nil where the run is not known any more.
  init?(page: BulkPage, state: State) {
    guard let run = state.runs[page.run] else { return nil }
    self.page = page
    self.state = state
    self.run = run
    counted = RunFigures(run, page)
    layout = BulkLayout(state)
  }

  private var figures: Figures { state.figures }
  private var isPlanned: Bool { run.phase == .planned }

  private var isOfMarks: Bool {
    guard let marks = state.lists[run.plan.kind]?.marks, !marks.isEmpty else { return false }
    return zip(run.plan.rows, run.rows).contains { row, now in
      !now.state.isGoing && marks.contains(row.record)
    }
  }

  func draw(on frame: inout Frame) {
    RunPlanView(run: run, counted: counted, figures: figures, isBoxed: layout.isLarge).draw(in: layout.plan, on: &frame)
    drawRows(on: &frame)
    RunProgressView(run: run, counted: counted, figures: figures, isBoxed: layout.isLarge)
      .draw(in: layout.progress, on: &frame)
    if !layout.effect.isEmpty {
      RunEffectView(run: run, page: page, figures: figures).draw(in: layout.effect, on: &frame)
    }
    if !layout.standing.isEmpty {
      RunStandingView(run: run, counted: counted, figures: figures, isOfMarks: isOfMarks)
        .draw(in: layout.standing, on: &frame)
    }
    RunRowView(row: page.selectedRow(of: run), run: run, figures: figures).draw(in: layout.selected, on: &frame)
    if !layout.script.isEmpty { drawScript(in: layout.script.inset(columns: 1, rows: 0), on: &frame) }
    if let amount = page.amount { draw(amount, on: &frame) }
  }

  // MARK: Rows

  private func drawRows(on frame: inout Frame) {
    if layout.isLarge {
      let filters = RowFilter.allCases.flatMap { filter in
        [
          Span(String(filter.rawValue.prefix(1)), "hint.key"),
          Span(" \(filter.rawValue)  ", filter == page.show ? "tab.current" : "hint"),
        ]
      }
      frame.box(
        layout.rows, title: [Span("Rows", "title")], trailing: filters,
        footer: foot,
        footerTrailing: [
          Span("\(figures.count(counted.finished)) of \(figures.count(counted.going)) finished", "text.dim")
        ],
        role: "border.focused")
      let rule = layout.rows.inset(columns: 1, rows: 1).bottom(3)
      frame.write(String(repeating: "╌", count: rule.width), x: rule.x, y: rule.y, role: "border")
    }
    guard page.list.count > 0 else {
      let words = page.show == .all ? "The plan has no rows." : "No row is \(page.show.rawValue). a shows all."
      frame.write(words, x: layout.table.x + 3, y: layout.table.y + 1, width: layout.table.width - 4, role: "text.dim")
      return
    }
    table.draw(in: layout.table, on: &frame)
  }

  /// What can be done with the rows, as long as something can.
  private var foot: [Span] {
    let key = run.phase == .ended && !run.rows.contains { $0.state.isIncludable } ? "x" : "Space"
    return [Span(key, "hint.key"), Span(key == "x" ? " exports the report" : " include or leave out", "hint")]
  }

  private var table: Table {
    let places = page.list.rows ?? []
    let visible = page.list.viewport.visible(count: places.count, height: layout.listHeight)
    return Table(
      columns: [
        TableColumn(run.plan.kind.singular.uppercased(), width: .fixed(11), priority: 99),
        TableColumn("CUSTOMER", width: .flexible(minimum: 12, weight: 2), priority: 70),
      ] + (hasAmounts ? [TableColumn("AMOUNT", width: .fixed(11), alignment: .trailing, priority: 90)] : [])
        + (hasNumbers ? [TableColumn("NUMBER", width: .fixed(10), priority: 40)] : []) + [
          TableColumn("RESULT", width: .fixed(10), priority: 95),
          TableColumn("DETAIL", width: .flexible(minimum: 20, weight: 3), priority: 80),
          TableColumn("TIME", width: .fixed(7), alignment: .trailing, priority: 10),
        ], rows: places[visible].compactMap { page.row($0, of: run).map(row) }, firstRow: visible.lowerBound,
      selected: page.list.selectedIndex)
  }

  private var hasAmounts: Bool { run.plan.rows.contains { $0.amount != nil } }
  private var hasNumbers: Bool { run.plan.rows.contains { $0.proposedNumber != nil } }

  private func row(_ row: BulkRow) -> TableRow {
    let currency = row.row.currencyID.map { Identifier<Currency>($0) }
    let amount = row.amount.map { figures.amountCell($0, currency) } ?? TableCell("")
    let result = row.result(isPlanned: isPlanned)
    return TableRow(
      [TableCell(row.row.number), TableCell(row.row.customer)] + (hasAmounts ? [amount] : [])
        + (hasNumbers ? [TableCell(row.number, role: "text.dim")] : [])
        + [result, TableCell(row.detail(figures)), TableCell(row.time, role: "text.dim")])
  }

  private func drawScript(in row: Rect, on frame: inout Frame) {
    let script = RunScript(run: run, request: page.request, place: state.session.place).words
    frame.write([Span("▏", "border"), Span("from a script: ", "text.dim"), Span(script, "text")], in: row)
  }

  private func draw(_ amount: TextField, on frame: inout Frame) {
    let row = layout.rows.bottom(1).inset(columns: 2, rows: 0)
    let label = "amount of \(page.selectedRow(of: run)?.row.number ?? ""): "
    frame.write([Span(label, "text.strong")], in: row)
    let width = DisplayText.width(label)
    let field = Rect(x: row.x + width, y: row.y, width: max(1, min(20, row.width - width)), height: 1)
    TextFieldView(field: amount, isFocused: true, role: "text.strong").draw(in: field, on: &frame)
  }
}

extension BulkRow {
  /// The number that it bears or will bear.
  var number: String {
    if case .done(let result) = state, let number = result.number { return number }
    return row.proposedNumber ?? ""
  }
}
