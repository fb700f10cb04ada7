import Billing
import Store
import TerminalUI

/// All about the selected row of a plan: what it changes, why it is held, its key, and the service's words.
struct RunRowView {
  let row: BulkRow?
  let run: RunSnapshot
  let figures: Figures

  func draw(in rect: Rect, on frame: inout Frame) {
    frame.box(rect, title: [Span(row?.row.number ?? "No row", "title")], trailing: result, role: "border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, line) in lines(inside.width).prefix(inside.height).enumerated() {
      frame.write(line, in: inside.row(index))
    }
  }

  private var result: [Span] {
    guard let cell = row?.result(isPlanned: run.phase == .planned) else { return [] }
    return [Span(cell.text, cell.role)]
  }

  private func lines(_ width: Int) -> [[Span]] {
    guard let row else { return [] }
    let currency = row.row.currencyID.map { Identifier<Currency>($0) }
    let effect = BulkWords.words(row.row.effect, figures, currency)
    let detail = row.detail(figures)
    let words =
      detail == effect ? [] : DisplayText.wrapped(detail, to: width).map { [Span($0, row.isFine ? "text" : "warning")] }
    let key = [
      Span("key ", "text.dim"), Span(String(row.key.prefix(8)) + "…"), Span(" · on disk before it goes", "text.dim"),
    ]
    return DisplayText.wrapped(effect, to: width).map { [Span($0)] } + words + [key]
  }
}

extension BulkRow {
  /// Nothing of it asks for a look.
  fileprivate var isFine: Bool {
    switch state {
    case .done, .sending, .skipped: true
    case .waiting: row.held.isEmpty && row.forbidden == nil
    case .held, .forbidden, .unknown, .failed: false
    }
  }
}
