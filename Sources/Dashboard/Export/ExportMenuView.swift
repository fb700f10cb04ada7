import TerminalUI

/// The choices of an export.
struct ExportMenuView {
  let menu: ExportMenu

  func draw(in bounds: Rect, on frame: inout Frame) {
    let rect = bounds.centered(Size(width: 76, height: 10))
    frame.fill(rect, ground: "overlay")
    frame.box(
      rect, title: [Span("Export", "overlay.title")],
      footer: [
        Span("⏎", "hint.key"), Span(" next, then export  ", "hint"), Span("← →", "hint.key"), Span(" choose  ", "hint"),
        Span("^S", "hint.key"), Span(" export  ", "hint"), Span("Esc", "hint.key"), Span(" leave", "hint"),
      ], style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (row, line) in menu.lines.enumerated() { draw(line, in: inside.row(row + 1), on: &frame) }
    for (row, text) in DisplayText.wrapped(words, to: inside.width).prefix(2).enumerated() {
      frame.write(
        text, x: inside.x, y: inside.y + 6 + row, width: inside.width,
        role: menu.problem == nil ? "text.dim" : "warning")
    }
  }

  private func draw(_ line: ExportMenu.Line, in row: Rect, on frame: inout Frame) {
    let isFocused = menu.focus == line
    frame.write(
      label(line), x: row.x, y: row.y, width: 10, role: isFocused ? "field.label.focused" : "field.label")
    let room = row.right(row.width - 11)
    guard line != .field else {
      TextFieldView(field: menu.field, placeholder: placeholder, isFocused: isFocused).draw(in: room, on: &frame)
      return
    }
    frame.write(
      [Span(isFocused ? "◀ " : "  ", "hint.key"), Span(value(line)), Span(isFocused ? " ▶" : "", "hint.key")], in: room)
  }

  private func label(_ line: ExportMenu.Line) -> String {
    switch line {
    case .content: "what"
    case .format: "as"
    case .place: "to"
    case .field: menu.place == .command ? "command" : "file"
    }
  }

  private func value(_ line: ExportMenu.Line) -> String {
    switch line {
    case .content: menu.contents[menu.contentIndex].title
    case .format: menu.format.title
    case .place: ["a file", "the clipboard", "a command's standard input"][menu.place.rawValue]
    case .field: ""
    }
  }

  private var placeholder: String { menu.place == .command ? "a line for the shell, such as wc -l" : "a file" }

  private var words: String {
    if let problem = menu.problem { return problem }
    if !menu.offers.isEmpty { return menu.offers.joined(separator: "  ") }
    return switch menu.place {
    case .file: "A file that is there is never gone over without a question. Tab completes its name."
    case .clipboard: "Through the terminal, which must allow it (OSC 52); \(Clipboard.limit / 1_000) kB at the most."
    case .command: "The shell runs it without the terminal; it is ended after two minutes."
    }
  }
}
