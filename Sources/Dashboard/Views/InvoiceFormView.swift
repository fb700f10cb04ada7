import Billing
import TerminalUI

/// The invoice form: head, lines and foot, and totals that follow every keystroke.
struct InvoiceFormView {
  private static let labelWidth = 9

  let form: Form
  let figures: Figures
  private let reading: FormReading

  init(form: Form, figures: Figures) {
    self.form = form
    self.figures = figures
    reading = form.reading(figures)
  }

  func draw(in rect: Rect, on frame: inout Frame) {
    let isWide = rect.width >= 100
    let totalsWidth = isWide ? 44 : 26
    let main = isWide ? rect.left(rect.width - totalsWidth) : rect
    let parts = main.rows([.fixed(isWide ? 6 : 4), .flexible(minimum: 4, weight: 1), .fixed(isWide ? 3 : 2)])
    if isWide {
      frame.box(parts[0], title: [Span("Invoice", "title")], role: "border")
      drawHead(in: parts[0].inset(columns: 2, rows: 1), on: &frame)
      drawTotals(in: rect.right(totalsWidth), on: &frame)
    } else {
      // Below that the fields need all columns; the sum stands in the frame of the lines.
      let hasTotals = rect.width >= 64
      let head = hasTotals ? parts[0].left(rect.width - totalsWidth) : parts[0]
      drawHead(in: head.inset(columns: 1, rows: 0), on: &frame)
      if hasTotals { drawBriefTotals(in: parts[0].right(totalsWidth - 1).left(totalsWidth - 2), on: &frame) }
    }
    let grid = LineGridView(form: form, figures: figures, reading: reading)
    grid.draw(in: parts[1], on: &frame)
    drawFoot(in: parts[2].inset(columns: isWide ? 2 : 1, rows: 0), on: &frame)
    drawSuggestions(
      grid: grid, lines: parts[1],
      head: isWide ? parts[0].inset(columns: 2, rows: 1) : parts[0].inset(columns: 1, rows: 0), in: rect, on: &frame)
  }

  // MARK: Fields

  private func drawHead(in rect: Rect, on frame: inout Frame) {
    field("customer_id", width: min(32, max(rect.width - 30, min(22, rect.width - 15)))).draw(
      in: rect.row(0), on: &frame)
    let pair = rect.row(1).columns([.fixed(34), .flexible(minimum: 8, weight: 1)])
    field("invoice_number", width: 16).draw(in: pair[0], on: &frame)
    if pair[1].width >= 24 {
      field("reference_number", width: min(14, pair[1].width - 15)).draw(in: pair[1], on: &frame)
    }
    field("invoice_date", width: 12).draw(in: rect.row(2), on: &frame)
    field("due_date", width: 12).draw(in: rect.row(3), on: &frame)
  }

  private func drawFoot(in rect: Rect, on frame: inout Frame) {
    let parts = rect.row(0).columns([.fixed(26), .fixed(22), .flexible(minimum: 10, weight: 1)], spacing: 1)
    field("discount", width: 11).draw(in: parts[0], on: &frame)
    field("tax", width: 11, label: 3).draw(in: parts[1], on: &frame)
    field("notes", width: max(6, parts[2].width - 12), label: 5).draw(in: parts[2], on: &frame)
    let note = roundings.first ?? ""
    frame.write(note, x: rect.x, y: rect.y + 1, width: rect.width, role: "text.dim")
  }

  private func field(_ name: String, width: Int, label: Int = labelWidth) -> FormFieldView {
    FormFieldView(
      form: form, index: form.index(of: name) ?? 0, figures: figures, reading: reading, labelWidth: label,
      valueWidth: width)
  }

  // MARK: Totals

  private var currency: Identifier<Currency>? { form.context.currencyID.map { Identifier($0) } ?? figures.homeCurrency }

  /// What is taken off; nothing is simply 0.00.
  private func minus(_ money: Money) -> String { money.isZero ? bare(money) : "-\(bare(money))" }

  private func bare(_ money: Money) -> String { figures.bare(money, currency) }

  private func drawBriefTotals(in rect: Rect, on frame: inout Frame) {
    for (index, line) in brief.prefix(rect.height).enumerated() { line.draw(in: rect.row(index), on: &frame) }
  }

