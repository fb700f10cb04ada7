import TerminalUI

/// The line in which a file is named.
struct PathPromptView {
  let prompt: PathPrompt

  func draw(in bounds: Rect, on frame: inout Frame) {
    let rect = bounds.centered(Size(width: 76, height: 7))
    frame.fill(rect, ground: "overlay")
    frame.box(
      rect, title: [Span(prompt.purpose.title, "overlay.title")],
      footer: [
        Span("⏎", "hint.key"), Span(" read  ", "hint"), Span("Tab", "hint.key"), Span(" complete  ", "hint"),
        Span("Esc", "hint.key"), Span(" leave", "hint"),
      ], style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 2, rows: 1)
    TextFieldView(field: prompt.field, placeholder: "a file, such as ~/statement.csv", isFocused: true)
      .draw(in: inside.row(1), on: &frame)
    let words =
      prompt.problem ?? (prompt.offers.isEmpty ? prompt.purpose.advice : prompt.offers.joined(separator: "  "))
    for (row, line) in DisplayText.wrapped(words, to: inside.width).prefix(2).enumerated() {
      frame.write(
        line, x: inside.x, y: inside.y + 3 + row, width: inside.width,
        role: prompt.problem == nil ? "text.dim" : "warning")
    }
  }
}
