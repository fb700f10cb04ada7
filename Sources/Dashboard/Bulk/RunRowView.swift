import Billing
import Store
import TerminalUI

/// About the selected row, in as many lines as there are: why it is held or what came of it, what it changes, its key.
struct RunRowView {
  let row: BulkRow?
  let run: RunSnapshot
  let figures: Figures

  func draw(in rect: Rect, on frame: inout Frame) {
    for (index, line) in lines(rect.width).prefix(rect.height).enumerated() { frame.write(line, in: rect.row(index)) }
  }

  private func lines(_ width: Int) -> [[Span]] {
    guard let row else { return [] }
    let head = [Span("▏", "border"), Span("\(row.row.number) ", "text.strong")]
    let told = [Span(told(row), row.isFine ? "text" : "warning")]
    return [head + told, [Span("▏", "border")] + more(row)]
  }

  private func currency(_ row: BulkRow) -> Identifier<Currency>? { row.row.currencyID.map { Identifier($0) } }

  /// What came of it or stands in its way; before that, what it changes.
  private func told(_ row: BulkRow) -> String {
    let time = row.time.isEmpty ? "" : " · \(row.time)"
    return row.detail(figures) + time
  }

  private func more(_ row: BulkRow) -> [Span] {
    let effect = BulkWords.words(row.row.effect, figures, currency(row))
    let changes = row.detail(figures).hasPrefix(effect) ? [] : [Span("\(effect) · ", "text.dim")]
    let planned = row.changedAmount == nil ? nil : row.row.amount
    let other = planned.map { [Span("planned \(figures.bare($0, currency(row))) · ", "text.dim")] } ?? []
    let day: [Span] =
      if case .payment(let payment) = row.row.effect {
        [Span("received \(payment.date.iso)\(payment.note.map { " “\($0)”" } ?? "") · ", "text.dim")]
      } else {
        []
      }
    let key = [Span("key ", "text.dim"), Span(Self.short(row.key)), Span(" · \(safety(row))", "text.dim")]
    return changes + other + day + key
  }

  /// `9a41…c7`: enough to find it in the activity.
  static func short(_ key: String) -> String { key.count > 12 ? "\(key.prefix(6))…\(key.suffix(4))" : key }

  private func safety(_ row: BulkRow) -> String {
    switch row.state {
    case .unknown(_, .some): "it goes again by itself, with the same key and body"
    case .unknown: "R settles it, with the same key and body"
    case .sending: "on disk since before it left"
    case .done, .failed: "A has its steps"
    case .waiting, .held, .skipped, .forbidden: "on disk before it goes"
    }
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
