import BillingAPI
import Store
import TerminalUI

/// The fields of an action on marked records, before its plan is made.
struct BulkValuesView {
  let values: BulkValues
  let figures: Figures

  func draw(in bounds: Rect, on frame: inout Frame) {
    let rect = bounds.centered(Size(width: 72, height: values.fields.count + 6))
    frame.fill(rect, ground: "overlay")
    frame.box(
      rect,
      title: [Span("\(values.title): \(records)", "overlay.title")],
      footer: [
        Span("⏎", "hint.key"), Span(" next, then plan  ", "hint"), Span("^S", "hint.key"), Span(" plan  ", "hint"),
        Span("Esc", "hint.key"), Span(" leave", "hint"),
      ], style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, field) in values.fields.enumerated() {
      draw(field, isFocused: index == values.focus, in: inside.row(index + 1), on: &frame)
    }
    let words = values.problem ?? "A plan is made first: nothing is sent before you have seen it."
    frame.write(
      words, x: inside.x, y: inside.y + values.fields.count + 2, width: inside.width,
      role: values.problem == nil ? "text.dim" : "warning")
  }

  private var records: String {
    let count = values.targets.count
    return "\(figures.count(count)) \(count == 1 ? values.kind.singular : values.kind.rawValue)"
  }

  private func draw(_ field: BulkField, isFocused: Bool, in row: Rect, on frame: inout Frame) {
    frame.write(
      field.label, x: row.x, y: row.y, width: 10, role: isFocused ? "field.label.focused" : "field.label")
    let room = Rect(x: row.x + 11, y: row.y, width: 26, height: 1)
    if field.id == .method {
      frame.write(
        [Span(isFocused ? "◀ " : "  ", "hint.key"), Span(values.methodName), Span(isFocused ? " ▶" : "", "hint.key")],
        in: room)
    } else {
      TextFieldView(field: field.text, isFocused: isFocused, role: "field.text").draw(in: room, on: &frame)
    }
    frame.write(field.hint, x: row.x + 39, y: row.y, width: max(0, row.width - 39), role: "text.dim")
  }
}
