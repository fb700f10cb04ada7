/// A titled box around some content.
package struct Panel: Hashable, Sendable {
  package var title: [Span]
  package var trailing: [Span]
  package var footer: [Span]
  package var footerTrailing: [Span]
  package var isFocused: Bool

  package init(
    title: [Span] = [], trailing: [Span] = [], footer: [Span] = [], footerTrailing: [Span] = [],
    isFocused: Bool = false
  ) {
    self.title = title
    self.trailing = trailing
    self.footer = footer
    self.footerTrailing = footerTrailing
    self.isFocused = isFocused
  }

  package init(_ title: String, trailing: String = "", isFocused: Bool = false) {
    self.init(
      title: [Span(title, "title")], trailing: trailing.isEmpty ? [] : [Span(trailing, "text.dim")],
      isFocused: isFocused)
  }

  /// What lies inside the border, less blank columns at the sides.
  package static func content(of rect: Rect, padding: Int = 1) -> Rect {
    rect.inset(columns: 1 + padding, rows: 1)
  }

  package func draw(in rect: Rect, on frame: inout Frame) {
    frame.box(
      rect, title: title, trailing: trailing, footer: footer, footerTrailing: footerTrailing,
      role: isFocused ? "border.focused" : "border")
  }
}
