/// Draws a text field in one row, scrolled so that the caret is visible, and places the frame's caret.
package struct TextFieldView: Hashable, Sendable {
  package var field: TextField
  /// Shown dim while the field is empty.
  package var placeholder: String
  package var isFocused: Bool
  /// Shows a dot for each character.
  package var isSecret: Bool
  package var role: Role

  package init(
    field: TextField, placeholder: String = "", isFocused: Bool = false, isSecret: Bool = false,
    role: Role = "field.text"
  ) {
    self.field = field
    self.placeholder = placeholder
    self.isFocused = isFocused
    self.isSecret = isSecret
    self.role = role
  }

  package func draw(in rect: Rect, on frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let text = isSecret ? String(repeating: "•", count: field.text.count) : field.text
    if text.isEmpty {
      frame.write(placeholder, x: rect.x, y: rect.y, width: rect.width, role: "field.placeholder")
      if isFocused { frame.caret = Point(x: rect.x, y: rect.y) }
      return
    }
    guard isFocused else {
      frame.write(text, x: rect.x, y: rect.y, width: rect.width, role: role)
      return
    }
    let glyphs = DisplayText.glyphs(text)
    let caret = DisplayText.width(text.prefix(field.caret))
    let total = glyphs.reduce(0) { $0 + $1.width }
    let first = Self.scroll(caret: caret, total: total, width: rect.width)
    draw(glyphs, from: first, in: rect, on: &frame)
    frame.caret = Point(x: rect.x + caret - first, y: rect.y)
  }

  /// The first column of the text to show: 0 while all of it and the caret fit, else the caret near the middle.
  static func scroll(caret: Int, total: Int, width: Int) -> Int {
    guard total + 1 > width else { return 0 }
    return max(0, min(caret - width / 2, total + 1 - width))
  }

  private func draw(_ glyphs: [Glyph], from first: Int, in rect: Rect, on frame: inout Frame) {
    var column = rect.x - first
    for glyph in glyphs {
      let isWhole = column >= rect.x && column + glyph.width <= rect.maxX
      if isWhole { frame.put(glyph, x: column, y: rect.y, role: role, ground: nil) }
      column += glyph.width
    }
    let last = rect.maxX - 1
    if first > 0 { frame.put(Glyph("…"), x: rect.x, y: rect.y, role: "text.dim", ground: nil) }
    if column > rect.maxX { frame.put(Glyph("…"), x: last, y: rect.y, role: "text.dim", ground: nil) }
  }
}
