import TerminalUI

/// The views to choose from, and the keys that save, rename and delete them.
struct ViewMenuView {
  let menu: ViewMenu

  func draw(in bounds: Rect, on frame: inout Frame) {
    let rect = bounds.centered(Size(width: 76, height: 20))
    PickerView(
      state: menu.picker, title: "Views", placeholder: "Type a name: to find one, or to save this list",
      footer: footer
    ).draw(in: rect, on: &frame)
    if let renaming = menu.renaming { drawRenaming(renaming, in: rect, on: &frame) }
    if let remark = menu.remark {
      frame.write(remark, x: rect.x + 4, y: rect.maxY - 2, width: rect.width - 6, role: "warning", ground: "overlay")
    }
  }

  private var footer: [Span] {
    let keys: [(String, String)]
    if menu.renaming != nil {
      keys = [("⏎", "rename"), ("Esc", "as before")]
    } else if menu.awaitsSecondKey {
      keys = [("r", "rename"), ("k", "delete")]
    } else {
      keys = [("⏎", "open"), ("^S", "save this list"), ("^X r", "rename"), ("^X k", "delete")]
    }
    return keys.flatMap { [Span($0.0, "hint.key"), Span(" \($0.1)  ", "hint")] }
  }

  /// The new name takes the place of the query.
  private func drawRenaming(_ renaming: ViewMenu.Renaming, in rect: Rect, on frame: inout Frame) {
    let row = rect.inset(columns: 1, rows: 1).row(0)
    frame.fill(row, ground: "overlay")
    let label = "New name of “\(DisplayText.clipped(renaming.name, to: 24))”"
    let width = DisplayText.width(label)
    frame.write(label, x: row.x + 1, y: row.y, width: row.width - 2, role: "field.label")
    let field = Rect(x: row.x + width + 2, y: row.y, width: row.width - width - 3, height: 1)
    TextFieldView(field: renaming.field, isFocused: true).draw(in: field, on: &frame)
  }
}
