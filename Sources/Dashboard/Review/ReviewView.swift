import Billing
import Store
import TerminalUI

/// A record under review on the whole screen: how far it is, the record, what its customer owes, and the decision.
struct ReviewView {
  let page: ReviewPage
  let state: State

  private var body: Rect { ScreenLayout(state).body }
  private var record: Rect { body.below(1).above(page.isTyping ? 1 : 0) }
  /// How many rows of a record are seen at once.
  var recordHeight: Int { max(1, record.height - 2) }

  func draw(on frame: inout Frame) {
    ReviewProgress(sitting: page.sitting, figures: state.figures)
      .draw(in: body.row(0).inset(columns: 1, rows: 0), on: &frame)
    drawRecord(on: &frame)
    if let note = page.note { draw(note, in: body.bottom(1).inset(columns: 1, rows: 0), on: &frame) }
  }

  private func drawRecord(on frame: inout Frame) {
    guard let detail = page.detail else { return drawMissing(on: &frame) }
    let picture = DetailPage(detail, state.figures)
    frame.box(
      record, title: [Span(picture.title, "title")] + (picture.status.map { [Span("  "), $0] } ?? []),
      trailing: verdict, footer: more, footerTrailing: footer(picture, detail), role: "border.focused")
    columns(picture, detail).draw(below: page.offset, on: &frame)
  }

  private func drawMissing(on frame: inout Frame) {
    frame.box(record, trailing: verdict, role: "border.focused")
    let isMissing = page.current.map(page.missing.contains) ?? true
    let words = isMissing ? "This record is not loaded any more: it may have been deleted. j goes on." : "Reading…"
    frame.write(words, x: record.x + 3, y: record.y + 2, width: record.width - 6, role: "text.dim")
  }

  private var verdict: [Span] {
    guard let decision = page.decision else { return [Span("undecided", "text.dim")] }
    let note = decision.note.isEmpty ? "" : ": \(DisplayText.clipped(decision.note, to: 40))"
    return [Span("\(decision.verdict.sign) \(decision.verdict.rawValue)\(note)", decision.verdict.role)]
  }

  private var more: [Span] {
    let rest = scrollLimit - page.offset
    guard rest > 0 else { return [] }
    return [Span("^D", "hint.key"), Span(" \(rest) more ↓", "hint")]
  }

  private func footer(_ picture: DetailPage, _ detail: RecordDetail) -> [Span] {
    let sums = picture.sumsHold.map { $0 ? [Span("sums ✓  ", "ok")] : [Span("sums ✗  ", "warning")] } ?? []
    return sums + [Span("as of \(detail.asOf)", "text.dim")]
  }

  private func draw(_ note: TextField, in row: Rect, on frame: inout Frame) {
    frame.write([Span("⚠ flag because ", "warning")], in: row)
    let field = Rect(x: row.x + 15, y: row.y, width: max(1, row.width - 15), height: 1)
    TextFieldView(field: note, placeholder: "say why in a line; ⏎ flags, Esc leaves it", isFocused: true)
      .draw(in: field, on: &frame)
  }

  /// How far the record can be scrolled, in rows.
  var scrollLimit: Int {
    guard let detail = page.detail else { return 0 }
    return max(0, columns(DetailPage(detail, state.figures), detail).height - recordHeight)
  }

  private func columns(_ picture: DetailPage, _ detail: RecordDetail) -> DetailColumns {
    let standing = StandingLines(detail, state.figures).lines
    return DetailColumns(picture, standing: standing, in: record.inset(columns: 2, rows: 1))
  }
}

extension ReviewDecision.Verdict {
  /// A sign that says the same without colour.
  var sign: String {
    switch self {
    case .accepted: "✓"
    case .flagged: "⚠"
    case .skipped: "»"
    }
  }

  var role: Role {
    switch self {
    case .accepted: "ok"
    case .flagged: "warning"
    case .skipped: "text.dim"
    }
  }
}
