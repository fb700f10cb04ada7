import Billing
import TerminalUI

/// The lines of a document as they are typed, each with its total.
struct LineGridView {
  private let picture: FormPicture

  init(_ picture: FormPicture) { self.picture = picture }

  private var form: Form { picture.form }
  private var figures: Figures { picture.figures }
  private var reading: FormReading { picture.reading }

  private static let quantityWidth = 9
  private static let priceWidth = 11
  private static let totalWidth = 12

  func draw(in rect: Rect, on frame: inout Frame) {
    let count = form.lines.filter { !$0.isBlank }.count
    let sum = reading.totals.map { figures.bare($0.subTotal, nil) } ?? ""
    frame.box(
      rect, title: [Span("Lines", "title")],
      trailing: [Span("\(count) line\(count == 1 ? "" : "s")  ∑ \(sum)", "text.dim")],
      footer: [
        Span("⏎", "hint.key"), Span(" next  ", "hint"), Span("^X k", "hint.key"), Span(" delete  ", "hint"),
        Span("^X d", "hint.key"), Span(" duplicate", "hint"),
      ],
      role: isFocused ? "border.focused" : "border")
    let inside = rect.inset(columns: 1, rows: 1)
    drawHeader(in: inside.row(0), on: &frame)
    for (place, row) in visibleRows(in: rect).enumerated() {
      draw(row, in: inside.row(place + 1), on: &frame)
    }
  }

  /// Where the offers for a row's name are anchored.
  func anchor(of row: Int, in rect: Rect) -> Point {
    let first = visibleRows(in: rect).lowerBound
    return Point(x: rect.x + 5, y: rect.y + 2 + row - first)
  }

  private var isFocused: Bool { if case .line = form.focus { true } else { false } }

  private var focusedRow: Int? { if case .line(let row, _) = form.focus { row } else { nil } }

  private func visibleRows(in rect: Rect) -> Range<Int> {
    let height = max(0, rect.height - 3)
    var viewport = ListViewport()
    viewport.follow(selected: focusedRow ?? 0, count: form.lines.count, height: height, margin: 0)
    return viewport.visible(count: form.lines.count, height: height)
  }

  private func columns(_ row: Rect) -> [Rect] {
    row.columns(
      [
        .fixed(form.lines.count > 99 ? 4 : 3), .flexible(minimum: 14, weight: 3), .flexible(minimum: 10, weight: 2),
        .fixed(Self.quantityWidth),
        .fixed(Self.priceWidth), .fixed(Self.totalWidth),
      ], spacing: 1)
  }

  private func drawHeader(in row: Rect, on frame: inout Frame) {
    let cells = columns(row)
    frame.write("#", x: cells[0].x + 1, y: row.y, width: 2, role: "header")
    for (column, cell) in zip(LineColumn.allCases, cells.dropFirst()) {
      let isNumber = column == .quantity || column == .price
      frame.write(
        column.title.uppercased(), x: cell.x, y: cell.y, width: cell.width, role: "header",
        align: isNumber ? .trailing : .leading)
    }
    frame.write("TOTAL", x: cells[5].x, y: row.y, width: cells[5].width, role: "header", align: .trailing)
  }

  private func draw(_ index: Int, in row: Rect, on frame: inout Frame) {
    let cells = columns(row)
    let line = form.lines[index]
    let isCurrent = focusedRow == index
    if isCurrent { frame.write("▶", x: cells[0].x, y: row.y, role: "selection.mark") }
    frame.write("\(index + 1)", x: cells[0].x + 1, y: row.y, width: cells[0].width - 1, role: "text.dim")
    for (column, cell) in zip(LineColumn.allCases, cells.dropFirst()) {
      draw(line, index, column, in: cell, on: &frame)
    }
    let total = line.isBlank ? "" : reading.lineTotals[index].map { figures.bare($0, nil) } ?? "?"
    frame.write(total, x: cells[5].x, y: row.y, width: cells[5].width, role: "money", align: .trailing)
  }

  private func draw(_ line: LineFields, _ index: Int, _ column: LineColumn, in cell: Rect, on frame: inout Frame) {
    let hasKeyboard = form.focus == .line(index, column) && form.isEditable
    let ground: Role = line.problems[column] != nil ? "field.error" : hasKeyboard ? "field.focused" : "surface"
    frame.paint(cell, ground: ground)
    let isNumber = column == .quantity || column == .price
    if isNumber, !hasKeyboard {
      let unit = column == .quantity ? line.unitName.map { " \($0)" } ?? "" : ""
      let text = column == .quantity && line.quantity.text.isEmpty && !line.isBlank ? "1" : line[column].text
      frame.write(
        text + (text.isEmpty ? "" : unit), x: cell.x, y: cell.y, width: cell.width, role: "field.text", align: .trailing
      )
    } else {
      TextFieldView(
        field: line[column], placeholder: hasKeyboard ? placeholder(column) : "", isFocused: hasKeyboard
      ).draw(in: cell, on: &frame)
      guard hasKeyboard, form.holdsProposal else { return }
      let width = min(cell.width, DisplayText.width(line[column].text))
      frame.paint(Rect(x: cell.x, y: cell.y, width: width, height: 1), ground: "selection")
    }
  }

  private func placeholder(_ column: LineColumn) -> String {
    switch column {
    case .name: "item or free text"
    case .description: "optional"
    case .quantity: "1"
    case .price: "0.00"
    }
  }
}
