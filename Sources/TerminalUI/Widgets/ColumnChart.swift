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

  package var groups: [Group]
  /// The role of each series.
  package var series: [Role]
  /// The value of a full column; the greatest one without it.
  package var maximum: Double?

  package init(
    _ groups: [Group], series: [Role] = ["chart.invoiced", "chart.received"], maximum: Double? = nil
  ) {
    self.groups = groups
    self.series = series
    self.maximum = maximum
  }

  /// Draws the last groups that fit; without room for more than labels, nothing.
  package func draw(in rect: Rect, on frame: inout Frame) {
    let least = series.count + 1
    guard rect.height >= 2, rect.width >= least, !groups.isEmpty else { return }
    let shown = groups.suffix(rect.width / least)
    let width = rect.width / shown.count
    for (index, group) in shown.enumerated() {
      let area = Rect(x: rect.x + index * width, y: rect.y, width: width, height: rect.height)
      draw(group, in: area.above(1), on: &frame)
      let label = DisplayText.clipped(group.label, to: width - 1, ellipsis: "")
      frame.write(label, x: area.x, y: rect.maxY - 1, role: "chart.axis")
    }
  }

  private func draw(_ group: Group, in area: Rect, on frame: inout Frame) {
    for (index, (value, role)) in zip(group.values, series).enumerated() {
      for (row, block) in blocks(value, rows: area.height).enumerated() {
        frame.put(Glyph(block), x: area.x + index, y: area.maxY - 1 - row, role: role, ground: nil)
      }
    }
  }

  /// A column from below: whole blocks and one of the eighths; what is more than nothing shows at least an eighth.
  private func blocks(_ value: Double?, rows: Int) -> [String] {
    let full = maximum ?? groups.flatMap(\.values).compactMap(\.self).filter(\.isFinite).max() ?? 0
    guard let value, value.isFinite, value > 0, full > 0 else { return [] }
    let eighths = max(1, Int(min(1, value / full) * Double(rows * 8)))
    let part = eighths % 8
    let whole = Array(repeating: "█", count: eighths / 8)
    return part == 0 ? whole : whole + ["▁▂▃▄▅▆▇".dropFirst(part - 1).prefix(1).description]
  }
}
