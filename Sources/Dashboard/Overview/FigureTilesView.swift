import TerminalUI

/// The figures at the top: in boxes, as two lines without them, or below each other on a narrow screen.
struct FigureTilesView {
  let figures: [FigureTile]
  /// The figure that has the keyboard.
  let selected: Int?
  let layout: OverviewLayout

  func draw(in rect: Rect, on frame: inout Frame) {
    guard !figures.isEmpty else { return }
    guard !layout.isNarrow else { return drawList(in: rect, on: &frame) }
    let areas = rect.columns(figures.map { _ in .flexible(minimum: 8, weight: 1) })
    for (index, (figure, area)) in zip(figures, areas).enumerated() {
      if layout.hasTiles {
        drawTile(figure, isSelected: index == selected, in: area, on: &frame)
      } else {
        drawLines(figure, isSelected: index == selected, in: area, on: &frame)
      }
    }
  }

  private func drawTile(_ figure: FigureTile, isSelected: Bool, in rect: Rect, on frame: inout Frame) {
    frame.box(rect, title: [Span(figure.title, "title")], role: isSelected ? "border.focused" : "border")
    let inside = rect.inset(columns: 2, rows: 1)
    if isSelected { frame.paint(inside.row(0), ground: "selection") }
    drawValue(figure, isSelected: isSelected, in: inside.row(0), on: &frame)
    Sparkline(figure.spark).draw(in: inside.row(1), on: &frame)
    let first = figure.spark.isEmpty ? 1 : 2
    for (index, line) in figure.notes.enumerated() { frame.write(line, in: inside.row(first + index)) }
  }

  private func drawValue(_ figure: FigureTile, isSelected: Bool, in row: Rect, on frame: inout Frame) {
    let mark = [Span("▶ ", "selection.mark")]
    let aside = layout.hasTiles && !figure.aside.isEmpty ? [Span("  \(figure.aside)", "text.dim")] : []
    frame.write((isSelected ? mark : []) + [Span(figure.value, figure.role)] + aside, in: row)
  }

  private func drawLines(_ figure: FigureTile, isSelected: Bool, in rect: Rect, on frame: inout Frame) {
    let room = Rect(x: rect.x + 1, y: rect.y, width: rect.width - 2, height: rect.height)
    if isSelected { frame.paint(room, ground: "selection") }
    frame.write(figure.shortTitle, x: room.x, y: room.y, width: room.width, role: "heading")
    drawValue(figure, isSelected: isSelected, in: room.row(1), on: &frame)
    // The newest part of the line behind the value, where there is room for more than a few columns of it.
    let left = room.width - DisplayText.width(figure.value) - 3
    guard left >= 5, !figure.spark.isEmpty else { return }
    Sparkline(figure.spark.suffix(left)).draw(in: room.row(1).right(left), on: &frame)
  }

  private func drawList(in rect: Rect, on frame: inout Frame) {
    for (index, figure) in figures.prefix(rect.height).enumerated() {
      let row = rect.row(index).inset(columns: 1, rows: 0)
      if index == selected { frame.paint(row, ground: "selection") }
      frame.write([Span(figure.shortTitle, index == selected ? "selection.mark" : "text.dim")], in: row)
      frame.write([Span(figure.value, figure.role)], in: row, align: .trailing)
    }
  }
}
