import Billing
import BillingAPI
import TerminalUI

/// The form of an invoice or estimate: head, lines and foot, and totals that follow every keystroke.
struct DocumentFormView {
  private static let labelWidth = 9
  private static let totalsWidth = 44
  private static let briefTotalsWidth = 26
  /// Rows from which the request is shown below the form.
  private static let roomForRequest = 28

  private let picture: FormPicture

  init(_ picture: FormPicture) { self.picture = picture }

  private var form: Form { picture.form }

  func draw(in whole: Rect, on frame: inout Frame) {
    let isWide = whole.width >= 100
    let showsRequest = isWide && whole.height >= Self.roomForRequest
    let rect = showsRequest ? whole.above(RequestPreviewView.height) : whole
    if showsRequest { RequestPreviewView(picture).draw(in: whole.bottom(RequestPreviewView.height), on: &frame) }
    let main = isWide ? rect.left(rect.width - Self.totalsWidth) : rect
    let fold = form.isUnfolded ? 1 : 0
    let parts = main.rows([
      .fixed((isWide ? 6 : 4) + fold), .flexible(minimum: 4, weight: 1), .fixed(isWide ? 3 : 2),
    ])
    let head = isWide ? drawWideHead(parts[0], in: rect, on: &frame) : drawNarrowHead(parts[0], on: &frame)
    let grid = LineGridView(picture)
    grid.draw(in: parts[1], on: &frame)
    drawFoot(in: parts[2].inset(columns: isWide ? 2 : 1, rows: 0), on: &frame)
    drawSuggestions(grid: grid, lines: parts[1], head: head, in: whole, on: &frame)
  }

  private func drawWideHead(_ part: Rect, in rect: Rect, on frame: inout Frame) -> Rect {
    frame.box(
      part, title: [Span(form.recordKind.singular.capitalizedFirst, "title")], trailing: asOf, footer: foldHint,
      role: "border")
    let inside = part.inset(columns: 2, rows: 1)
    drawHead(in: inside, on: &frame)
    DocumentTotalsView(picture).draw(in: rect.right(Self.totalsWidth), on: &frame)
    return inside
  }

  /// Below 64 columns the fields need all of them; the sum stands in the frame of the lines.
  private func drawNarrowHead(_ part: Rect, on frame: inout Frame) -> Rect {
    let hasTotals = part.width >= 64
    let inside = part.inset(columns: 1, rows: 0)
    drawHead(in: hasTotals ? inside.left(part.width - Self.briefTotalsWidth - 1) : inside, more: inside, on: &frame)
    if hasTotals {
      let totals = part.right(Self.briefTotalsWidth - 1).left(Self.briefTotalsWidth - 2)
      DocumentTotalsView(picture).drawBriefly(in: totals.top(4), on: &frame)
    }
    return inside
  }

  private var asOf: [Span] { form.base.map { [Span("as of \($0.asOf)", "text.dim")] } ?? [] }

  private var foldHint: [Span] {
    [Span("^X m", "hint.key"), Span(form.isUnfolded ? " less" : " template, currency, rate", "hint")]
  }

  // MARK: Fields

  private var names: (number: String, date: String, lastDay: String)? {
    DocumentKind(form.recordKind).map { ($0.numberField.text, $0.dateField.text, $0.lastDayField.text) }
  }

  private func drawHead(in rect: Rect, more: Rect? = nil, on frame: inout Frame) {
    guard let names else { return }
    let customerWidth = min(32, max(rect.width - 32, min(20, rect.width - 15)))
    field("customer_id", customerWidth, in: rect.row(0), on: &frame)
    let pair = rect.row(1).columns([.fixed(34), .flexible(minimum: 8, weight: 1)])
    field(names.number, 16, in: pair[0], on: &frame)
    if pair[1].width >= 24 { field("reference_number", min(14, pair[1].width - 15), in: pair[1], on: &frame) }
    field(names.date, 12, in: rect.row(2), on: &frame)
    field(names.lastDay, 12, in: rect.row(3), on: &frame)
    if form.isUnfolded { drawFold(in: (more ?? rect).row(4), on: &frame) }
  }

  private func drawFold(in row: Rect, on frame: inout Frame) {
    let parts = row.columns([.fixed(28), .fixed(23), .flexible(minimum: 18, weight: 1)], spacing: 1)
    field("template_name", 13, in: parts[0], on: &frame)
    field("currency_id", 9, label: 8, in: parts[1], on: &frame)
    field("exchange_rate", 10, label: 4, in: parts[2], on: &frame)
  }

  private func drawFoot(in rect: Rect, on frame: inout Frame) {
    let parts = rect.row(0).columns([.fixed(26), .fixed(22), .flexible(minimum: 10, weight: 1)], spacing: 1)
    field("discount", 11, in: parts[0], on: &frame)
    field("tax", 11, label: 3, in: parts[1], on: &frame)
    field("notes", max(6, parts[2].width - 12), label: 5, in: parts[2], on: &frame)
    let note = DocumentTotalsView(picture).roundings(atMost: 1).first ?? ""
    frame.write(note, x: rect.x, y: rect.y + 1, width: rect.width, role: "text.dim")
  }

  private func field(_ name: String, _ width: Int, label: Int = labelWidth, in row: Rect, on frame: inout Frame) {
    picture.field(name, width: width, label: label)?.draw(in: row, on: &frame)
  }

  // MARK: Offers

  private func drawSuggestions(grid: LineGridView, lines: Rect, head: Rect, in rect: Rect, on frame: inout Frame) {
    guard let suggestions = form.suggestions, suggestions.query.focus == form.focus else { return }
    let anchor =
      switch form.focus {
      case .line(let row, _): grid.anchor(of: row, in: lines)
      case .field where form.focusedField?.group.isFolded == true: Point(x: head.x + 31, y: head.y + 4)
      case .field, .share: Point(x: head.x + Self.labelWidth + 2, y: head.y)
      }
    SuggestionsView(suggestions: suggestions, figures: picture.figures).draw(below: anchor, in: rect, on: &frame)
  }
}
