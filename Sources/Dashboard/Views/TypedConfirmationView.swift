import TerminalUI

/// A deletion that waits for its number to be typed.
struct TypedConfirmationView {
  let confirmation: TypedConfirmation

  func draw(in bounds: Rect, on frame: inout Frame) {
    let deletion = confirmation.deletion
    let body = deletion.losses + ["Type \(deletion.typed ?? "") to delete it; Esc keeps it."]
    let dialog = Dialog(title: "Delete \(deletion.title)?", body: body, choices: [], titleRole: "error")
    dialog.draw(in: bounds, on: &frame)
    let rect = bounds.centered(dialog.size(in: bounds.size)).inset(columns: 2, rows: 1).bottom(1)
    TextFieldView(field: confirmation.field, placeholder: deletion.typed ?? "", isFocused: true, role: "text.strong")
      .draw(in: rect, on: &frame)
  }
}
