import TerminalUI

/// The line in which a note is written, and where it will be kept.
struct NoteView {
  let editor: NoteEditor

  func draw(in bounds: Rect, on frame: inout Frame) {
    let rect = bounds.centered(Size(width: 72, height: 5))
    frame.fill(rect, ground: "overlay")
    frame.box(
      rect, title: [Span("Note beside \(editor.subject.title)", "overlay.title")],
      footer: [Span("⏎", "hint.key"), Span(" keep  ", "hint"), Span("Esc", "hint.key"), Span(" leave", "hint")],
      style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 2, rows: 1)
    TextFieldView(field: editor.field, placeholder: "Say it in a line", isFocused: true).draw(
      in: inside.row(0), on: &frame)
    frame.write(
      "On this machine only: the service does not get it.", x: inside.x, y: inside.y + 2, width: inside.width,
      role: "text.dim")
  }
}
