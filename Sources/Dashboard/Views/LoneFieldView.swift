import Store
import TerminalUI

/// The field with the keyboard on a line of its own, where the screen has no room for it in its place: nobody types
/// into what cannot be seen.
struct LoneFieldView {
  let form: Form

  func draw(in row: Rect, on frame: inout Frame) {
    guard !row.isEmpty else { return }
    let label = self.label
    frame.fill(row, ground: "surface")
    FieldView(
      label: label, field: form.focusedText, error: form.problem(at: form.focus),
      opensPicker: form.focusedKind.isPicker, isFocused: true, labelWidth: DisplayText.width(label),
      valueWidth: row.width
    ).draw(in: row.inset(columns: 1, rows: 0), on: &frame)
  }

  private var label: String {
    switch form.focus {
    case .field(let index): form.fields[index].label
    case .line(let row, let column): "\(row + 1) \(column.title)"
    case .share: form.focusedInvoice?.number ?? ""
    }
  }
}
