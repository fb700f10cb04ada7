import TerminalUI

/// Text in a box over the screen, as much of it as fits.
struct TextPageView {
  let page: TextPage

  /// The rows of text that a screen has room for.
  static func height(on size: Size) -> Int { box(for: size).inset(columns: 2, rows: 1).height }

  private static func box(for size: Size) -> Rect {
    Rect(size).inset(columns: size.width >= 100 ? 8 : 1, rows: size.height >= 30 ? 3 : 1)
  }

  func draw(on frame: inout Frame) {
    let whole = Self.box(for: frame.size)
    let rect = whole.top(min(whole.height, page.lines.count + 2))
    frame.fill(rect, ground: "overlay")
    frame.box(
      rect, title: [Span(page.title, "overlay.title")],
      footer: [
        Span("y", "hint.key"), Span(" copy  ", "hint"), Span("↓ ↑", "hint.key"), Span(" scroll  ", "hint"),
        Span("Esc", "hint.key"), Span(" close", "hint"),
      ], footerTrailing: [Span(place(rect), "text.dim")], style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (row, line) in page.lines.dropFirst(page.offset).prefix(inside.height).enumerated() {
      frame.write(line, x: inside.x, y: inside.y + row, width: inside.width)
    }
  }

  private func place(_ rect: Rect) -> String {
    let shown = min(page.lines.count, page.offset + rect.height - 2)
    return "\(page.offset + 1)–\(shown) of \(page.lines.count)"
  }
}
