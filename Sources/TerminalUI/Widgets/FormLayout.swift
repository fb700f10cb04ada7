/// Fields one below the other with their labels in line, scrolled so that the focused one is visible.
package struct FormLayout: Hashable, Sendable {
  package var fields: [FieldView]
  /// The field that keys go to; nil when they go elsewhere.
  package var focus: Int?

  package init(fields: [FieldView], focus: Int? = nil) {
    self.fields = fields
    self.focus = focus
  }

  /// Rows that all of it takes in an area of so many columns.
  package func height(in columns: Int) -> Int { aligned.reduce(0) { $0 + $1.height(in: columns) } }

  /// Where each field lies in an area; empty for a field that is scrolled out of it.
  package func frames(in rect: Rect) -> [Rect] {
    let heights = aligned.map { $0.height(in: rect.width) }
    let first = firstRow(heights, in: rect.height)
    var row = 0
    return heights.map { height in
      defer { row += height }
      let area = Rect(x: rect.x, y: rect.y + row - first, width: rect.width, height: height)
      // A field whose own row is above the area is not drawn at all.
      return row < first
        ? Rect(x: rect.x, y: rect.y, width: 0, height: 0) : area.intersection(rect)
    }
  }

  package func draw(in rect: Rect, on frame: inout Frame) {
    for (field, area) in zip(aligned, frames(in: rect)) where !area.isEmpty {
      field.draw(in: area, on: &frame)
    }
  }

  private var aligned: [FieldView] {
    let width = fields.map { DisplayText.width($0.label) }.max() ?? 0
    return fields.enumerated().map { index, field in
      var field = field
      field.labelWidth = width
      if let focus { field.isFocused = index == focus }
      return field
    }
  }

  /// The first row to show: the focused field stands whole in the area.
  private func firstRow(_ heights: [Int], in height: Int) -> Int {
    guard let focus, heights.indices.contains(focus) else { return 0 }
    let top = heights[..<focus].reduce(0, +)
    return min(top, max(0, top + heights[focus] - height))
  }
}
