/// Groups of upright columns with a label below each: a group for each month, a column for each series.
package struct ColumnChart: Hashable, Sendable {
  package struct Group: Hashable, Sendable {
    package var label: String
    /// One value for each series, in whatever unit; nil is not known and leaves a gap.
    package var values: [Double?]

    package init(_ label: String, values: [Double?]) {
      self.label = label
      self.values = values
    }
  }

  /// A series of columns: what it means, and the sign it is filled with, so that it is told apart without colour.
  package struct Series: Hashable, Sendable {
    package var role: Role
    package var fill: String

    package init(_ role: Role, fill: String = "█") {
      self.role = role
      self.fill = fill
    }

    package static let invoiced = Series("chart.invoiced")
    package static let received = Series("chart.received", fill: "▒")
  }

  /// A value on the axis, as it is written there.
  package struct Tick: Hashable, Sendable {
    package var value: Double
    package var label: String

    package init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  package var groups: [Group]
  package var series: [Series]
  /// The value of a full column; the greatest one without it.
  package var maximum: Double?
  /// The values beside the columns; none draws no axis.
  package var axis: [Tick]
  /// The group whose label is selected.
  package var selected: Int?

  package init(
    _ groups: [Group], series: [Series] = [.invoiced, .received], maximum: Double? = nil, axis: [Tick] = [],
    selected: Int? = nil
  ) {
    self.groups = groups
    self.series = series
    self.maximum = maximum
    self.axis = axis
    self.selected = selected
  }

  /// Draws the last groups that fit; without room for more than labels, nothing.
  package func draw(in rect: Rect, on frame: inout Frame) {
    let least = series.count + 1
    let area = axis.isEmpty ? rect : rect.right(rect.width - axisWidth)
    guard area.height >= 2, area.width >= least, !groups.isEmpty else { return }
    drawAxis(in: rect.above(1), on: &frame)
    let first = max(0, groups.count - area.width / least)
    let width = area.width / (groups.count - first)
    for (place, index) in (first..<groups.count).enumerated() {
      let column = Rect(x: area.x + place * width, y: area.y, width: width, height: area.height)
      draw(groups[index], in: column.above(1), on: &frame)
      drawLabel(index, in: column.bottom(1), on: &frame)
    }
  }

  private var axisWidth: Int { (axis.map { DisplayText.width($0.label) }.max() ?? 0) + 1 }

  /// Each value stands beside the cell in which a column of it ends.
  private func drawAxis(in rect: Rect, on frame: inout Frame) {
    for tick in axis where full > 0 && tick.value > 0 {
      let cells = (tick.value / full * Double(rect.height)).rounded(.up)
      guard cells.isFinite, cells >= 1, cells <= Double(rect.height) else { continue }
      frame.write(
        tick.label, x: rect.x, y: rect.maxY - Int(cells), width: min(axisWidth - 1, rect.width), role: "chart.axis",
        align: .trailing)
    }
  }

  private func drawLabel(_ index: Int, in rect: Rect, on frame: inout Frame) {
    let label = DisplayText.clipped(groups[index].label, to: rect.width - 1, ellipsis: "")
    if index == selected { frame.paint(rect.left(rect.width - 1), ground: "selection") }
    frame.write(
      label, x: rect.x, y: rect.y, width: rect.width, role: index == selected ? "selection.mark" : "chart.axis")
  }

  /// Columns are as wide as leaves one column free between groups, two at most.
  private func draw(_ group: Group, in area: Rect, on frame: inout Frame) {
    let width = max(1, min(2, (area.width - 1) / max(1, series.count)))
    for (index, (value, series)) in zip(group.values, series).enumerated() {
      for (row, block) in blocks(value, fill: series.fill, rows: area.height).enumerated() {
        for column in 0..<width {
          frame.put(
            Glyph(block), x: area.x + index * width + column, y: area.maxY - 1 - row, role: series.role, ground: nil)
        }
      }
    }
  }

  private var full: Double { maximum ?? groups.flatMap(\.values).compactMap(\.self).filter(\.isFinite).max() ?? 0 }

  /// A column from below: whole blocks and one of the eighths; what is more than nothing shows at least an eighth.
  private func blocks(_ value: Double?, fill: String, rows: Int) -> [String] {
    guard let value, value.isFinite, value > 0, full > 0 else { return [] }
    let eighths = max(1, Int(min(1, value / full) * Double(rows * 8)))
    let part = eighths % 8
    let whole = Array(repeating: fill, count: eighths / 8)
    return part == 0 ? whole : whole + ["▁▂▃▄▅▆▇".dropFirst(part - 1).prefix(1).description]
  }
}
