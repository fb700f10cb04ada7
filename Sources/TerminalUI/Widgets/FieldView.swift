/// A labelled field of a form: `Label  [ value      ▼]  hint`, and below it what is wrong.
package struct FieldView: Hashable, Sendable {
  package var label: String
  package var field: TextField
  package var placeholder: String
  /// Beside the field: what the value means, or a short help.
  package var hint: [Span]
  /// A sentence below the field; nil when the value is right.
  package var error: String?
  /// Marks a field whose value is picked from a list.
  package var opensPicker: Bool
  package var isFocused: Bool
  package var isEnabled: Bool
  package var isSecret: Bool
  /// Columns of the label; the form makes them equal.
  package var labelWidth: Int
  /// Columns between the brackets' blanks; cut to the room.
  package var valueWidth: Int

  package init(
    label: String, field: TextField, placeholder: String = "", hint: [Span] = [], error: String? = nil,
    opensPicker: Bool = false, isFocused: Bool = false, isEnabled: Bool = true, isSecret: Bool = false,
    labelWidth: Int? = nil, valueWidth: Int = 24
  ) {
    self.label = label
    self.field = field
    self.placeholder = placeholder
    self.hint = hint
    self.error = error
    self.opensPicker = opensPicker
    self.isFocused = isFocused
    self.isEnabled = isEnabled
    self.isSecret = isSecret
    self.labelWidth = labelWidth ?? DisplayText.width(label)
    self.valueWidth = valueWidth
  }

  /// Rows that the field takes in an area of so many columns.
  package func height(in columns: Int) -> Int { 1 + errorLines(columns).count }

  package func draw(in rect: Rect, on frame: inout Frame) {
    let row = rect.row(0)
    guard !row.isEmpty else { return }
    frame.write(label, x: row.x, y: row.y, width: min(labelWidth, row.width), role: labelRole)
    let box = Rect(x: row.x + labelWidth + 2, y: row.y, width: row.width - labelWidth - 2, height: 1)
      .left(valueWidth + 4)
    drawBox(box, on: &frame)
    let rest = Rect(x: box.maxX + 2, y: row.y, width: row.maxX - box.maxX - 2, height: 1)
    frame.write(hint, in: rest)
    for (index, line) in errorLines(rect.width).prefix(rect.height - 1).enumerated() {
      frame.write(line, x: box.x, y: row.y + 1 + index, width: rect.maxX - box.x, role: "error")
    }
  }

  private func drawBox(_ box: Rect, on frame: inout Frame) {
    guard box.width >= 5 else { return }
    frame.paint(box, ground: ground)
    frame.write("[", x: box.x, y: box.y, role: bracketRole)
    frame.write("]", x: box.maxX - 1, y: box.y, role: bracketRole)
    if opensPicker { frame.write("▼", x: box.maxX - 2, y: box.y, role: bracketRole) }
    let role: Role = isEnabled ? "field.text" : "disabled"
    TextFieldView(
      field: field, placeholder: placeholder, isFocused: isFocused && isEnabled, isSecret: isSecret, role: role
    ).draw(in: Rect(x: box.x + 2, y: box.y, width: box.width - 4, height: 1), on: &frame)
  }

  private func errorLines(_ columns: Int) -> [String] {
    error.map { DisplayText.wrapped($0, to: max(1, columns - labelWidth - 2)) } ?? []
  }

  private var labelRole: Role { isEnabled ? (isFocused ? "field.label.focused" : "field.label") : "disabled" }

  private var bracketRole: Role {
    if !isEnabled { return "disabled" }
    if error != nil { return "error" }
    return isFocused ? "border.focused" : "border"
  }

  private var ground: Role {
    if !isEnabled { return "surface" }
    if error != nil { return "field.error" }
    return isFocused ? "field.focused" : "field"
  }
}
