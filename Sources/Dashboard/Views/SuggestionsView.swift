import Billing
import TerminalUI

/// The offers under a field; what does not fit is scrolled.
struct SuggestionsView {
  private static let mostRows = 8

  let suggestions: Suggestions
  let figures: Figures

  /// Draws below a place, or above it where there is more room.
  func draw(below anchor: Point, in bounds: Rect, on frame: inout Frame) {
    let height = min(Self.mostRows, max(1, suggestions.items.count)) + 2
    let width = min(bounds.width, 60)
    let roomBelow = bounds.maxY - anchor.y - 1
    let y = roomBelow >= min(height, 4) ? anchor.y + 1 : max(bounds.y, anchor.y - height)
    let rect = Rect(
      x: max(bounds.x, min(anchor.x, bounds.maxX - width)), y: y, width: width,
      height: min(height, max(3, y > anchor.y ? roomBelow : height)))
    frame.fill(rect, ground: "overlay")
    frame.box(
      rect, trailing: suggestions.completeness.map { [Span($0, "warning")] } ?? [], footer: [Span(footer, "hint")],
      role: "overlay.border")
    drawItems(in: rect.inset(columns: 1, rows: 1), on: &frame)
  }

  private var footer: String {
    if suggestions.items.isEmpty { return emptyFooter }
    guard let selected = suggestions.selectedItem else { return "↓ choose  ⏎ goes on" }
    guard case .items = suggestions.query.source else { return "⏎ take  ↑↓ choose" }
    let last = selected.fill.lastPrice == nil ? "" : "  F3 at the last price"
    return "⏎ take  Tab keeps your text" + last
  }

  private var emptyFooter: String {
    switch suggestions.query.source {
    case .customers: "⏎ makes a new customer"
    case .items: "free text: Tab goes on  ^X n new item"
    case .lookUp: "or its id and a name: 17 Travel"
    case .currencies, .countries, .invoices: "type less of it"
    }
  }

  private var emptyWords: String {
    switch suggestions.query.source {
    case .customers: "No customer “\(suggestions.query.text)” yet."
    case .items: "Not in the catalogue."
    case .lookUp: "No endpoint lists these, and none of this name was seen."
    case .currencies, .countries: "None is called “\(suggestions.query.text)”."
    case .invoices: "No open invoice of this customer has that in its number."
    }
  }

  private func drawItems(in rect: Rect, on frame: inout Frame) {
    guard !suggestions.items.isEmpty else {
      frame.write(emptyWords, x: rect.x + 2, y: rect.y, width: rect.width - 2, role: "text.dim")
      return
    }
    var viewport = ListViewport()
    viewport.follow(selected: suggestions.selected ?? 0, count: suggestions.items.count, height: rect.height, margin: 1)
    for (line, index) in viewport.visible(count: suggestions.items.count, height: rect.height).enumerated() {
      draw(suggestions.items[index], isSelected: index == suggestions.selected, in: rect.row(line), on: &frame)
    }
  }

  private func draw(_ item: Suggestion, isSelected: Bool, in row: Rect, on frame: inout Frame) {
    if isSelected {
      frame.paint(row, ground: "selection")
      frame.write("▶", x: row.x, y: row.y, role: "selection.mark")
    }
    let parts = row.inset(columns: 1, rows: 0).columns(
      [.flexible(minimum: 20, weight: 1), .flexible(minimum: 8, weight: 1)], spacing: 1)
    frame.write(item.title, x: parts[0].x + 1, y: row.y, width: parts[0].width - 1)
    frame.write(item.words(figures), x: parts[1].x, y: row.y, width: parts[1].width, role: "text.dim", align: .trailing)
  }
}
