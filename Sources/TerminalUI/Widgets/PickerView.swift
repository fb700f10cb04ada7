/// Draws a picker as an overlay: the query, the hits with what matched, the selected one.
package struct PickerView<ID: Hashable & Sendable>: Hashable, Sendable {
  package var state: PickerState<ID>
  package var title: String
  package var placeholder: String
  /// Said in the border above, at the right: what may be typed.
  package var trailing: [Span]
  /// Said in the border below.
  package var footer: [Span]

  package init(
    state: PickerState<ID>, title: String, placeholder: String = "Type to search", trailing: [Span] = [],
    footer: [Span] = [Span("⏎", "hint.key"), Span(" pick  ", "hint"), Span("Esc", "hint.key"), Span(" cancel", "hint")]
  ) {
    self.state = state
    self.title = title
    self.placeholder = placeholder
    self.trailing = trailing
    self.footer = footer
  }

  package func draw(in rect: Rect, on frame: inout Frame) {
    frame.fill(rect, ground: "overlay")
    let total = Span("\(state.visible.count) of \(state.items.count)", "text.dim")
    frame.box(
      rect, title: [Span(title, "overlay.title")], trailing: trailing, footer: footer, footerTrailing: [total],
      style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 1, rows: 1)
    drawQuery(in: inside.row(0), on: &frame)
    let line = inside.row(1)
    if line.width > 0 {
      frame.write(String(repeating: "─", count: line.width), x: line.x, y: line.y, role: "overlay.border")
    }
    drawHits(in: inside.below(2), on: &frame)
  }

  private func drawQuery(in row: Rect, on frame: inout Frame) {
    frame.write("⌕", x: row.x + 1, y: row.y, width: row.width - 1, role: "text.dim")
    let field = Rect(x: row.x + 3, y: row.y, width: row.width - 4, height: row.height)
    TextFieldView(field: state.query, placeholder: placeholder, isFocused: true).draw(in: field, on: &frame)
  }

  private func drawHits(in rect: Rect, on frame: inout Frame) {
    if state.visible.isEmpty {
      let text = state.allowsCreation && !state.query.text.isEmpty ? "Enter makes “\(state.query.text)”" : "No match"
      frame.write(text, x: rect.x + 3, y: rect.y, width: rect.height > 0 ? rect.width - 4 : 0, role: "text.dim")
    }
    var viewport = ListViewport()
    viewport.follow(selected: state.selected, count: state.visible.count, height: rect.height, margin: 1)
    for (row, index) in viewport.visible(count: state.visible.count, height: rect.height).enumerated() {
      draw(state.visible[index], isSelected: index == state.selected, in: rect.row(row), on: &frame)
    }
  }

  private func draw(_ hit: PickerState<ID>.Hit, isSelected: Bool, in row: Rect, on frame: inout Frame) {
    if isSelected {
      frame.paint(row, ground: "selection")
      frame.write("▶", x: row.x + 1, y: row.y, width: row.width - 1, role: "selection.mark")
    }
    let item = hit.item
    let room = Rect(x: row.x + 3, y: row.y, width: row.width - 4, height: 1)
    let titleWidth = min(DisplayText.width(item.title), room.width)
    frame.write(spans(of: hit), in: room)
    let side = room.right(room.width - titleWidth - 2)
    let detail = item.disabledReason ?? item.detail
    guard room.width - titleWidth > 2 else { return }
    frame.write(
      detail, x: side.x, y: side.y, width: side.width, role: item.disabledReason == nil ? "text.dim" : "warning",
      align: .trailing)
  }

  /// The title with the matched characters set off.
  private func spans(of hit: PickerState<ID>.Hit) -> [Span] {
    let role: Role = hit.item.disabledReason == nil ? "text" : "disabled"
    guard !hit.positions.isEmpty else { return [Span(hit.item.title, role)] }
    let matched = Set(hit.positions)
    return hit.item.title.enumerated().reduce(into: []) { spans, element in
      let role: Role = matched.contains(element.offset) ? "search.match" : role
      if spans.last?.role == role {
        spans[spans.count - 1].text.append(element.element)
      } else {
        spans.append(Span(String(element.element), role))
      }
    }
  }
}
