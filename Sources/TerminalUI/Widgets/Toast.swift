/// A short notice that asks nothing and goes by itself.
package struct Toast: Hashable, Sendable {
  package var text: String
  /// `info`, `ok`, `warning` or `error`.
  package var role: Role

  package init(_ text: String, role: Role = "info") {
    self.text = text
    self.role = role
  }

  /// Draws it in one row at the right end of an area's last row.
  package func draw(in rect: Rect, on frame: inout Frame) {
    guard rect.width > 4, rect.height > 0 else { return }
    let row = rect.bottom(1).right(DisplayText.width(text) + 4)
    frame.fill(row, ground: "overlay")
    frame.write("▏", x: row.x, y: row.y, role: role)
    frame.write(text, x: row.x + 2, y: row.y, width: row.width - 3, role: role)
  }
}