  private var brief: [DetailLine] {
    guard let totals = reading.totals else {
      return [DetailLine([Span("TOTAL", "text.strong")], figures: [.init("…", 16, "text.dim")])]
    }
    return [
      DetailLine(
        [Span("TOTAL", "text.strong")], figures: [.init(figures.full(totals.total, currency), 17, "text.strong")]),
      DetailLine([Span("items", "text.dim")], figures: [.init(bare(totals.subTotal), 15)]),
      DetailLine([Span("discount", "text.dim")], figures: [.init(minus(totals.discountValue), 14)]),
      DetailLine([Span("tax", "text.dim")], figures: [.init(bare(totals.tax), 15)]),
    ]
  }

  private func drawTotals(in rect: Rect, on frame: inout Frame) {
    frame.box(rect, title: [Span("Totals", "title")], trailing: [Span("as you type", "text.dim")], role: "border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, line) in (sums + roundingLines + checks).prefix(inside.height).enumerated() {
      line.draw(in: inside.row(index), on: &frame)
    }
  }

  private var sums: [DetailLine] {
    guard let totals = reading.totals else {
      return [DetailLine([Span("as soon as every line can be read", "text.dim")])]
    }
    return [
      DetailLine([Span("items (\(totals.lineTotals.count))", "text.dim")], figures: [.init(bare(totals.subTotal), 14)]),
      DetailLine(
        [Span("discount \(rate(form.text("discount")))", "text.dim")],
        figures: [.init(minus(totals.discountValue), 14)]),
      DetailLine([Span("after discount", "text.dim")], figures: [.init(bare(totals.net), 14)]),
      DetailLine([Span("tax \(rate(form.text("tax")))", "text.dim")], figures: [.init(bare(totals.tax), 14)]),
      .rule,
      DetailLine(
        [Span("TOTAL", "text.strong")], figures: [.init(figures.full(totals.total, currency), 18, "text.strong")]),
      .blank,
    ]
  }

  /// The rate behind an amount, where one was typed.
  private func rate(_ text: String) -> String { text.contains("%") ? text : "" }

  private var roundings: [String] {
    (reading.totals?.roundings ?? []).map { rounding in
      "\(rounding.place.words(form)): \(rounding.exact) → \(bare(rounding.rounded))\(rounding.isHalfCent ? " (half a cent, up)" : "")"
    }
  }

  private var roundingLines: [DetailLine] {
    guard !roundings.isEmpty else { return [] }
    return [DetailLine(heading: "Rounded")] + roundings.map { DetailLine([Span($0, "text.dim")]) } + [.blank]
  }

  /// What would be refused, before anything is sent.
  private var checks: [DetailLine] {
    if reading.problems.isEmpty {
      return [DetailLine([Span("✓ ", "ok"), Span("ready: ^S saves it as a draft invoice")])]
    }
    return [DetailLine(heading: "Still needed")]
      + reading.problems.keys.sorted().map { DetailLine([Span("· ", "warning"), Span(form.place(of: $0))]) }
  }

  // MARK: Offers

  private func drawSuggestions(grid: LineGridView, lines: Rect, head: Rect, in rect: Rect, on frame: inout Frame) {
    guard let suggestions = form.suggestions, suggestions.query.focus == form.focus else { return }
    let anchor =
      switch form.focus {
      case .field: Point(x: head.x + Self.labelWidth + 2, y: head.y)
      case .line(let row, _): grid.anchor(of: row, in: lines)
      }
    let isCustomer = form.focusedKind == .customer
    SuggestionsView(suggestions: suggestions, isCustomer: isCustomer, figures: figures).draw(
      below: anchor, in: rect, on: &frame)
  }
}

extension Rounding.Place {
  /// As people count: the first line is line 1.
  fileprivate func words(_ form: Form) -> String {
    switch self {
    case .line(let sent): "line \((form.formLine(sent) ?? sent) + 1)"
    case .discount: "discount"
    case .tax: "tax"
    }
  }
}

extension Form {
  /// How a complaint's field is called on the screen.
  func place(of path: String) -> String {
    let parts = path.split(separator: ".")
    if parts.count >= 2, parts[0] == "items", let sent = Int(parts[1]) {
      let column = LineColumn.allCases.first { $0.name == parts.last.map(String.init) }
      return "line \((formLine(sent) ?? sent) + 1)\(column.map { " \($0.title.lowercased())" } ?? "")"
    }
    return field(Self.fieldName(path))?.label ?? (path == "items" ? "Lines" : path)
  }
}
